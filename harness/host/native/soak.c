// Lives by the million.
#include "enter.h"
#include "helpers.h"
#include "slots.h"
#include "walks.h"

static struct OlkClient client;

// What each call of the first life answered, creating the helper before all others.
struct Answer {
    BYTE kind;
    BYTE out;
    DWORD hresult;
};
enum { longestLife = 63 };
static struct Answer first[longestLife + 1];

// A count that Release returned is no answer.
static struct Answer answerOf(const struct OlkObservation* observation, BOOL isCount) {
    return (struct Answer){observation->kind, observation->out, isCount ? 0 : observation->hresult};
}

// Whether the call answered as it did in the first life, which is the one that is noted.
static BOOL isAsFirst(struct Answer answer, DWORD place, BOOL isFirst) {
    if (isFirst) {
        first[place] = answer;
    }
    return first[place].kind == answer.kind && first[place].out == answer.out && first[place].hresult == answer.hresult;
}

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
        const BOOL isFirst = place->number == 0;
        olkBegin(&client, &observation);
        BOOL isSame = isAsFirst(answerOf(&observation, FALSE), 0, isFirst);
        for (DWORD step = 0; step < lives->length; ++step) {
            const BYTE letter = lives->letters[step];
            olkStep(&client, letter, &observation);
            isSame &= isAsFirst(answerOf(&observation, letter == olkNewest || letter == olkOldest), step + 1, isFirst);
        }
        lives->changed += isSame ? 0 : 1;
        olkFinish(&client, &end);
        letGoOfOffered();
    }
    QueryPerformanceCounter(&after);
    lives->ticks = (ULONG64)(after.QuadPart - before.QuadPart);
}

BOOL __stdcall OlkSoak(const struct OlkWalk* walk, struct OlkLives* lives) {
    lives->changed = 0;
    if (lives->length > longestLife || !olkPrepareClient(&client, walk)) {
        return FALSE;
    }
    olkAround(live, lives);
    olkLeaveClient();
    return TRUE;
}
