#include "tree.h"

enum { words = sizeof(DWORD) };

BOOL olkMakeTree(struct OlkTree* tree, DWORD depth) {
    BOOL isMade = olkMakeTable(&tree->observations, sizeof(struct OlkObservation) / words, olkMostObserved);
    isMade &= olkMakeTable(&tree->ends, sizeof(struct OlkEnd) / words, olkMostObserved);
    isMade &= olkMakeTable(&tree->nodes, sizeof(struct OlkNode) / words, olkMostNodes);
    for (DWORD length = 0; length <= olkDeepest; ++length) {
        const SIZE_T number = length <= depth ? olkSequencesOf(length) : 1;
        tree->observed[length] = olkTake(number, sizeof(DWORD));
        tree->ended[length] = olkTake(number, sizeof(DWORD));
        isMade &= tree->observed[length] != NULL && tree->ended[length] != NULL;
    }
    return isMade;
}

void olkFreeTree(struct OlkTree* tree) {
    olkFreeTable(&tree->observations);
    olkFreeTable(&tree->ends);
    olkFreeTable(&tree->nodes);
    for (DWORD length = 0; length <= olkDeepest; ++length) {
        olkGive(tree->observed[length]);
        olkGive(tree->ended[length]);
        tree->observed[length] = tree->ended[length] = NULL;
    }
}

ULONG64 olkSequencesOf(DWORD length) {
    ULONG64 number = 1;
    while (length-- > 0) {
        number *= olkLetters;
    }
    return number;
}

static const struct OlkNode* nodeAt(const struct OlkTree* tree, DWORD place) {
    return (const struct OlkNode*)(const void*)tree->nodes.things + place;
}

// The nodes of all sequences of this length stand where their observations stood. The number of those that found room.
static ULONG64 foldLength(struct OlkTree* tree, DWORD length, BOOL isLeaf) {
    const ULONG64 number = olkSequencesOf(length);
    for (ULONG64 at = 0; at < number; ++at) {
        struct OlkNode node = {tree->observed[length][at], tree->ended[length][at], isLeaf ? 1 : 0, {0}};
        for (DWORD letter = 0; letter < olkLetters && !isLeaf; ++letter) {
            node.next[letter] = tree->observed[length + 1][at * olkLetters + letter];
        }
        const DWORD place = olkPlaceOf(&tree->nodes, &node);
        if (place == olkNoRoom) {
            return at;
        }
        tree->observed[length][at] = place;
    }
    return number;
}

// What foldLength has done to the first so many.
static void unfold(struct OlkTree* tree, DWORD length, ULONG64 number) {
    for (ULONG64 at = 0; at < number; ++at) {
        tree->observed[length][at] = nodeAt(tree, tree->observed[length][at])->observation;
    }
}

DWORD olkFold(struct OlkTree* tree, DWORD depth) {
    for (;; --depth) {
        DWORD length = depth;
        ULONG64 folded = foldLength(tree, length, TRUE);
        while (folded == olkSequencesOf(length) && length > 0) {
            folded = foldLength(tree, --length, FALSE);
        }
        if (folded == olkSequencesOf(length)) {
            return depth;
        }
        for (unfold(tree, length, folded); length < depth;) {
            ++length;
            unfold(tree, length, olkSequencesOf(length));
        }
        olkEmptyTable(&tree->nodes);
    }
}
