// Lives by the million.
#include "enter.h"
#include "helpers.h"
#include "slots.h"
#include "walks.h"

static struct OlkClient client;

// A session that the client offers is its own, and it lets go of it when the helper is gone.
static void letGoOfOffered(void) {
    const struct OlkWalk* walk = client.walk;
    if (walk->isOffered) {
        const void* session = walk->books->pages[0]->pointer;
        (*(ULONG(__stdcall* const* const*)(const void*))session)[release](session);
    }
}

static void live(void* context) {
    struct OlkLives* lives = context;
    struct OlkPlace* place = client.walk->place;
    struct OlkObservation observation;
    struct OlkEnd end;
    LARGE_INTEGER before, after;
    QueryPerformanceCounter(&before);
    place->length = lives->length;
    for (DWORD cycle = 0; cycle < lives->cycles; ++cycle) {
        place->number = lives->first + cycle;
        olkBegin(&client, &observation);
        for (DWORD step = 0; step < lives->length; ++step) {
            olkStep(&client, lives->letters[step], &observation);
        }
        olkFinish(&client, &end);
        letGoOfOffered();
    }
    QueryPerformanceCounter(&after);
    lives->ticks = (ULONG64)(after.QuadPart - before.QuadPart);
}

BOOL __stdcall OlkSoak(const struct OlkWalk* walk, struct OlkLives* lives) {
    if (!olkPrepareClient(&client, walk)) {
        return FALSE;
    }
    olkAround(live, lives);
    olkLeaveClient();
    return TRUE;
}
