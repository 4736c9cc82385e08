// Lives in which not the same came back as when the same calls had been made before. What the tree holds of a sequence
// is what came first; whatever else came is told with the whole life, so that it can be judged as any other.
#pragma once

#include "walks.h"

// The life of one helper. What is counted by length has creating the helper at 0, and step N at N + 1.
struct OlkLife {
    DWORD length;
    ULONG64 number;
    BYTE letter[olkDeepest];
    ULONG64 prefix[olkDeepest + 1];     // the number of the beginning of each length
    DWORD observed[olkObservedInLife];  // places; olkNoRoom: there is none
    DWORD answered;                     // bits of the lengths at which another answer came,
    DWORD moved;                        // and of those at which the provider alone has counted otherwise
};

// What was observed at that length is not what was noted: finds out in what it differs.
void olkCompare(struct OlkLife* life, DWORD length, DWORD noted, struct OlkTable* observations,
                const struct OlkObservation* observation, const struct OlkExplored* explored);

// At the end of a life that differs.
void olkDeviate(const struct OlkLife* life, const struct OlkTree* tree, struct OlkExplored* explored);
