#include "helpers.h"

#include "slots.h"

BOOL olkPrepareClient(struct OlkClient* client, const struct OlkWalk* walk) {
    client->walk = walk;
    client->helpers = 0;
    client->heldEnd = 0;
    return olkLend(&client->lent, walk->profileLength);
}

void olkLeaveClient(void) {
    olkTakeBack();
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
        const struct OlkProviderPlan plan = {
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
    olkCreate(client, 0, observation);
    olkLook(client, observation);
}

// A pointer that the provider does not know may be the helper's own IMAPISession. What is asked here is let go again.
static void askForSession(const struct OlkLent* lent, void* object, struct OlkObservation* observation) {
    DWORD64 thrown = 0;
    *lent->out = lent->sentinel;
    const DWORD hresult = enter(object, queryInterface, &iidOfSession, lent->out, &thrown);
    void* const session = *lent->out;
    if (thrown != 0 || (hresult & 0x80000000) != 0 || !olkCameOut(lent, session)) {
        observation->out = olkNoSession;
        return;
    }
    observation->out = session == object ? olkOther : olkElsewhere;
    enter(session, release, NULL, NULL, &thrown);
}

static void getSession(struct OlkClient* client, void* helper, struct OlkObservation* observation, DWORD64* thrown) {
    const struct OlkLent* lent = &client->lent;
    const DWORD twist = client->walk->twist;
    if (twist == olkNullOut) {
        observation->hresult = enter(helper, getMapiSession, NULL, NULL, thrown);
        return;
    }
    *lent->out = lent->sentinel;
    observation->hresult = enter(helper, getMapiSession, lent->out, NULL, thrown);
    void* const got = *lent->out;
    olkTellSession(client, got, observation);
    if (*thrown == 0 && (observation->hresult & 0x80000000) == 0 && olkCameOut(lent, got) &&
        client->heldEnd < olkMostHeld) {
        client->held[client->heldEnd++] = got;
        // An object that asks a session in its turn would pass on that this one refuses.
        if (observation->out == olkOther && twist != olkRefusedInterface) {
            askForSession(lent, got, observation);
        }
    }
}

static void query(const struct OlkLent* lent, void* helper, struct OlkObservation* observation, DWORD64* thrown) {
    *lent->out = lent->sentinel;
    observation->hresult = enter(helper, queryInterface, &iidOfUnknown, lent->out, thrown);
    void* const got = *lent->out;
    if (*thrown == 0 && (observation->hresult & 0x80000000) == 0 && olkCameOut(lent, got)) {
        observation->value = enter(got, release, NULL, NULL, thrown);
    }
}

static void otherHelper(struct OlkClient* client, struct OlkObservation* observation) {
    client->current ^= 1;
    if (client->helper[client->current] == NULL) {
        olkCreate(client, client->current, observation);
    }
}

static void callHelper(struct OlkClient* client, enum OlkLetter letter, struct OlkObservation* observation) {
    const struct OlkLent* lent = &client->lent;
    void* const helper = client->helper[client->current];
    DWORD64 thrown = 0;
    if (helper == NULL) {
        observation->kind = olkSkipped;
        return;
    }
    switch (letter) {
        case olkIdentity:
            *lent->pcch = lent->capacity;
            observation->hresult = enter(helper, getIdentity, lent->identity, lent->pcch, &thrown);
            observation->value = *lent->pcch;
            observation->text = olkTextOf(lent);
            break;
        case olkShort:
            *lent->pcch = 1;
            observation->hresult = enter(helper, getIdentity, lent->character, lent->pcch, &thrown);
            observation->value = *lent->pcch;
            observation->text = olkCharacterOf(lent);
            break;
        case olkGet:
            getSession(client, helper, observation, &thrown);
            break;
        case olkHandsOff:
            observation->hresult = enter(helper, handsOffSession, NULL, NULL, &thrown);
            break;
        case olkPlaceholder:
            observation->hresult = enter(helper, placeholder1, lent->reserved, NULL, &thrown);
            break;
        default:
            query(lent, helper, observation, &thrown);
            break;
    }
    if (thrown != 0) {
        observation->kind = olkThrew;
        observation->hresult = (DWORD)thrown;
    }
}

static void releaseSession(struct OlkClient* client, BOOL isNewest, struct OlkObservation* observation) {
    DWORD64 thrown = 0;
    if (client->firstHeld == client->heldEnd) {
        observation->kind = olkSkipped;
        return;
    }
    void* const session = client->held[isNewest ? --client->heldEnd : client->firstHeld++];
    observation->hresult = enter(session, release, NULL, NULL, &thrown);
    if (thrown != 0) {
        observation->kind = olkThrew;
        observation->hresult = (DWORD)thrown;
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
