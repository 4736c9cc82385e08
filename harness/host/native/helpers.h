// A sequence at work: its helpers, what its client holds, and what was seen of the provider the last time.
#pragma once

#include "walk.h"

// Sessions beyond these are not looked at, and pointers beyond these not held: a sequence that a person would wait for has
// fewer.
enum { olkMostSessions = 1024, olkMostHeld = 4096 };

struct OlkClient {
    const struct OlkWalk *walk;
    void *helper[2];
    DWORD made[2];  // places of the helpers, in the order in which they were created
    DWORD helpers;
    DWORD current;
    void *held[olkMostHeld];
    DWORD firstHeld;
    DWORD heldEnd;
    struct OlkBooks seen;
    DWORD references[olkMostSessions];
};

// Once, before any sequence. FALSE: there is no memory.
BOOL olkPrepareClient(struct OlkClient *client, const struct OlkWalk *walk);

void olkLeaveClient(void);

// Begins a sequence: a new account, and a helper. What creating it did is told where there is an observation to tell it in.
void olkBegin(struct OlkClient *client, struct OlkObservation *observation);

void olkStep(struct OlkClient *client, enum OlkLetter letter, struct OlkObservation *observation);

// Everything is let go.
void olkFinish(struct OlkClient *client, struct OlkEnd *end);
