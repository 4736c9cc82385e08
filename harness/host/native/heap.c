#include "heap.h"

#include <intrin.h>

#include "faults.h"

enum {
    page = 4096,
    // 4 GB of addresses, which cost nothing: half a million small blocks, none in the place of another.
    pages = 1 << 20,
    // What is larger comes from the plain heap. It bounds the way back from an address to its block, too.
    largest = 1 << 20,
    // Living blocks and what they take. Linux lets a process have 65,530 regions of memory, and each block makes two.
    mostBlocks = 16384,
    mostPages = 32768,
    alignment = 16,
    // As the page heap of Windows fills memory that nobody has written to, and what is around it.
    unwritten = 0xc0,
    around = 0xd0,
    // How far before a block is looked after each step; when it is given back all of its page is.
    nearby = 32,
};

// Of the page that a block begins on; others have `pages` 0.
struct Block {
    DWORD size;
    DWORD pages;  // with the one behind it
    DWORD place;  // in `living`; `gone` when it was given back
};

static const DWORD gone = 0xffffffff;

static SRWLOCK lock = SRWLOCK_INIT;
static char* arena;
static struct Block* blocks;
static DWORD next;
static DWORD living[mostBlocks];
static DWORD count;
static DWORD pagesTaken;

BOOL olkPrepareHeap(void) {
    if (blocks == NULL) {
        blocks = VirtualAlloc(NULL, (SIZE_T)pages * sizeof *blocks, MEM_RESERVE, PAGE_READWRITE);
    }
    if (blocks != NULL && arena == NULL) {
        arena = VirtualAlloc(NULL, (SIZE_T)pages * page, MEM_RESERVE, PAGE_NOACCESS);
    }
    return arena != NULL;
}

BOOL olkIsGuarded(const void* pointer) {
    return arena != NULL && (const char*)pointer >= arena && (const char*)pointer < arena + (SIZE_T)pages * page;
}

static SIZE_T padded(SIZE_T size) {
    return size == 0 ? alignment : (size + alignment - 1) & ~(SIZE_T)(alignment - 1);
}

static char* pagesOf(const struct Block* block) {
    return arena + (SIZE_T)(block - blocks) * page;
}

static char* beginOf(const struct Block* block) {
    return pagesOf(block) + (SIZE_T)(block->pages - 1) * page - padded(block->size);
}

// The block on whose pages the address lies; NULL: there was none yet.
static struct Block* blockAt(const void* address) {
    SIZE_T at = (SIZE_T)((const char*)address - arena) / page;
    if (at >= next) {
        return NULL;
    }
    while (at > 0 && blocks[at].pages == 0) {
        --at;
    }
    return blocks[at].pages == 0 ? NULL : &blocks[at];
}

static struct OlkHeapFault misuse(enum OlkMisuse what, const struct Block* block, LONG64 distance) {
    const struct OlkHeapFault fault = {what, block->size, distance};
    return fault;
}

struct OlkHeapFault olkMisuseAt(const void* address) {
    const struct OlkHeapFault none = {olkNoMisuse, 0, 0};
    const struct Block* block = olkIsGuarded(address) ? blockAt(address) : NULL;
    if (block == NULL) {
        return none;
    }
    const LONG64 distance = (const char*)address - beginOf(block);
    if (block->place == gone) {
        return misuse(olkGivenBack, block, distance);
    }
    return distance >= block->size ? misuse(olkBehind, block, distance - block->size) : none;
}

// For an index that was not used yet. Pages are zero when they are new.
static BOOL makeEntry(DWORD at) {
    static DWORD made;
    enum { atOnce = 65536 / sizeof *blocks };
    while (at >= made) {
        const DWORD more = made + atOnce > pages ? pages - made : atOnce;
        if (VirtualAlloc(&blocks[made], more * sizeof *blocks, MEM_COMMIT, PAGE_READWRITE) == NULL) {
            return FALSE;
        }
        made += more;
    }
    return TRUE;
}

