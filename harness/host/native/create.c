// A helper is made.
#include "fault_block.h"
#include "helpers.h"
#include "slots.h"

// The name was lent for the call alone: a helper that keeps the pointer will not find its name there again.
static void hideProfile(const struct OlkClient* client) {
    for (DWORD at = 0; at < client->walk->profileLength; ++at) {
        client->lent.profile[at] = 0x25a1;
    }
}

static void showProfile(const struct OlkClient* client) {
    const struct OlkWalk* walk = client->walk;
    for (DWORD at = 0; at < walk->profileLength; ++at) {
        client->lent.profile[at] = walk->profile[at];
    }
    client->lent.profile[walk->profileLength] = L'\0';
}

// What was created need not be the interface, only have it: as a script does, this asks for it, and calls what comes
// out. Returns what the answer was; where there is no interface, what was created is let go.
static DWORD askForHelper(struct OlkClient* client, DWORD place, void* unknown, DWORD64* thrown) {
    const struct OlkLent* lent = &client->lent;
    *lent->out = lent->sentinel;
    const DWORD hresult = enter(unknown, queryInterface, &iidOfHelper, lent->out, thrown);
    void* const helper = *lent->out;
    if (*thrown == 0 && (hresult & 0x80000000) == 0 && olkCameOut(lent, helper)) {
        client->unknown[place] = unknown;
        client->helper[place] = helper;
        client->made[client->helpers++] = place;
    } else {
        enter(unknown, release, NULL, NULL, thrown);
    }
    return hresult;
}

void olkCreate(struct OlkClient* client, DWORD place, struct OlkObservation* observation) {
    const struct OlkWalk* walk = client->walk;
    const struct OlkLent* lent = &client->lent;
    DWORD64 thrown = 0;
    DWORD hresult;
    void* const session = walk->isOffered ? (void*)walk->books->pages[0]->pointer : NULL;
    *lent->out = lent->sentinel;
    showProfile(client);
    olkForgetFault();
    if (walk->factory != NULL) {
        hresult = (DWORD)olkEnter((DWORD64)lent->profile, (DWORD64)session, (DWORD64)lent->out, walk->factory, &thrown);
    } else {
        hresult = walk->create(walk->context, lent->profile, session, lent->out, &thrown);
    }
    hideProfile(client);
    if (thrown == 0 && olkCameOut(lent, *lent->out) && (walk->isCaptured || (hresult & 0x80000000) == 0)) {
        const DWORD asked = askForHelper(client, place, *lent->out, &thrown);
        hresult = (asked & 0x80000000) != 0 ? asked : hresult;
    }
    observation->kind = thrown == 0 ? olkReturned : thrown == OLK_STAYED ? olkSkipped : olkThrew;
    observation->hresult = thrown != 0 ? (DWORD)thrown : hresult;
}
