// Before anybody else hears of an exception, and with nothing that takes a lock or allocates: the thread may hold any
// lock, and after a stack overflow there is hardly a page left.
#include "faults.h"

#ifndef STATUS_THREAD_IS_TERMINATING
#define STATUS_THREAD_IS_TERMINATING ((DWORD)0xC000004B)
#endif

extern DWORD olkStackSlot;

static struct OlkFault* block;

enum { cppOfGcc = 0x20474343, clr = 0xE0434352, clrOfOld = 0xE0434F4D };

// Breakpoints, debug output, names of threads: an exception that means harm is of severity error, but for those that
// C++ is made of.
static BOOL meansHarm(DWORD code) {
    return code == cppOfGcc || (code >= 0xC0000000 && code != clr && code != clrOfOld);
}

// Within OlkCall; a thread of the vendor's own never is.
static BOOL isInVendorCall(void) {
    const DWORD error = GetLastError();
    const BOOL isSet = TlsGetValue(olkStackSlot) != NULL;
    SetLastError(error);
    return isSet;
}

static const char* baseOf(const void* instruction) {
    MEMORY_BASIC_INFORMATION region;
    if (VirtualQuery(instruction, &region, sizeof region) == 0 || region.Type != MEM_IMAGE) {
        return NULL;
    }
    return region.AllocationBase;
}

// Whether so many bytes from there on can be read.
static BOOL isReadable(const char* at, SIZE_T size) {
    MEMORY_BASIC_INFORMATION region;
    return VirtualQuery(at, &region, sizeof region) != 0 && region.State == MEM_COMMIT &&
           (region.Protect & (PAGE_NOACCESS | PAGE_GUARD)) == 0 &&
           at + size <= (const char*)region.BaseAddress + region.RegionSize;
}

// The name in the image's own table of exports. The loader knows the file's, but would want its lock.
static void nameOf(const char* base, char* name) {
    name[0] = '\0';
    const IMAGE_DOS_HEADER* dos = (const void*)base;
    if (base == NULL || !isReadable(base, sizeof *dos)) {
        return;
    }
    const IMAGE_NT_HEADERS* nt = (const void*)(base + dos->e_lfanew);
    if (!isReadable((const char*)nt, sizeof *nt)) {
        return;
    }
    const DWORD table = nt->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXPORT].VirtualAddress;
    const IMAGE_EXPORT_DIRECTORY* exports = (const void*)(base + table);
    if (table == 0 || !isReadable((const char*)exports, sizeof *exports)) {
        return;
    }
    const char* own = base + exports->Name;
    DWORD at = 0;
    while (at + 1 < olkFaultModule && isReadable(own + at, 1) && own[at] != '\0') {
        name[at] = own[at];
        ++at;
    }
    name[at] = '\0';
}

static BOOL isOfGuarded(const EXCEPTION_RECORD* record) {
    return record->ExceptionCode == STATUS_ACCESS_VIOLATION && record->NumberParameters >= 2 &&
           olkIsGuarded((const void*)record->ExceptionInformation[1]);
}

static void note(const EXCEPTION_RECORD* record, const char* base) {
    const BOOL isAccess = record->ExceptionCode == STATUS_ACCESS_VIOLATION && record->NumberParameters >= 2;
    block->code = 0;
    block->access = isAccess ? (DWORD)record->ExceptionInformation[0] : 0xffffffff;
    block->address = isAccess ? record->ExceptionInformation[1] : 0;
    block->offset = (ULONG64)((const char*)record->ExceptionAddress - base);
    block->heap = olkMisuseAt((const void*)block->address);
    nameOf(base, block->module);
    *(volatile DWORD*)&block->code = record->ExceptionCode;
}

void olkEndWith(const struct OlkHeapFault* fault, const void* caller) {
    const char* base = baseOf(caller);
    block->code = 0;
    block->access = 0xffffffff;
    block->address = 0;
    block->offset = (ULONG64)((const char*)caller - base);
    block->heap = *fault;
    nameOf(base, block->module);
    *(volatile DWORD*)&block->code = STATUS_HEAP_CORRUPTION;
    TerminateProcess(GetCurrentProcess(), STATUS_HEAP_CORRUPTION);
}

static LONG CALLBACK tell(EXCEPTION_POINTERS* exception) {
    const EXCEPTION_RECORD* record = exception->ExceptionRecord;
    if (!meansHarm(record->ExceptionCode)) {
        return EXCEPTION_CONTINUE_SEARCH;
    }
    if (record->ExceptionCode == STATUS_STACK_OVERFLOW) {
        // To ask where the instruction lies takes more stack than is left.
        note(record, NULL);
        return EXCEPTION_CONTINUE_SEARCH;
    }
    const char* base = baseOf(record->ExceptionAddress);
    // Managed code is in no image; the CLR makes use of access violations there. What is guarded is none of its memory:
    // the bridge came upon what the vendor's code had given back.
    if (!isInVendorCall() && base == NULL && !isOfGuarded(record)) {
        return EXCEPTION_CONTINUE_SEARCH;
    }
    note(record, base);
    return EXCEPTION_CONTINUE_SEARCH;
}

void olkForgetFault(void) {
    if (block->code != 0) {
        *(volatile DWORD*)&block->code = 0;
    }
}

BOOL __stdcall OlkTellFaults(struct OlkFault* into) {
    block = into;
    return AddVectoredExceptionHandler(TRUE, tell) != NULL;
}

// Of other processes' windows nothing is asked, and of ours nothing that their threads would have to answer.
static BOOL CALLBACK noteWindow(HWND window, LPARAM unused) {
    (void)unused;
    DWORD process = 0;
    GetWindowThreadProcessId(window, &process);
    if (process != GetCurrentProcessId() || !IsWindowVisible(window)) {
        return TRUE;
    }
    GetClassNameW(window, block->windowClass, olkWindowClass);
    InternalGetWindowText(window, block->windowTitle, olkWindowTitle);
    *(volatile DWORD*)&block->showsWindow = 1;
    return FALSE;
}

static void lookForWindows(void) {
    *(volatile DWORD*)&block->showsWindow = 0;
    EnumWindows(noteWindow, 0);
}

// A call that takes as long as this is no ordinary one: for those nobody looks.
enum { lookingMs = 800 };

static DWORD WINAPI awaitEnd(void* thread) {
    static volatile LONG lookers = 0;
    const BOOL looks = InterlockedIncrement(&lookers) == 1;
    while (WaitForSingleObject(thread, looks ? lookingMs : INFINITE) == WAIT_TIMEOUT) {
        lookForWindows();
    }
    *(volatile DWORD*)&block->threadEnded = 1;
    TerminateProcess(GetCurrentProcess(), STATUS_THREAD_IS_TERMINATING);
    return 0;
}

BOOL __stdcall OlkWatchThisThread(void) {
    HANDLE thread = NULL;
    if (!DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), &thread, SYNCHRONIZE, FALSE,
                         0)) {
        return FALSE;
    }
    HANDLE watcher = CreateThread(NULL, 0, awaitEnd, thread, 0, NULL);
    return watcher != NULL && CloseHandle(watcher);
}