static void* allocate(SIZE_T size, BOOL isZeroed) {
    const DWORD needed = (DWORD)((padded(size) + page - 1) / page) + 1;
    if (count == mostBlocks || pagesTaken + needed > mostPages || next + needed > pages || !makeEntry(next + needed)) {
        return NULL;
    }
    char* const first = arena + (SIZE_T)next * page;
    const SIZE_T room = (SIZE_T)(needed - 1) * page;
    if (VirtualAlloc(first, room, MEM_COMMIT, PAGE_READWRITE) == NULL) {
        return NULL;
    }
    struct Block* block = &blocks[next];
    block->size = (DWORD)size;
    block->place = count;
    block->pages = needed;
    living[count++] = next;
    next += needed;
    pagesTaken += needed;
    char* begin = beginOf(block);
    __stosb((BYTE*)first, around, (SIZE_T)(begin - first));
    __stosb((BYTE*)begin + size, around, padded(size) - size);
    if (!isZeroed) {
        __stosb((BYTE*)begin, unwritten, size);
    }
    return begin;
}

void* olkAllocate(SIZE_T size, BOOL isZeroed) {
    if (arena == NULL || size > largest) {
        return NULL;
    }
    AcquireSRWLockExclusive(&lock);
    void* begin = allocate(size, isZeroed);
    ReleaseSRWLockExclusive(&lock);
    return begin;
}

// How many bytes from the first to the last that no longer holds what it was filled with.
static SIZE_T written(const char* from, const char* to, BOOL isBefore) {
    const char* at = isBefore ? from : to - 1;
    while (at >= from && at < to && (BYTE)*at == around) {
        at += isBefore ? 1 : -1;
    }
    return isBefore ? (SIZE_T)(to - at) : (SIZE_T)(at + 1 - from);
}

// What was written around a living block, as far before it as this.
static struct OlkHeapFault lookAround(const struct Block* block, SIZE_T before) {
    const char* begin = beginOf(block);
    const SIZE_T room = (SIZE_T)(begin - pagesOf(block));
    const SIZE_T behind = written(begin + block->size, begin + padded(block->size), FALSE);
    if (behind > 0) {
        return misuse(olkWrittenBehind, block, (LONG64)behind);
    }
    const SIZE_T changed = written(begin - (room < before ? room : before), begin, TRUE);
    return misuse(changed > 0 ? olkWrittenBefore : olkNoMisuse, block, (LONG64)changed);
}

// The living block that begins there; there is no other way out.
static struct Block* blockOf(void* pointer, const void* caller) {
    struct Block* block = blockAt(pointer);
    const LONG64 distance = block == NULL ? 0 : (char*)pointer - beginOf(block);
    struct OlkHeapFault fault = {olkInside, 0, 0};
    if (block != NULL) {
        fault = distance != 0          ? misuse(olkInside, block, distance)
                : block->place == gone ? misuse(olkTwice, block, 0)
                                       : lookAround(block, page);
    }
    if (fault.misuse != olkNoMisuse) {
        olkEndWith(&fault, caller);
    }
    return block;
}

void olkGiveBack(void* pointer, const void* caller) {
    AcquireSRWLockExclusive(&lock);
    struct Block* block = blockOf(pointer, caller);
    const DWORD last = living[--count];
    living[block->place] = last;
    blocks[last].place = block->place;
    block->place = gone;
    pagesTaken -= block->pages;
    VirtualFree(pagesOf(block), (SIZE_T)(block->pages - 1) * page, MEM_DECOMMIT);
    ReleaseSRWLockExclusive(&lock);
}

SIZE_T olkSizeOf(void* pointer, const void* caller) {
    AcquireSRWLockExclusive(&lock);
    const SIZE_T size = blockOf(pointer, caller)->size;
    ReleaseSRWLockExclusive(&lock);
    return size;
}

void olkMove(void* to, SIZE_T size, void* pointer, const void* caller) {
    const SIZE_T before = olkSizeOf(pointer, caller);
    __movsb(to, pointer, before < size ? before : size);
    olkGiveBack(pointer, caller);
}

void __stdcall OlkCheckHeap(void) {
    // A thread of the vendor's may have been ended within.
    if (!TryAcquireSRWLockExclusive(&lock)) {
        return;
    }
    for (DWORD at = 0; at < count; ++at) {
        const struct OlkHeapFault fault = lookAround(&blocks[living[at]], nearby);
        if (fault.misuse != olkNoMisuse) {
            olkEndWith(&fault, NULL);
        }
    }
    ReleaseSRWLockExclusive(&lock);
}
