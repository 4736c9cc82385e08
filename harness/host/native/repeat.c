// What a call costs, entered in three ways.
#include "enter.h"
#include "faults.h"
#include "helpers.h"
#include "table.h"
#include "walks.h"

static struct OlkClient client;

typedef DWORD(__stdcall *Method)(void *);

// Methods that need no argument but themselves.
static int slotOf(DWORD letter) {
    return letter == olkPlaceholder ? 3 : 6;
}

static void raw(const struct OlkRepeat *repeat) {
    void *const helper = client.helper[0];
    const int slot = slotOf(repeat->letter);
    for (ULONG64 time = 0; time < repeat->times; ++time) {
        (*(Method *const *)helper)[slot](helper);
    }
}

static void unrecorded(const struct OlkRepeat *repeat) {
    void *const helper = client.helper[0];
    const int slot = slotOf(repeat->letter);
    DWORD thrown = 0;
    for (ULONG64 time = 0; time < repeat->times; ++time) {
        olkEnter((DWORD64)helper, 0, 0, (*(void *const *const *)helper)[slot], &thrown);
    }
}

static void recorded(const struct OlkRepeat *repeat) {
    struct OlkTable table;
    struct OlkObservation observation;
    if (!olkMakeTable(&table, sizeof observation / sizeof(DWORD), 64)) {
        return;
    }
    DWORD expected = olkNoRoom;
    for (ULONG64 time = 0; time < repeat->times; ++time) {
        olkStep(&client, repeat->letter, &observation);
        if (expected == olkNoRoom || !olkIsAt(&table, expected, (const DWORD *)&observation)) {
            expected = olkPlaceOf(&table, (const DWORD *)&observation);
        }
    }
    olkFreeTable(&table);
}

static void doRepeat(void *context) {
    struct OlkRepeat *repeat = context;
    struct OlkObservation observation;
    struct OlkEnd end;
    LARGE_INTEGER before, after;
    client.walk->place->length = 1;
    olkBegin(&client, &observation);
    QueryPerformanceCounter(&before);
    if (client.helper[0] != NULL) {
        switch (repeat->manner) {
        case olkRaw:
            raw(repeat);
            break;
        case olkUnrecorded:
            unrecorded(repeat);
            break;
        default:
            recorded(repeat);
            break;
        }
    }
    QueryPerformanceCounter(&after);
    repeat->ticks = (ULONG64)(after.QuadPart - before.QuadPart);
    olkFinish(&client, &end);
}

BOOL __stdcall OlkRepeatLetter(const struct OlkWalk *walk, struct OlkRepeat *repeat) {
    if (!olkPrepareClient(&client, walk)) {
        return FALSE;
    }
    olkAround(doRepeat, repeat);
    olkLeaveClient();
    return TRUE;
}
