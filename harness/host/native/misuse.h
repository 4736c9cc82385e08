// What was done to a guarded block that must not be done.
#pragma once

#include <stddef.h>
#include <windows.h>

#include "arena.h"

// Read by harness/probe/heap-misuse.ts, as a part of OlkFault.
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
_Static_assert(sizeof(struct OlkHeapFault) == 16 && offsetof(struct OlkHeapFault, distance) == 8,
               "harness/probe/heap-misuse.ts reads it at these offsets");

// What an access to this address means. Takes no lock: the thread may hold any.
struct OlkHeapFault olkMisuseAt(const void* address);

// What is wrong with giving back this pointer, which lies on the pages of this block; NULL: on those of none.
struct OlkHeapFault olkMisuseOf(const struct OlkBlock* block, const void* pointer);

// What was written right around a living block.
struct OlkHeapFault olkMisuseAround(const struct OlkBlock* block);

// Fills what is around a new block, so that it shows when something is written there.
void olkFillAround(const struct OlkBlock* block);
