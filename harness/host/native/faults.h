// The last exception that came up in the vendor's code, told where it survives the process. Read by
// harness/probe/exception.ts, heap-misuse.ts and shown-window.ts; the block lies in the journal's header.
#pragma once

#include <windows.h>

#include "heap.h"

enum { olkFaultModule = 48, olkWindowClass = 24, olkWindowTitle = 32 };

struct OlkFault {
    struct OlkHeapFault heap;  // what the exception means where blocks are guarded
    DWORD code;                // 0: none; written last
    DWORD access;              // of an access violation: 0 read, 1 write, 8 execute; otherwise 0xffffffff
    ULONG64 address;           // of an access violation: what was read, written or executed
    ULONG64 offset;  // of the instruction, from the module's base; the address itself where there is no module
    char module[olkFaultModule];  // the name that the image gives itself, cut to fit, terminated; empty: none
    DWORD threadEnded;            // 1: the thread that is watched came to its end
    DWORD showsWindow;            // 1: the process has a visible window; class and title, cut to fit, terminated
    WCHAR windowClass[olkWindowClass];
    WCHAR windowTitle[olkWindowTitle];
};

// Ends the process for what was done to a block by the code that `caller` lies in; NULL: it is not known.
void olkEndWith(const struct OlkHeapFault* fault, const void* caller);

// An exception that was survived is no part of the next call's story.
void olkForgetFault(void);

// From now on exceptions of the vendor's code are told in this block. FALSE: they cannot be.
BOOL __stdcall OlkTellFaults(struct OlkFault* block);

// From now on the process ends when this thread does, says so in the block and exits with STATUS_THREAD_IS_TERMINATING:
// a vendor's code can end the thread, and Wine does after a stack overflow. Without this nobody would ever answer. The
// thread also ends when the process is ended for another reason; the exit status is that reason's then. While the
// thread goes on for long, the block says whether the process shows a window that may be waiting for somebody.
BOOL __stdcall OlkWatchThisThread(void);
