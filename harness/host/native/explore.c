// All sequences up to a depth, in order of length, and within one length in the order of their letters.
#include "walks.h"

#include "deviations.h"
#include "enter.h"
#include "helpers.h"

static struct OlkClient client;
static struct OlkTree tree;

struct Exploring {
    struct OlkLife life;
    BOOL isFull;
    struct OlkExplored* explored;
};

// What was observed where all before was the same: it is compared, or noted where it is the first time.
static void note(struct Exploring* at, DWORD length, const struct OlkObservation* observation) {
    struct OlkLife* life = &at->life;
    DWORD* noted = &tree.observed[length][life->prefix[length]];
    if (length == life->length) {
        *noted = olkPlaceOf(&tree.observations, observation);
        at->isFull |= *noted == olkNoRoom;
    } else if (!olkIsSame(&tree.observations, *noted, observation)) {
        olkCompare(life, length, *noted, &tree.observations, observation, at->explored);
        return;
    }
    life->observed[length] = *noted;
}

static void walk(struct Exploring* at) {
    struct OlkLife* life = &at->life;
    struct OlkObservation observation;
    struct OlkEnd end;
    olkBegin(&client, &observation);
    note(at, 0, &observation);
    for (DWORD step = 0; step < life->length; ++step) {
        olkStep(&client, life->letter[step], &observation);
        note(at, step + 1, &observation);
    }
    olkFinish(&client, &end);
    const DWORD place = olkPlaceOf(&tree.ends, &end);
    at->isFull |= place == olkNoRoom;
    tree.ended[life->length][life->number] = place;
    life->observed[life->length + 1] = place;
    if ((life->answered | life->moved) != 0) {
        olkDeviate(life, &tree, at->explored);
    }
}

// The letters of the next number of that length, and the numbers of its beginnings; nothing has differed yet.
static void spell(struct OlkLife* life) {
    ULONG64 rest = life->number;
    for (DWORD length = life->length; length > 0; --length) {
        life->prefix[length] = rest;
        life->letter[length - 1] = (BYTE)(rest % olkLetters);
        rest /= olkLetters;
    }
    life->prefix[0] = 0;
    life->answered = life->moved = 0;
}

static void walkLength(struct Exploring* at) {
    struct OlkPlace* place = client.walk->place;
    struct OlkLife* life = &at->life;
    const ULONG64 numbers = olkSequencesOf(life->length);
    for (life->number = 0; life->number < numbers && !at->isFull; ++life->number) {
        place->length = life->length;
        place->number = life->number;
        spell(life);
        walk(at);
    }
}

static void explore(void* context) {
    struct OlkExplored* explored = context;
    struct Exploring at = {.explored = explored};
    LARGE_INTEGER begin, end;
    QueryPerformanceCounter(&begin);
    DWORD told = 0;
    for (at.life.length = 0; at.life.length <= explored->depth; ++at.life.length) {
        walkLength(&at);
        if (at.isFull) {
            break;
        }
        told = at.life.length;
    }
    QueryPerformanceCounter(&end);
    explored->ticks = (ULONG64)(end.QuadPart - begin.QuadPart);
    explored->depth = olkFold(&tree, told);
}

BOOL __stdcall OlkExplore(const struct OlkWalk* walk, struct OlkExplored* explored) {
    if (explored->depth > olkDeepest || !olkPrepareClient(&client, walk) || !olkMakeTree(&tree, explored->depth)) {
        return FALSE;
    }
    explored->deviations = explored->untold = 0;
    olkAround(explore, explored);
    explored->found =
        (struct OlkFound){tree.observations.things, tree.ends.things, tree.observations.count, tree.ends.count};
    explored->nodes = (const void*)tree.nodes.things;
    explored->nodeCount = tree.nodes.count;
    return TRUE;
}

void __stdcall OlkForgetExplored(void) {
    olkFreeTree(&tree);
    olkLeaveClient();
}
