// Blocks for the vendor's code, each at the end of its pages and with one behind it that cannot be touched: an overrun
// faults at the instruction that does it. A block that is given back cannot be touched from then on, and its address is
// never used again.
#pragma once

#include <windows.h>

// What was done to a block. Read by harness/probe/heap-misuse.ts, as a part of OlkFault.
enum OlkMisuse {
    olkNoMisuse,
    olkBehind,         // an access behind its end; `distance` bytes lie between
    olkGivenBack,      // an access to one that had been given back, `distance` bytes from its beginning
    olkTwice,          // it was given back twice
    olkInside,         // a pointer was given back that is `distance` bytes from a block's beginning
    olkWrittenBehind,  // found when it was given back, or after the step: `distance` bytes behind it were written
    olkWrittenBefore,  // likewise before it
};

struct OlkHeapFault {
    DWORD misuse;
    DWORD size;  // of the block, as it was asked for
    LONG64 distance;
};

// FALSE: there is no room to reserve.
BOOL olkPrepareHeap(void);

BOOL olkIsGuarded(const void* pointer);

// What an access to this address means. Takes no lock: the thread may hold any.
struct OlkHeapFault olkMisuseAt(const void* address);

// NULL: there is no room left, or the block is a large one; the plain heap is to serve then.
void* olkAllocate(SIZE_T size, BOOL isZeroed);

// The following three are for a pointer that is guarded. `caller` is blamed when it is that of no living block, or when
// something was written around the block; the process ends then.
void olkGiveBack(void* pointer, const void* caller);
SIZE_T olkSizeOf(void* pointer, const void* caller);
// As much as fits of what a block holds goes to its new place, and the block is given back.
void olkMove(void* to, SIZE_T size, void* pointer, const void* caller);

// Ends the process when something was written right around a living block.
void __stdcall OlkCheckHeap(void);
