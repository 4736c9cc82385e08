// Memory that helpers are given pointers to. Behind each piece lies a page that cannot be touched.
#pragma once

#include <windows.h>

struct OlkLent {
    void* sentinel;  // nothing can be read there; what an out-pointer holds before a call
    void** out;
    DWORD* pcch;
    WCHAR* profile;
    WCHAR* identity;
    DWORD capacity;  // of `identity`, in characters
    WCHAR* character;
    char* reserved;  // 64 bytes, for Placeholder1
};

// What a buffer holds before a call: characters that no profile name has.
#define OLK_PATTERN 0xE1B7E295E383E4C1ull
#define OLK_PATTERN_CHARACTER 0xE4C1

// FALSE: there is no memory. For a profile name of so many characters.
BOOL olkLend(struct OlkLent* lent, DWORD profileLength);

void olkTakeBack(void);

// Where it was never so that a pointer came out, the sentinel is still there.
static inline BOOL olkCameOut(const struct OlkLent* lent, const void* pointer) {
    return pointer != NULL && pointer != lent->sentinel;
}

// FNV-1a of the text at the front of `identity` up to its terminator; 0: the buffer was not touched. The pattern is
// put back over the text.
DWORD olkTextOf(const struct OlkLent* lent);

// The same of `character`, a buffer of one.
DWORD olkCharacterOf(const struct OlkLent* lent);
