#include "deviations.h"

// What lies beyond the numbers of references is no count (harness/model/step.ts), and as good as another answer.
static BOOL areBothCounts(DWORD one, DWORD other) {
    return ((one | other) & 0x80000000) == 0;
}

// References may be kept in one life and not in another: of a Release only that it came back is an answer.
static BOOL isAnotherAnswer(enum OlkLetter letter, const struct OlkObservation* noted,
                            const struct OlkObservation* now) {
    if (noted->kind != now->kind || noted->out != now->out || noted->text != now->text) {
        return TRUE;
    }
    const BOOL isCount = (letter == olkNewest || letter == olkOldest) && now->kind == olkReturned;
    if (noted->hresult != now->hresult && !isCount) {
        return TRUE;
    }
    return noted->value != now->value && !(letter == olkQuery && areBothCounts(noted->value, now->value));
}

static BOOL isMovedOtherwise(const struct OlkObservation* noted, const struct OlkObservation* now) {
    const DWORD* one = (const void*)&noted->initializes;
    const DWORD* other = (const void*)&now->initializes;
    BOOL differs = noted->age != now->age || noted->isMoved != now->isMoved;
    for (DWORD at = 0;
         now->isMoved && !differs && at < (sizeof *now - offsetof(struct OlkObservation, initializes)) / 4; ++at) {
        differs = one[at] != other[at];
    }
    return differs;
}

void olkCompare(struct OlkLife* life, DWORD length, DWORD noted, struct OlkTable* observations,
                const struct OlkObservation* observation, const struct OlkExplored* explored) {
    const struct OlkObservation* before = (const struct OlkObservation*)(const void*)observations->things + noted;
    const enum OlkLetter letter = length == 0 ? olkOtherHelper : (enum OlkLetter)life->letter[length - 1];
    if (isAnotherAnswer(letter, before, observation)) {
        life->answered |= 1u << length;
    } else if (isMovedOtherwise(before, observation)) {
        life->moved |= 1u << length;
    } else {
        life->observed[length] = noted;
        return;
    }
    // What nobody will be told of takes no room from what is still to be noted.
    const BOOL isRoom = explored->deviations < olkMostDeviations;
    life->observed[length] =
        isRoom ? olkPlaceOf(observations, observation) : olkPlaceIfThere(observations, observation);
}

static DWORD notedAt(const struct OlkLife* life, const struct OlkTree* tree, DWORD length) {
    return tree->observed[length][life->prefix[length]];
}

// The number of the beginning of that length.
static ULONG64 beginningOf(const struct OlkDeviation* told, DWORD length) {
    return told->number / olkSequencesOf(told->length - length);
}

static BOOL beginsAlike(const struct OlkLife* life, const struct OlkDeviation* told, DWORD length) {
    if (told->length < length || beginningOf(told, length) != life->prefix[length]) {
        return FALSE;
    }
    for (DWORD at = 0; at <= length; ++at) {
        if (told->life[at] != life->observed[at]) {
            return FALSE;
        }
    }
    return TRUE;
}

// The same call has brought the same in the place of the same.
static BOOL differsAlike(const struct OlkLife* life, const struct OlkDeviation* told, DWORD before, DWORD length) {
    const DWORD toldAt = (DWORD)(told->step + 1);
    if (told->before != before || told->now != life->observed[length] || (toldAt == 0) != (length == 0)) {
        return FALSE;
    }
    return length == 0 || beginningOf(told, toldAt) % olkLetters == life->letter[length - 1];
}

// Another answer is told of again where other calls came before. What the provider alone has counted otherwise is no
// fault by itself, and may be found in any number of lives: each manner of it is told of once.
static BOOL isToldBy(const struct OlkDeviation* told, const struct OlkLife* life, DWORD before, DWORD length) {
    const BOOL isAnswer = (life->answered >> length & 1) != 0;
    return beginsAlike(life, told, length) || (!isAnswer && differsAlike(life, told, before, length));
}

static BOOL isTold(const struct OlkExplored* explored, const struct OlkLife* life, const struct OlkTree* tree,
                   DWORD length) {
    for (DWORD at = 0; at < explored->deviations; ++at) {
        if (isToldBy(&explored->deviation[at], life, notedAt(life, tree, length), length)) {
            return TRUE;
        }
    }
    return FALSE;
}

static BOOL isAllInPlace(const struct OlkLife* life) {
    for (DWORD at = 0; at < life->length + 2; ++at) {
        if (life->observed[at] == olkNoRoom) {
            return FALSE;
        }
    }
    return TRUE;
}

static void tell(const struct OlkLife* life, const struct OlkTree* tree, DWORD length, struct OlkExplored* explored) {
    if (explored->deviations == olkMostDeviations || !isAllInPlace(life)) {
        ++explored->untold;
        return;
    }
    struct OlkDeviation* deviation = &explored->deviation[explored->deviations++];
    deviation->number = life->number;
    deviation->length = life->length;
    deviation->step = (LONG)length - 1;
    deviation->before = notedAt(life, tree, length);
    deviation->now = life->observed[length];
    for (DWORD at = 0; at < olkObservedInLife; ++at) {
        deviation->life[at] = at < life->length + 2 ? life->observed[at] : 0;
    }
}

void olkDeviate(const struct OlkLife* life, const struct OlkTree* tree, struct OlkExplored* explored) {
    const DWORD differing[] = {life->answered, life->moved};
    for (DWORD kind = 0; kind < 2; ++kind) {
        for (DWORD length = 0; length < life->length; ++length) {
            if ((differing[kind] >> length & 1) != 0 && !isTold(explored, life, tree, length)) {
                tell(life, tree, length, explored);
                return;
            }
        }
    }
}
