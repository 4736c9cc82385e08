// Equal things are kept once, and named by their places in the order in which they came.
#pragma once

#include <windows.h>

enum { olkNoRoom = 0xffffffff };

struct OlkTable {
    DWORD words;  // of 32 bits that a thing has: an even number
    DWORD most;
    DWORD count;
    DWORD* things;
    DWORD* slots;  // places, counted from 1; 0: free. A power of two of them, twice `most` at least
    DWORD mask;
};

// FALSE: there is no memory.
BOOL olkMakeTable(struct OlkTable* table, DWORD words, DWORD most);

void olkFreeTable(struct OlkTable* table);

// Forgets all things.
void olkEmptyTable(struct OlkTable* table);

// Where the thing is, or is put; olkNoRoom: it is none of those that are there, and there is no room.
DWORD olkPlaceOf(struct OlkTable* table, const void* thing);

// Where the thing is; olkNoRoom: it is not there.
DWORD olkPlaceIfThere(const struct OlkTable* table, const void* thing);

// Memory for so many things of that size, zeroed; NULL: there is none.
void* olkTake(SIZE_T number, SIZE_T size);
void olkGive(void* memory);
