// What the bridge can ask of the walker, on one thread at a time. Mirrored in harness/host/bridge/walk.
#pragma once

#include "tree.h"

enum { olkMostDeviations = 64, olkObservedInLife = olkDeepest + 2 };

// What was observed, and what was left: OlkObservations and OlkEnds, each once.
struct OlkFound {
    const void* observations;
    const void* ends;
    DWORD observationCount;
    DWORD endCount;
};
_Static_assert(sizeof(struct OlkFound) == 24, OLK_MIRRORED);

// A life in which something came back that had not come back where all before was the same.
struct OlkDeviation {
    ULONG64 number;
    DWORD length;
    LONG step;
    DWORD before;
    DWORD now;
    DWORD life[olkObservedInLife];  // what creating the helper did, each step, and what was left at the end
};
_Static_assert(sizeof(struct OlkDeviation) == 64 && offsetof(struct OlkDeviation, life) == 24, OLK_MIRRORED);

struct OlkExplored {
    struct OlkFound found;
    const struct OlkNode* nodes;
    DWORD nodeCount;
    DWORD depth;  // in: how deep to go; out: how deep there was room for what was seen
    ULONG64 ticks;
    DWORD deviations;
    DWORD untold;  // lives that would be one more, but for lack of room
    struct OlkDeviation deviation[olkMostDeviations];
};
_Static_assert(sizeof(struct OlkExplored) == 4152 && offsetof(struct OlkExplored, deviation) == 56, OLK_MIRRORED);

// FALSE: there is no memory. What was found lies there until it is forgotten.
BOOL __stdcall OlkExplore(const struct OlkWalk* walk, struct OlkExplored* explored);
void __stdcall OlkForgetExplored(void);

// `letters`: sequence after sequence, each behind its length in a 16-bit word, as bytes of OlkLetter. `runs` has room
// for as many places as there are letters and two more for each sequence: creating the helper, and the end.
struct OlkTriedOut {
    const BYTE* letters;
    DWORD* runs;
    DWORD sequences;
    DWORD done;  // those that there was room for
    struct OlkFound found;
};
_Static_assert(sizeof(struct OlkTriedOut) == 48, OLK_MIRRORED);

BOOL __stdcall OlkTryOut(const struct OlkWalk* walk, struct OlkTriedOut* tried);
void __stdcall OlkForgetTried(void);

// Lives that are not told of, one by one. Their number in the whole goes on from `first`.
struct OlkLives {
    const BYTE* letters;
    DWORD length;
    DWORD cycles;
    ULONG64 first;
    ULONG64 ticks;
    DWORD changed;  // out: how many had other answers than the very first one
    DWORD unused;
};
_Static_assert(sizeof(struct OlkLives) == 40 && offsetof(struct OlkLives, changed) == 32, OLK_MIRRORED);

BOOL __stdcall OlkSoak(const struct OlkWalk* walk, struct OlkLives* lives);

// What the process holds at this moment.
struct OlkSample {
    LONG64 references;
    ULONG64 privateBytes;
    DWORD sessions;
    DWORD handles;
    DWORD threads;
    DWORD gdiObjects;
    DWORD userObjects;
    DWORD unused;
};
_Static_assert(sizeof(struct OlkSample) == 40 && offsetof(struct OlkSample, sessions) == 16, OLK_MIRRORED);

// FALSE: something of it cannot be told, and it is to be left out, because no number would be true.
BOOL __stdcall OlkTakeSample(const struct OlkWalk* walk, struct OlkSample* sample);

// One letter on one helper again and again, to be timed. `g` is followed by the Release of what came, in every manner;
// of letters that are no method of the helper there is only olkRecorded.
enum OlkManner {
    olkRaw,         // a loop around the method itself, as a client in C++ has it
    olkUnrecorded,  // as the walker enters it
    olkRecorded,    // a step of the walker, compared with the first
};

struct OlkRepeated {
    DWORD letter;
    DWORD manner;
    ULONG64 times;
    ULONG64 ticks;
};
_Static_assert(sizeof(struct OlkRepeated) == 24, OLK_MIRRORED);

BOOL __stdcall OlkRepeatLetter(const struct OlkWalk* walk, struct OlkRepeated* repeated);
