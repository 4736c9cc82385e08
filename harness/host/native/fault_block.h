// The last exception that came up in the vendor's code, told where it survives the process. Read by
// harness/probe/exception.ts, heap-misuse.ts and shown-window.ts; the block lies in the journal's header.
#pragma once

#include <stddef.h>
#include <windows.h>

#include "misuse.h"

enum { olkFaultModule = 48, olkWindowClass = 24, olkWindowTitle = 32, olkNoAccess = 0xffffffff };

struct OlkFault {
    struct OlkHeapFault heap;  // what the exception means where blocks are guarded
    DWORD code;                // 0: none; written last
    DWORD access;              // of an access violation: 0 read, 1 write, 8 execute; otherwise olkNoAccess
    ULONG64 address;           // of an access violation: what was read, written or executed
    ULONG64 offset;  // of the instruction, from the module's base; the address itself where there is no module
    char module[olkFaultModule];  // the name that the image gives itself, cut to fit, terminated; empty: none
    DWORD threadEnded;            // 1: the thread that is watched came to its end
    DWORD showsWindow;            // 1: the process has a visible window; class and title, cut to fit, terminated
    WCHAR windowClass[olkWindowClass];
    WCHAR windowTitle[olkWindowTitle];
};
// The journal's header has 208 bytes for it, from 48 on; those who read it count from the header's beginning.
_Static_assert(sizeof(struct OlkFault) == 208, "the journal's header ends where it ends: MappedJournal.cs");
_Static_assert(offsetof(struct OlkFault, code) == 16 && offsetof(struct OlkFault, offset) == 32 &&
                   offsetof(struct OlkFault, module) == 40 && offsetof(struct OlkFault, threadEnded) == 88,
               "harness/probe/exception.ts reads it at these offsets");
_Static_assert(offsetof(struct OlkFault, showsWindow) == 92 && offsetof(struct OlkFault, windowClass) == 96 &&
                   offsetof(struct OlkFault, windowTitle) == 144,
               "harness/probe/shown-window.ts reads it at these offsets");

// In the journal's header; NULL: nothing can be told yet.
extern struct OlkFault* olkFaultBlock;

// What is told of an exception beside the window.
struct OlkHarm {
    DWORD code;
    DWORD access;
    ULONG64 address;
    const char* instruction;
    struct OlkHeapFault heap;
};

// `base`: of the module that the instruction lies in; NULL: it is in none, or cannot be known.
void olkNote(const struct OlkHarm* harm, const char* base);

// NULL: no module is there.
const char* olkBaseOf(const void* instruction);

// Ends the process for what was done to a block of the heap by the code that `caller` lies in; NULL: it is not known.
void olkEndWith(const struct OlkHeapFault* fault, const void* caller);

// An exception that was survived is no part of the next call's story.
void olkForgetFault(void);
