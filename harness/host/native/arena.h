// Where guarded blocks lie: each at the end of pages of its own, with one behind it that cannot be touched. Pages are
// never used again. Nothing here takes a lock: heap.c does, where blocks come and go.
#pragma once

#include <windows.h>

struct OlkBlock {
    DWORD size;   // as it was asked for
    DWORD pages;  // with the one behind it; 0: no block begins on this page
    DWORD place;  // among the living; olkGone when it was given back
};

enum {
    olkGone = 0xffffffff,
    // What is larger comes from the plain heap. It bounds the way back from an address to its block, too.
    olkLargestBlock = 1 << 20,
};

// FALSE: there is no room to reserve.
BOOL olkPrepareArena(void);

BOOL olkIsGuarded(const void* pointer);

// The block on whose pages the address lies, which is guarded; NULL: there was none yet.
struct OlkBlock* olkBlockAt(const void* address);

// The living block of that number, from 0; NULL: there are not as many.
struct OlkBlock* olkLivingBlock(DWORD number);

char* olkPagesOf(const struct OlkBlock* block);
char* olkBeginOf(const struct OlkBlock* block);

// The end of what the block's alignment leaves over; the page that cannot be touched begins there.
char* olkEndOf(const struct OlkBlock* block);

// Of olkLargestBlock at most; what it holds is for the caller to fill. NULL: there is no room left.
struct OlkBlock* olkTakeBlock(SIZE_T size);

void olkReturnBlock(struct OlkBlock* block);
