// A sequence at work: its helpers, what its client holds, and what was seen of the provider the last time.
#pragma once

#include "lent.h"
#include "table.h"
#include "walk.h"

// Sessions beyond these are not looked at, and pointers beyond these not held: a sequence that a person would wait for
// has fewer.
enum { olkMostSessions = 1024, olkMostHeld = 4096 };

struct OlkClient {
    const struct OlkWalk* walk;
    struct OlkLent lent;  // what the helpers' methods are given
    void* unknown[2];     // what creating them gave
    void* helper[2];      // their interface; NULL: there is none
    DWORD made[2];        // places of the helpers, in the order in which they were created
    DWORD helpers;
    DWORD current;
    void* held[olkMostHeld];
    DWORD firstHeld;
    DWORD heldEnd;
    struct OlkBooks seen;
    DWORD references[olkMostSessions];
};

// Once, before any sequence. FALSE: there is no memory.
BOOL olkPrepareClient(struct OlkClient* client, const struct OlkWalk* walk);

void olkLeaveClient(void);

// Begins a sequence: a new account, and a helper.
void olkBegin(struct OlkClient* client, struct OlkObservation* observation);

// Makes the helper of that place, and tells of it in the observation.
void olkCreate(struct OlkClient* client, DWORD place, struct OlkObservation* observation);

// The observation must be one that olkBegin or olkStep has made: where nothing moved before, less of it is written.
void olkStep(struct OlkClient* client, enum OlkLetter letter, struct OlkObservation* observation);

// What the provider has counted since the last look is told in the observation.
void olkLook(struct OlkClient* client, struct OlkObservation* observation);

// What an out-pointer held, and how old the session is that it may be.
void olkTellSession(struct OlkClient* client, const void* pointer, struct OlkObservation* observation);

// Whether this is what an observation of a table holds.
static inline BOOL olkIsSame(const struct OlkTable* observations, DWORD place,
                             const struct OlkObservation* observation) {
    const struct OlkObservation* noted = (const struct OlkObservation*)(const void*)observations->things + place;
    const ULONG64* one = (const void*)noted;
    const ULONG64* other = (const void*)observation;
    if (one[0] != other[0] || one[1] != other[1] || noted->isMoved != observation->isMoved) {
        return FALSE;
    }
    const DWORD end = observation->isMoved ? sizeof *noted / sizeof *one : 2;
    for (DWORD at = 2; at < end; ++at) {
        if (one[at] != other[at]) {
            return FALSE;
        }
    }
    return TRUE;
}

// Everything is let go.
void olkFinish(struct OlkClient* client, struct OlkEnd* end);
