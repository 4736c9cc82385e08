// Which exceptions end a call of olkEnter, and which the process: as for the calls of scripts, where the CLR decides.
// It does not let anybody go on after those that say that the process is damaged.
#include "enter.h"

extern char olkCaught[];

enum { clr = 0xE0434352, clrOfOld = 0xE0434F4D };

static BOOL endsProcess(DWORD code) {
    switch (code) {
        case STATUS_ACCESS_VIOLATION:
        case STATUS_STACK_OVERFLOW:
        case STATUS_ILLEGAL_INSTRUCTION:
        case STATUS_IN_PAGE_ERROR:
        case STATUS_INVALID_DISPOSITION:
        case STATUS_NONCONTINUABLE_EXCEPTION:
        case STATUS_PRIVILEGED_INSTRUCTION:
        case STATUS_BREAKPOINT:
        case STATUS_SINGLE_STEP:
        case (DWORD)clr:
        case (DWORD)clrOfOld:
            return TRUE;
        default:
            return FALSE;
    }
}

EXCEPTION_DISPOSITION olkCatch(EXCEPTION_RECORD* record, void* frame, CONTEXT* context,
                               DISPATCHER_CONTEXT* dispatcher) {
    (void)context;
    if ((record->ExceptionFlags & (EXCEPTION_UNWINDING | EXCEPTION_EXIT_UNWIND)) == 0 &&
        !endsProcess(record->ExceptionCode)) {
        RtlUnwindEx(frame, olkCaught, record, (void*)(OLK_THROWN | record->ExceptionCode), dispatcher->ContextRecord,
                    dispatcher->HistoryTable);
    }
    return ExceptionContinueSearch;
}
