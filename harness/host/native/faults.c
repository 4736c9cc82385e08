// Before anybody else hears of an exception, and with nothing that takes a lock or allocates: the thread may hold any
// lock, and after a stack overflow there is hardly a page left.
#include "faults.h"

#include "arena.h"
#include "misuse.h"

extern DWORD olkStackSlot;

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

static BOOL isAccess(const EXCEPTION_RECORD* record) {
    return record->ExceptionCode == STATUS_ACCESS_VIOLATION && record->NumberParameters >= 2;
}

static BOOL isOfGuarded(const EXCEPTION_RECORD* record) {
    return isAccess(record) && olkIsGuarded((const void*)record->ExceptionInformation[1]);
}

static void note(const EXCEPTION_RECORD* record, const char* base) {
    struct OlkHarm harm = {
        .code = record->ExceptionCode,
        .access = olkNoAccess,
        .instruction = record->ExceptionAddress,
    };
    if (isAccess(record)) {
        harm.access = (DWORD)record->ExceptionInformation[0];
        harm.address = record->ExceptionInformation[1];
        harm.heap = olkMisuseAt((const void*)harm.address);
    }
    olkNote(&harm, base);
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
    const char* base = olkBaseOf(record->ExceptionAddress);
    // Managed code is in no image; the CLR makes use of access violations there. What is guarded is none of its memory:
    // the bridge came upon what the vendor's code had given back.
    if (!isInVendorCall() && base == NULL && !isOfGuarded(record)) {
        return EXCEPTION_CONTINUE_SEARCH;
    }
    note(record, base);
    return EXCEPTION_CONTINUE_SEARCH;
}

BOOL __stdcall OlkTellFaults(struct OlkFault* block) {
    olkFaultBlock = block;
    return AddVectoredExceptionHandler(TRUE, tell) != NULL;
}
