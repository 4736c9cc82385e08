#include "helpers.h"

#include "faults.h"
#include "lent.h"
#include "slots.h"

static struct OlkLent lent;

static const IID iidOfUnknown = {0, 0, 0, {0xc0, 0, 0, 0, 0, 0, 0, 0x46}};
static const IID iidOfSession = {0x00020300, 0, 0, {0xc0, 0, 0, 0, 0, 0, 0, 0x46}};
static const IID iidOfHelper = {0x9240a6cb, 0xaf41, 0x11d2, {0x8c, 0x3b, 0x00, 0x10, 0x4b, 0x2a, 0x66, 0x76}};

// The name was lent for the call alone: a helper that keeps the pointer will not find its name there again.
static void hideProfile(const struct OlkWalk* walk) {
    for (DWORD at = 0; at < walk->profileLength; ++at) {
        lent.profile[at] = 0x25a1;
    }
}

static void showProfile(const struct OlkWalk* walk) {
    for (DWORD at = 0; at < walk->profileLength; ++at) {
        lent.profile[at] = walk->profile[at];
    }
    lent.profile[walk->profileLength] = L'\0';
}

BOOL olkPrepareClient(struct OlkClient* client, const struct OlkWalk* walk) {
    client->walk = walk;
    client->helpers = 0;
    client->heldEnd = 0;
    return olkLend(&lent, walk->profileLength);
}

const struct OlkLent* olkLentMemory(void) {
    return &lent;
}

void olkLeaveClient(void) {
    olkTakeBack();
}

// Where it was never so that a pointer came out, the sentinel is still there.
static BOOL cameOut(const void* pointer) {
    return pointer != NULL && pointer != lent.sentinel;
}

// What was created need not be the interface, only have it: as a script does, this asks for it, and calls what comes
// out. Returns what the answer was; where there is no interface, what was created is let go.
static DWORD askForHelper(struct OlkClient* client, DWORD place, void* unknown, DWORD* thrown) {
    *lent.out = lent.sentinel;
    const DWORD hresult = enter(unknown, queryInterface, &iidOfHelper, lent.out, thrown);
    void* const helper = *lent.out;
    if (*thrown == 0 && (hresult & 0x80000000) == 0 && cameOut(helper)) {
        client->unknown[place] = unknown;
        client->helper[place] = helper;
        client->made[client->helpers++] = place;
    } else {
        enter(unknown, release, NULL, NULL, thrown);
    }
    return hresult;
}

static void create(struct OlkClient* client, DWORD place, struct OlkObservation* observation) {
    const struct OlkWalk* walk = client->walk;
    DWORD thrown = 0;
    DWORD hresult;
    void* const session = walk->isOffered ? (void*)walk->books->pages[0]->pointer : NULL;
    *lent.out = lent.sentinel;
    showProfile(walk);
    olkForgetFault();
    if (walk->factory != NULL) {
        hresult = (DWORD)olkEnter((DWORD64)lent.profile, (DWORD64)session, (DWORD64)lent.out, walk->factory, &thrown);
    } else {
        hresult = walk->create(walk->context, lent.profile, session, lent.out, &thrown);
    }
    hideProfile(walk);
    if (thrown == 0 && cameOut(*lent.out) && (walk->isCaptured || (hresult & 0x80000000) == 0)) {
        const DWORD asked = askForHelper(client, place, *lent.out, &thrown);
        hresult = (asked & 0x80000000) != 0 ? asked : hresult;
    }
    observation->kind = thrown == 0 ? olkReturned : thrown == olkStayed ? olkSkipped : olkThrew;
    observation->hresult = thrown == olkStayed ? 0 : thrown != 0 ? thrown : hresult;
}

static inline void clear(struct OlkObservation* observation) {
    ULONG64* words = (void*)observation;
    const DWORD end = observation->isMoved ? sizeof *observation / sizeof *words : 2;
    words[0] = (ULONG64)olkNoAge << 16;
    words[1] = 0;
    for (DWORD at = 2; at < end; ++at) {
        words[at] = 0;
    }
}

void olkBegin(struct OlkClient* client, struct OlkObservation* observation) {
    const struct OlkWalk* walk = client->walk;
    client->helper[0] = client->helper[1] = NULL;
    client->helpers = client->current = 0;
    client->firstHeld = client->heldEnd = 0;
    walk->place->step = -1;
    walk->beginAccount();
    walk->books->logonsToFail = walk->failLogons;
    if (walk->twist == olkRefusedInterface || walk->twist == olkNoMemory) {
        const struct OlkPlan plan = {
            .refuseSessionInterface = walk->twist == olkRefusedInterface,
            .failAllocation = walk->twist == olkNoMemory,
        };
        walk->configure(&plan);
    }
    if (walk->isOffered) {
        void* session;
        walk->offerSession(walk->profile, &session);
        client->references[0] = 1;
    }
    client->seen = *walk->books;
    observation->isMoved = 1;
    clear(observation);
    create(client, 0, observation);
    olkLook(client, observation);
}

