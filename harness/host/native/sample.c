// What the process holds at a moment.
#include <windows.h>

#include <winternl.h>

#include "walks.h"

#ifndef STATUS_INFO_LENGTH_MISMATCH
#define STATUS_INFO_LENGTH_MISMATCH ((NTSTATUS)0xC0000004)
#endif

// Wine tells of no private bytes otherwise: what is committed and of no file, region by region.
static ULONG64 privateBytes(void) {
    MEMORY_BASIC_INFORMATION region;
    ULONG64 bytes = 0;
    for (const char* at = NULL; VirtualQuery(at, &region, sizeof region) != 0;
         at = (const char*)region.BaseAddress + region.RegionSize) {
        bytes += region.State == MEM_COMMIT && region.Type == MEM_PRIVATE ? region.RegionSize : 0;
    }
    return bytes;
}

static DWORD threadsIn(const SYSTEM_PROCESS_INFORMATION* process) {
    while (process->UniqueProcessId != (HANDLE)(SIZE_T)GetCurrentProcessId()) {
        if (process->NextEntryOffset == 0) {
            return 0;
        }
        process = (const void*)((const char*)process + process->NextEntryOffset);
    }
    return process->NumberOfThreads;
}

// From the list of all processes, however long it is: Windows has no count of one process's threads. The room for it is
// given back, so that no sample counts it. 0: not known.
static DWORD threadsOfThisProcess(void) {
    NTSTATUS status = STATUS_INFO_LENGTH_MISMATCH;
    DWORD threads = 0;
    for (ULONG size = 65536; status == STATUS_INFO_LENGTH_MISMATCH; size *= 2) {
        void* list = VirtualAlloc(NULL, size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
        if (list == NULL) {
            return 0;
        }
        status = NtQuerySystemInformation(SystemProcessInformation, list, size, NULL);
        threads = status < 0 ? 0 : threadsIn(list);
        VirtualFree(list, 0, MEM_RELEASE);
    }
    return threads;
}

static BOOL isWine(void) {
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != NULL;
}

// Wine counts the places of its table of handles, which grows by hundreds, and no GDI and USER objects at all. A handle
// or a GDI object takes a free place of its table, and a leak leaves none free: a new one's place tells how many there
// are. USER objects take turns with their places, and tell nothing.
static BOOL takePlaces(struct OlkSample* sample) {
    const HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    sample->handles = (DWORD)((SIZE_T)event / sizeof(DWORD));
    if (event == NULL || !CloseHandle(event)) {
        return FALSE;
    }
    const HBRUSH brush = CreateSolidBrush(RGB(1, 2, 3));
    sample->gdiObjects = LOWORD((SIZE_T)brush);
    sample->userObjects = 0;
    return brush != NULL && DeleteObject(brush);
}

static BOOL takeCounts(struct OlkSample* sample) {
    sample->gdiObjects = GetGuiResources(GetCurrentProcess(), GR_GDIOBJECTS);
    sample->userObjects = GetGuiResources(GetCurrentProcess(), GR_USEROBJECTS);
    return GetProcessHandleCount(GetCurrentProcess(), &sample->handles);
}

BOOL __stdcall OlkTakeSample(const struct OlkWalk* walk, struct OlkSample* sample) {
    sample->references = walk->books->references;
    sample->sessions = walk->books->living;
    sample->privateBytes = privateBytes();
    sample->threads = threadsOfThisProcess();
    return (isWine() ? takePlaces(sample) : takeCounts(sample)) && sample->threads != 0;
}
