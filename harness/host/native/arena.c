#include "arena.h"

enum {
    page = 4096,
    // 4 GB of addresses, which cost nothing: half a million small blocks, none in the place of another.
    pages = 1 << 20,
    // Living blocks and what they take. Linux lets a process have 65,530 regions of memory, and each block makes two.
    mostBlocks = 16384,
    mostPages = 32768,
    alignment = 16,
};

static char* arena;
static struct OlkBlock* blocks;  // by the page that they begin on
static DWORD next;
static DWORD living[mostBlocks];
static DWORD count;
static DWORD pagesTaken;

BOOL olkPrepareArena(void) {
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

struct OlkBlock* olkBlockAt(const void* address) {
    SIZE_T at = (SIZE_T)((const char*)address - arena) / page;
    if (at >= next) {
        return NULL;
    }
    while (at > 0 && blocks[at].pages == 0) {
        --at;
    }
    return blocks[at].pages == 0 ? NULL : &blocks[at];
}

struct OlkBlock* olkLivingBlock(DWORD number) {
    return number < count ? &blocks[living[number]] : NULL;
}

static SIZE_T padded(SIZE_T size) {
    return size == 0 ? alignment : (size + alignment - 1) & ~(SIZE_T)(alignment - 1);
}

char* olkPagesOf(const struct OlkBlock* block) {
    return arena + (SIZE_T)(block - blocks) * page;
}

char* olkEndOf(const struct OlkBlock* block) {
    return olkPagesOf(block) + (SIZE_T)(block->pages - 1) * page;
}

char* olkBeginOf(const struct OlkBlock* block) {
    return olkEndOf(block) - padded(block->size);
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

struct OlkBlock* olkTakeBlock(SIZE_T size) {
    const DWORD needed = (DWORD)((padded(size) + page - 1) / page) + 1;
    if (count == mostBlocks || pagesTaken + needed > mostPages || next + needed > pages || !makeEntry(next + needed)) {
        return NULL;
    }
    const SIZE_T room = (SIZE_T)(needed - 1) * page;
    if (VirtualAlloc(arena + (SIZE_T)next * page, room, MEM_COMMIT, PAGE_READWRITE) == NULL) {
        return NULL;
    }
    struct OlkBlock* block = &blocks[next];
    block->size = (DWORD)size;
    block->place = count;
    block->pages = needed;
    living[count++] = next;
    next += needed;
    pagesTaken += needed;
    return block;
}

void olkReturnBlock(struct OlkBlock* block) {
    const DWORD last = living[--count];
    living[block->place] = last;
    blocks[last].place = block->place;
    block->place = olkGone;
    pagesTaken -= block->pages;
    VirtualFree(olkPagesOf(block), (SIZE_T)(block->pages - 1) * page, MEM_DECOMMIT);
}
