// Every sequence up to a depth: what was observed after each, and what was left at its end, by length and number. The
// number of a sequence is its letters as the digits of a number to the base of olkLetters.
#pragma once

#include "table.h"
#include "walk.h"

enum { olkDeepest = 8, olkMostObserved = 8192, olkMostNodes = 32768 };

// At full depth `next` has no meaning, and `isLeaf` is 1.
struct OlkNode {
    DWORD observation;
    DWORD end;
    DWORD isLeaf;
    DWORD next[olkLetters];
};
_Static_assert(sizeof(struct OlkNode) == 48 && offsetof(struct OlkNode, next) == 12, OLK_MIRRORED);

struct OlkTree {
    struct OlkTable observations;
    struct OlkTable ends;
    DWORD* observed[olkDeepest + 1];
    DWORD* ended[olkDeepest + 1];
    struct OlkTable nodes;
};

// FALSE: there is no memory.
BOOL olkMakeTree(struct OlkTree* tree, DWORD depth);

void olkFreeTree(struct OlkTree* tree);

// How many sequences there are of that length.
ULONG64 olkSequencesOf(DWORD length);

// Makes equal subtrees one node; the last node is the root. The depth that there was room for is answered. To be called
// once: what was observed by length and number is lost.
DWORD olkFold(struct OlkTree* tree, DWORD depth);
