#include "misuse.h"

#include <intrin.h>

enum {
    // As the page heap of Windows fills what is around a block.
    filling = 0xd0,
    // How far before a block is looked after each step; when it is given back all of its page is.
    nearby = 32,
};

static struct OlkHeapFault misuse(enum OlkMisuse what, const struct OlkBlock* block, LONG64 distance) {
    const struct OlkHeapFault fault = {what, block->size, distance};
    return fault;
}

struct OlkHeapFault olkMisuseAt(const void* address) {
    const struct OlkHeapFault none = {olkNoMisuse, 0, 0};
    const struct OlkBlock* block = olkIsGuarded(address) ? olkBlockAt(address) : NULL;
    if (block == NULL) {
        return none;
    }
    const LONG64 distance = (const char*)address - olkBeginOf(block);
    if (block->place == olkGone) {
        return misuse(olkGivenBack, block, distance);
    }
    return distance >= block->size ? misuse(olkBehind, block, distance - block->size) : none;
}

// How many bytes from the first to the last that no longer holds what it was filled with.
static SIZE_T written(const char* from, const char* to, BOOL isBefore) {
    const char* at = isBefore ? from : to - 1;
    while (at >= from && at < to && (BYTE)*at == filling) {
        at += isBefore ? 1 : -1;
    }
    return isBefore ? (SIZE_T)(to - at) : (SIZE_T)(at + 1 - from);
}

// What was written around a living block; before it, from there on.
static struct OlkHeapFault lookAround(const struct OlkBlock* block, const char* from) {
    const char* begin = olkBeginOf(block);
    const SIZE_T behind = written(begin + block->size, olkEndOf(block), FALSE);
    if (behind > 0) {
        return misuse(olkWrittenBehind, block, (LONG64)behind);
    }
    const SIZE_T before = written(from, begin, TRUE);
    return misuse(before > 0 ? olkWrittenBefore : olkNoMisuse, block, (LONG64)before);
}

struct OlkHeapFault olkMisuseAround(const struct OlkBlock* block) {
    const char* first = olkPagesOf(block);
    const char* begin = olkBeginOf(block);
    return lookAround(block, begin - first < nearby ? first : begin - nearby);
}

struct OlkHeapFault olkMisuseOf(const struct OlkBlock* block, const void* pointer) {
    if (block == NULL) {
        return (struct OlkHeapFault){olkInside, 0, 0};
    }
    const LONG64 distance = (const char*)pointer - olkBeginOf(block);
    return distance != 0             ? misuse(olkInside, block, distance)
           : block->place == olkGone ? misuse(olkTwice, block, 0)
                                     : lookAround(block, olkPagesOf(block));
}

void olkFillAround(const struct OlkBlock* block) {
    char* const first = olkPagesOf(block);
    char* const begin = olkBeginOf(block);
    __stosb((BYTE*)first, filling, (SIZE_T)(begin - first));
    __stosb((BYTE*)begin + block->size, filling, (SIZE_T)(olkEndOf(block) - begin) - block->size);
}
