// All sequences up to a depth, in order of length, and within one length in the order of their letters.
#include "walks.h"

#include "enter.h"
#include "helpers.h"
#include "tree.h"

static struct OlkClient client;
static struct OlkTree tree;

struct Exploring {
    DWORD length;
    ULONG64 number;
    BYTE letter[olkDeepest];
    ULONG64 prefix[olkDeepest + 1];  // the number of the beginning of each length
    BOOL isFull;
    struct OlkExplored* explored;
};

static void deviate(struct Exploring* at, LONG step, DWORD before, struct OlkTable* table, const void* now) {
    struct OlkExplored* explored = at->explored;
    if (explored->deviations == olkMostDeviations) {
        return;
    }
    const DWORD place = olkPlaceOf(table, now);
    if (place != olkNoRoom) {
        explored->deviation[explored->deviations++] =
            (struct OlkDeviation){at->number, at->length, step, before, place};
    }
}

// What was observed where all before was the same: it is compared, or noted where it is the first time.
static void note(struct Exploring* at, DWORD length, const struct OlkObservation* observation) {
    struct OlkTable* table = &tree.observations;
    DWORD* noted = &tree.observed[length][at->prefix[length]];
    if (length == at->length) {
        const DWORD place = olkPlaceOf(table, observation);
        at->isFull |= place == olkNoRoom;
        *noted = place;
    } else if (!olkIsSame(table, *noted, observation)) {
        deviate(at, (LONG)length - 1, *noted, table, observation);
    }
}

static void walk(struct Exploring* at) {
    struct OlkObservation observation;
    struct OlkEnd end;
    olkBegin(&client, &observation);
    note(at, 0, &observation);
    for (DWORD step = 0; step < at->length; ++step) {
        olkStep(&client, at->letter[step], &observation);
        note(at, step + 1, &observation);
    }
    olkFinish(&client, &end);
    const DWORD place = olkPlaceOf(&tree.ends, &end);
    at->isFull |= place == olkNoRoom;
    tree.ended[at->length][at->number] = place;
}

// The letters of the next number of that length, and the numbers of its beginnings.
static void spell(struct Exploring* at) {
    ULONG64 rest = at->number;
    for (DWORD length = at->length; length > 0; --length) {
        at->prefix[length] = rest;
        at->letter[length - 1] = (BYTE)(rest % olkLetters);
        rest /= olkLetters;
    }
    at->prefix[0] = 0;
}

static void walkLength(struct Exploring* at) {
    struct OlkPlace* place = client.walk->place;
    const ULONG64 numbers = olkSequencesOf(at->length);
    for (at->number = 0; at->number < numbers && !at->isFull; ++at->number) {
        place->length = at->length;
        place->number = at->number;
        spell(at);
        walk(at);
    }
}

static void explore(void* context) {
    struct OlkExplored* explored = context;
    struct Exploring at = {.explored = explored};
    LARGE_INTEGER begin, end;
    QueryPerformanceCounter(&begin);
    DWORD told = 0;
    for (at.length = 0; at.length <= explored->depth; ++at.length) {
        walkLength(&at);
        if (at.isFull) {
            break;
        }
        told = at.length;
    }
    QueryPerformanceCounter(&end);
    explored->ticks = (ULONG64)(end.QuadPart - begin.QuadPart);
    explored->depth = olkFold(&tree, told);
}

BOOL __stdcall OlkExplore(const struct OlkWalk* walk, struct OlkExplored* explored) {
    if (explored->depth > olkDeepest || !olkPrepareClient(&client, walk) || !olkMakeTree(&tree, explored->depth)) {
        return FALSE;
    }
    explored->deviations = 0;
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