// A pointer that the provider does not know may be the helper's own IMAPISession. What is asked here is let go again.
static void askForSession(void* object, struct OlkObservation* observation) {
    DWORD thrown = 0;
    *lent.out = lent.sentinel;
    const DWORD hresult = enter(object, queryInterface, &iidOfSession, lent.out, &thrown);
    void* const session = *lent.out;
    if (thrown != 0 || (hresult & 0x80000000) != 0 || !cameOut(session)) {
        observation->out = olkNoSession;
        return;
    }
    observation->out = session == object ? olkOther : olkElsewhere;
    enter(session, release, NULL, NULL, &thrown);
}

static void getSession(struct OlkClient* client, void* helper, struct OlkObservation* observation, DWORD* thrown) {
    const DWORD twist = client->walk->twist;
    if (twist == olkNullOut) {
        observation->hresult = enter(helper, getMapiSession, NULL, NULL, thrown);
        return;
    }
    *lent.out = lent.sentinel;
    observation->hresult = enter(helper, getMapiSession, lent.out, NULL, thrown);
    void* const got = *lent.out;
    olkTellSession(client, got, observation);
    if (*thrown == 0 && (observation->hresult & 0x80000000) == 0 && cameOut(got) && client->heldEnd < olkMostHeld) {
        client->held[client->heldEnd++] = got;
        // An object that asks a session in its turn would pass on that this one refuses.
        if (observation->out == olkOther && twist != olkRefusedInterface) {
            askForSession(got, observation);
        }
    }
}

static void query(void* helper, struct OlkObservation* observation, DWORD* thrown) {
    *lent.out = lent.sentinel;
    observation->hresult = enter(helper, queryInterface, &iidOfUnknown, lent.out, thrown);
    void* const got = *lent.out;
    if (*thrown == 0 && (observation->hresult & 0x80000000) == 0 && cameOut(got)) {
        observation->value = enter(got, release, NULL, NULL, thrown);
    }
}

static void otherHelper(struct OlkClient* client, struct OlkObservation* observation) {
    client->current ^= 1;
    if (client->helper[client->current] == NULL) {
        create(client, client->current, observation);
    }
}

static void callHelper(struct OlkClient* client, enum OlkLetter letter, struct OlkObservation* observation) {
    void* const helper = client->helper[client->current];
    DWORD thrown = 0;
    if (helper == NULL) {
        observation->kind = olkSkipped;
        return;
    }
    switch (letter) {
        case olkIdentity:
            *lent.pcch = lent.capacity;
            observation->hresult = enter(helper, getIdentity, lent.identity, lent.pcch, &thrown);
            observation->value = *lent.pcch;
            observation->text = olkTextOf(&lent);
            break;
        case olkShort:
            *lent.pcch = 1;
            observation->hresult = enter(helper, getIdentity, lent.character, lent.pcch, &thrown);
            observation->value = *lent.pcch;
            observation->text = olkCharacterOf(&lent);
            break;
        case olkGet:
            getSession(client, helper, observation, &thrown);
            break;
        case olkHandsOff:
            observation->hresult = enter(helper, handsOffSession, NULL, NULL, &thrown);
            break;
        case olkPlaceholder:
            observation->hresult = enter(helper, placeholder1, lent.reserved, NULL, &thrown);
            break;
        default:
            query(helper, observation, &thrown);
            break;
    }
    if (thrown != 0) {
        observation->kind = olkThrew;
        observation->hresult = thrown;
    }
}

static void releaseSession(struct OlkClient* client, BOOL isNewest, struct OlkObservation* observation) {
    DWORD thrown = 0;
    if (client->firstHeld == client->heldEnd) {
        observation->kind = olkSkipped;
        return;
    }
    void* const session = client->held[isNewest ? --client->heldEnd : client->firstHeld++];
    observation->hresult = enter(session, release, NULL, NULL, &thrown);
    if (thrown != 0) {
        observation->kind = olkThrew;
        observation->hresult = thrown;
    }
}

void olkStep(struct OlkClient* client, enum OlkLetter letter, struct OlkObservation* observation) {
    ++client->walk->place->step;
    clear(observation);
    switch (letter) {
        case olkNewest:
        case olkOldest:
            releaseSession(client, letter == olkNewest, observation);
            break;
        case olkOtherHelper:
            otherHelper(client, observation);
            break;
        default:
            callHelper(client, letter, observation);
            break;
    }
    olkLook(client, observation);
}
