// Lives by the million.
#include <windows.h>

#include <winternl.h>

#include "enter.h"
#include "helpers.h"
#include "slots.h"
#include "walks.h"

static struct OlkClient client;

// A session that the client offers is its own, and it lets go of it when the helper is gone.
static void letGoOfOffered(void) {
    const struct OlkWalk* walk = client.walk;
    if (walk->isOffered) {
        const void* session = walk->books->pages[0]->pointer;
        (*(ULONG(__stdcall* const* const*)(const void*))session)[release](session);
    }
}

static void live(void* context) {
    struct OlkLives* lives = context;
    struct OlkPlace* place = client.walk->place;
    struct OlkObservation observation;
    struct OlkEnd end;
    LARGE_INTEGER before, after;
    QueryPerformanceCounter(&before);
    place->length = lives->length;
    for (DWORD cycle = 0; cycle < lives->cycles; ++cycle) {
        place->number = lives->first + cycle;
        olkBegin(&client, &observation);
        for (DWORD step = 0; step < lives->length; ++step) {
            olkStep(&client, lives->letters[step], &observation);
        }
        olkFinish(&client, &end);
        letGoOfOffered();
    }
    QueryPerformanceCounter(&after);
    lives->ticks = (ULONG64)(after.QuadPart - before.QuadPart);
}

BOOL __stdcall OlkSoak(const struct OlkWalk* walk, struct OlkLives* lives) {
    if (!olkPrepareClient(&client, walk)) {
        return FALSE;
    }
    olkAround(live, lives);
    olkLeaveClient();
    return TRUE;
}

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

// Of all processes, as Wine has it: GetProcessHandleCount answers 0 there.
static const SYSTEM_PROCESS_INFORMATION* thisProcess(void) {
    static ULONG64 all[65536];
    if (NtQuerySystemInformation(SystemProcessInformation, all, sizeof all, NULL) < 0) {
        return NULL;
    }
    const SYSTEM_PROCESS_INFORMATION* process = (const void*)all;
    while (process->UniqueProcessId != (HANDLE)(SIZE_T)GetCurrentProcessId()) {
        if (process->NextEntryOffset == 0) {
            return NULL;
        }
        process = (const void*)((const char*)process + process->NextEntryOffset);
    }
    return process;
}

// Wine counts the places of its table of handles, which grows by hundreds, and no GDI and USER objects at all. A handle
// or a GDI object takes a free place of its table, and a leak leaves none free: a new one's place tells how many there
// are. USER objects take turns with their places, and tell nothing.
static BOOL isWine(void) {
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != NULL;
}

static DWORD placeOfHandle(void) {
    const HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    CloseHandle(event);
    return (DWORD)((SIZE_T)event / sizeof(DWORD));
}

static DWORD placeOfGdiObject(void) {
    const HBRUSH brush = CreateSolidBrush(RGB(1, 2, 3));
    DeleteObject(brush);
    return LOWORD((SIZE_T)brush);
}

void __stdcall OlkTakeSample(const struct OlkWalk* walk, struct OlkSample* sample) {
    const SYSTEM_PROCESS_INFORMATION* process = thisProcess();
    sample->references = walk->books->references;
    sample->sessions = walk->books->living;
    sample->privateBytes = privateBytes();
    sample->threads = process == NULL ? 0 : process->NumberOfThreads;
    if (isWine()) {
        sample->handles = placeOfHandle();
        sample->gdiObjects = placeOfGdiObject();
        sample->userObjects = 0;
        return;
    }
    sample->handles = process == NULL ? 0 : process->HandleCount;
    sample->gdiObjects = GetGuiResources(GetCurrentProcess(), GR_GDIOBJECTS);
    sample->userObjects = GetGuiResources(GetCurrentProcess(), GR_USEROBJECTS);
}
