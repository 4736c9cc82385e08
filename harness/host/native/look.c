// What the provider's books tell of a step.
#include <stddef.h>

#include "helpers.h"

void olkLook(struct OlkClient* client, struct OlkObservation* observation) {
    const struct OlkBooks* now = client->walk->books;
    if (now->changes == client->seen.changes) {
        return;
    }
    const struct OlkBooks* seen = &client->seen;
    const DWORD before = seen->sessions;
    observation->initializes = (LONG)(now->initializes - seen->initializes);
    observation->uninitializes = (LONG)(now->uninitializes - seen->uninitializes);
    observation->logons = (LONG)(now->logons - seen->logons);
    observation->failedLogons = (LONG)(now->failedLogons - seen->failedLogons);
    observation->logoffs = (LONG)(now->logoffs - seen->logoffs);
    observation->overReleases = (LONG)(now->overReleases - seen->overReleases);
    observation->callsAfterRelease = (LONG)(now->callsAfterRelease - seen->callsAfterRelease);
    for (DWORD at = 0; at < now->sessions && at < olkMostSessions; ++at) {
        const DWORD references = now->pages[at]->references;
        const DWORD age = now->sessions - 1 - at;
        observation->references[age < olkToldApart ? age : olkToldApart - 1] +=
            (LONG)(references - (at < before ? client->references[at] : 0));
        client->references[at] = references;
    }
    client->seen = *now;
    const DWORD* numbers = (const void*)&observation->initializes;
    for (DWORD at = 0; at < (sizeof *observation - offsetof(struct OlkObservation, initializes)) / sizeof *numbers;
         ++at) {
        observation->isMoved |= numbers[at] != 0 ? 1 : 0;
    }
}

void olkTellSession(struct OlkClient* client, const void* pointer, struct OlkObservation* observation) {
    const struct OlkBooks* books = client->walk->books;
    if (pointer == client->lent.sentinel) {
        observation->out = olkUntouched;
    } else if (pointer == NULL) {
        observation->out = olkNull;
    } else {
        observation->out = olkOther;
        for (DWORD at = books->sessions; at-- > 0;) {
            if (books->pages[at]->pointer == pointer) {
                const DWORD age = books->sessions - 1 - at;
                observation->out = olkSession;
                observation->age = (WORD)(age < olkNoAge ? age : olkNoAge - 1);
                return;
            }
        }
    }
}
