#include "table.h"

void* olkTake(SIZE_T number, SIZE_T size) {
    return VirtualAlloc(NULL, number * size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
}

void olkGive(void* memory) {
    if (memory != NULL) {
        VirtualFree(memory, 0, MEM_RELEASE);
    }
}

BOOL olkMakeTable(struct OlkTable* table, DWORD words, DWORD most) {
    DWORD slots = 2;
    while (slots < 2 * most) {
        slots *= 2;
    }
    table->words = words;
    table->most = most;
    table->count = 0;
    table->mask = slots - 1;
    table->things = olkTake(most, words * sizeof(DWORD));
    table->slots = olkTake(slots, sizeof(DWORD));
    return table->things != NULL && table->slots != NULL;
}

void olkFreeTable(struct OlkTable* table) {
    olkGive(table->things);
    olkGive(table->slots);
    table->things = table->slots = NULL;
    table->count = 0;
}

void olkEmptyTable(struct OlkTable* table) {
    for (DWORD at = 0; at <= table->mask; ++at) {
        table->slots[at] = 0;
    }
    table->count = 0;
}

static DWORD hashOf(const DWORD* thing, DWORD words) {
    const ULONG64* pairs = (const void*)thing;
    ULONG64 hash = 0;
    for (DWORD at = 0; at < words / 2; ++at) {
        hash = (hash ^ pairs[at]) * 0x9E3779B97F4A7C15ull;
        hash ^= hash >> 29;
    }
    return (DWORD)(hash >> 32);
}

static BOOL isAt(const struct OlkTable* table, DWORD place, const DWORD* thing) {
    const ULONG64* one = (const void*)(table->things + (SIZE_T)place * table->words);
    const ULONG64* other = (const void*)thing;
    for (DWORD at = 0; at < table->words / 2; ++at) {
        if (one[at] != other[at]) {
            return FALSE;
        }
    }
    return TRUE;
}

// The slot of the thing; a free one: it is not there.
static inline DWORD slotOf(const struct OlkTable* table, const DWORD* thing) {
    DWORD slot = hashOf(thing, table->words) & table->mask;
    while (table->slots[slot] != 0 && !isAt(table, table->slots[slot] - 1, thing)) {
        slot = (slot + 1) & table->mask;
    }
    return slot;
}

DWORD olkPlaceIfThere(const struct OlkTable* table, const void* thing) {
    const DWORD place = table->slots[slotOf(table, thing)];
    return place == 0 ? olkNoRoom : place - 1;
}

DWORD olkPlaceOf(struct OlkTable* table, const void* given) {
    const DWORD* const thing = given;
    const DWORD slot = slotOf(table, thing);
    if (table->slots[slot] != 0) {
        return table->slots[slot] - 1;
    }
    if (table->count == table->most) {
        return olkNoRoom;
    }
    DWORD* free = table->things + (SIZE_T)table->count * table->words;
    for (DWORD at = 0; at < table->words; ++at) {
        free[at] = thing[at];
    }
    table->slots[slot] = ++table->count;
    return table->count - 1;
}
