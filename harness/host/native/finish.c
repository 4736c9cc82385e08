// The end of a sequence.
#include "helpers.h"
#include "slots.h"

// What the last Release of a helper returned; `thrown` as for `enter`.
static DWORD releaseHelper(struct OlkClient* client, DWORD place, DWORD64* thrown) {
    enter(client->helper[place], release, NULL, NULL, thrown);
    const DWORD count = enter(client->unknown[place], release, NULL, NULL, thrown);
    return *thrown != 0 ? (DWORD)*thrown : count;
}

static void releaseSessions(struct OlkClient* client, struct OlkEnd* end) {
    DWORD64 thrown = 0;
    while (client->heldEnd > client->firstHeld) {
        enter(client->held[--client->heldEnd], release, NULL, NULL, &thrown);
    }
    if (thrown != 0) {
        end->kind = olkThrew;
    }
}

static void releaseHelpers(struct OlkClient* client, struct OlkEnd* end) {
    while (client->helpers > 0) {
        const DWORD made = --client->helpers;
        DWORD64 thrown = 0;
        end->counts[made] = releaseHelper(client, client->made[made], &thrown);
        if (thrown != 0) {
            end->kind = olkThrew;
        }
    }
}

void olkFinish(struct OlkClient* client, struct OlkEnd* end) {
    const struct OlkBooks* books = client->walk->books;
    ULONG64* words = (void*)end;
    for (DWORD at = 0; at < sizeof *end / sizeof *words; ++at) {
        words[at] = 0;
    }
    ++client->walk->place->step;
    end->kind = olkReturned;
    end->helpers = client->helpers;
    if (client->walk->twist == olkHelperFirst) {
        releaseHelpers(client, end);
        releaseSessions(client, end);
    } else {
        releaseSessions(client, end);
        releaseHelpers(client, end);
    }
    end->initialized = (LONG)(books->initializes - books->uninitializes);
    end->logons = (LONG)books->logons;
    end->logoffs = (LONG)books->logoffs;
    end->overReleases = (LONG)books->overReleases;
    end->callsAfterRelease = (LONG)books->callsAfterRelease;
    for (DWORD at = 0; at < books->sessions; ++at) {
        const DWORD age = books->sessions - 1 - at;
        end->references[age < olkToldApart ? age : olkToldApart - 1] += (LONG)books->pages[at]->references;
    }
}
