// Sequences that somebody else has thought of.
#include "enter.h"
#include "helpers.h"
#include "table.h"
#include "tree.h"
#include "walks.h"

static struct OlkClient client;
static struct OlkTable observations;
static struct OlkTable ends;

static BOOL note(DWORD** run, struct OlkTable* table, const void* thing) {
    **run = olkPlaceOf(table, thing);
    return *(*run)++ != olkNoRoom;
}

static void tryOut(void* context) {
    struct OlkTriedOut* tried = context;
    struct OlkPlace* place = client.walk->place;
    const BYTE* letters = tried->letters;
    DWORD* run = tried->runs;
    struct OlkObservation observation;
    struct OlkEnd end;
    BOOL isRoom = TRUE;
    for (DWORD number = 0; number < tried->sequences && isRoom; ++number) {
        const DWORD length = letters[0] | (DWORD)letters[1] << 8;
        letters += 2;
        place->length = length;
        place->number = number;
        olkBegin(&client, &observation);
        isRoom &= note(&run, &observations, &observation);
        for (DWORD step = 0; step < length; ++step) {
            olkStep(&client, *letters++, &observation);
            isRoom &= note(&run, &observations, &observation);
        }
        olkFinish(&client, &end);
        isRoom &= note(&run, &ends, &end);
        tried->done += isRoom ? 1 : 0;
    }
}

BOOL __stdcall OlkTryOut(const struct OlkWalk* walk, struct OlkTriedOut* tried) {
    if (!olkPrepareClient(&client, walk) ||
        !olkMakeTable(&observations, sizeof(struct OlkObservation) / sizeof(DWORD), olkMostObserved) ||
        !olkMakeTable(&ends, sizeof(struct OlkEnd) / sizeof(DWORD), olkMostObserved)) {
        return FALSE;
    }
    tried->done = 0;
    olkAround(tryOut, tried);
    tried->found = (struct OlkFound){observations.things, ends.things, observations.count, ends.count};
    return TRUE;
}

void __stdcall OlkForgetTried(void) {
    olkFreeTable(&observations);
    olkFreeTable(&ends);
    olkLeaveClient();
}
