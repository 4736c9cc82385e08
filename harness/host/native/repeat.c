// What a call costs, entered in three ways.
#include "enter.h"
#include "helpers.h"
#include "slots.h"
#include "walks.h"

static struct OlkClient client;

typedef DWORD(__stdcall* Method)(void* on, const void* first, const void* second);

// One of the helper's methods, and whether the pointer that comes out is released.
struct Call {
    enum Slot slot;
    const void* first;
    const void* second;
    BOOL isReleased;
};

static struct Call callOf(DWORD letter) {
    const struct OlkLent* lent = &client.lent;
    switch (letter) {
        case olkIdentity:
            return (struct Call){getIdentity, lent->identity, lent->pcch, FALSE};
        case olkShort:
            return (struct Call){getIdentity, lent->character, lent->pcch, FALSE};
        case olkGet:
            return (struct Call){getMapiSession, lent->out, NULL, TRUE};
        case olkQuery:
            return (struct Call){queryInterface, &iidOfUnknown, lent->out, TRUE};
        case olkPlaceholder:
            return (struct Call){placeholder1, lent->reserved, NULL, FALSE};
        default:
            return (struct Call){handsOffSession, NULL, NULL, FALSE};
    }
}

static inline Method methodOf(void* on, enum Slot slot) {
    return (*(Method* const*)on)[slot];
}

static void raw(const struct OlkRepeated* repeated) {
    const struct OlkLent* lent = &client.lent;
    const struct Call call = callOf(repeated->letter);
    const DWORD capacity = repeated->letter == olkShort ? 1 : lent->capacity;
    void* const helper = client.helper[0];
    for (ULONG64 time = 0; time < repeated->times; ++time) {
        *lent->pcch = capacity;
        methodOf(helper, call.slot)(helper, call.first, call.second);
        if (call.isReleased) {
            methodOf(*lent->out, release)(*lent->out, NULL, NULL);
        }
    }
}

static void unrecorded(const struct OlkRepeated* repeated) {
    const struct OlkLent* lent = &client.lent;
    const struct Call call = callOf(repeated->letter);
    const DWORD capacity = repeated->letter == olkShort ? 1 : lent->capacity;
    void* const helper = client.helper[0];
    DWORD64 thrown = 0;
    for (ULONG64 time = 0; time < repeated->times; ++time) {
        *lent->pcch = capacity;
        olkEnter((DWORD64)helper, (DWORD64)call.first, (DWORD64)call.second, (void*)methodOf(helper, call.slot),
                 &thrown);
        if (call.isReleased) {
            olkEnter((DWORD64)*lent->out, 0, 0, (void*)methodOf(*lent->out, release), &thrown);
        }
    }
}

static DWORD step(struct OlkTable* table, DWORD expected, DWORD letter, struct OlkObservation* observation) {
    olkStep(&client, letter, observation);
    return expected != olkNoRoom && olkIsSame(table, expected, observation) ? expected : olkPlaceOf(table, observation);
}

static void recorded(const struct OlkRepeated* repeated) {
    struct OlkTable table;
    struct OlkObservation observation = {.isMoved = 1};
    if (!olkMakeTable(&table, sizeof observation / sizeof(DWORD), 64)) {
        return;
    }
    DWORD expected = olkNoRoom;
    DWORD released = olkNoRoom;
    for (ULONG64 time = 0; time < repeated->times; ++time) {
        expected = step(&table, expected, repeated->letter, &observation);
        if (repeated->letter == olkGet) {
            released = step(&table, released, olkNewest, &observation);
        }
    }
    olkFreeTable(&table);
}

static void doRepeat(void* context) {
    struct OlkRepeated* repeated = context;
    struct OlkObservation observation;
    struct OlkEnd end;
    LARGE_INTEGER before, after;
    client.walk->place->length = 1;
    olkBegin(&client, &observation);
    // What is done the first time alone, as logging on, is not what is measured.
    olkStep(&client, repeated->letter, &observation);
    QueryPerformanceCounter(&before);
    if (client.helper[0] != NULL) {
        switch (repeated->manner) {
            case olkRaw:
                raw(repeated);
                break;
            case olkUnrecorded:
                unrecorded(repeated);
                break;
            default:
                recorded(repeated);
                break;
        }
    }
    QueryPerformanceCounter(&after);
    repeated->ticks = (ULONG64)(after.QuadPart - before.QuadPart);
    olkFinish(&client, &end);
}

BOOL __stdcall OlkRepeatLetter(const struct OlkWalk* walk, struct OlkRepeated* repeated) {
    if (!olkPrepareClient(&client, walk)) {
        return FALSE;
    }
    olkAround(doRepeat, repeated);
    olkLeaveClient();
    return TRUE;
}
