#include "lent.h"

enum { leastCapacity = 256, page = 4096, inWord = sizeof(ULONG64) / sizeof(WCHAR), pieces = 6 };

static char* region;

// The text that was seen last, as far as its last word, and what it came to: most helpers tell the same each time.
static ULONG64 lastText[leastCapacity / inWord];
static DWORD lastWords;
static DWORD lastHash;

static char* pieceOf(char** next, SIZE_T size) {
    const SIZE_T room = (size + page - 1) / page * page;
    char* piece = VirtualAlloc(*next, room, MEM_COMMIT, PAGE_READWRITE);
    *next += room + page;
    return piece == NULL ? NULL : piece + room - size;
}

static void fill(ULONG64* words, DWORD number) {
    for (DWORD at = 0; at < number; ++at) {
        words[at] = OLK_PATTERN;
    }
}

BOOL olkLend(struct OlkLent* lent, DWORD profileLength) {
    const DWORD needed = profileLength + 1 > leastCapacity ? profileLength + 1 : leastCapacity;
    lent->capacity = (needed + inWord - 1) / inWord * inWord;
    const SIZE_T size = (SIZE_T)(lent->capacity + needed) * sizeof(WCHAR);
    olkTakeBack();
    // Each piece has less than a page of waste, and a page behind it; the first page is the sentinel's.
    region = VirtualAlloc(NULL, size + (2 * pieces + 2) * page, MEM_RESERVE, PAGE_NOACCESS);
    if (region == NULL) {
        return FALSE;
    }
    char* next = region + page;
    lent->sentinel = region + page / 2;
    lent->out = (void*)pieceOf(&next, sizeof *lent->out);
    lent->pcch = (void*)pieceOf(&next, sizeof *lent->pcch);
    lent->profile = (void*)pieceOf(&next, (SIZE_T)(profileLength + 1) * sizeof(WCHAR));
    lent->identity = (void*)pieceOf(&next, (SIZE_T)lent->capacity * sizeof(WCHAR));
    lent->character = (void*)pieceOf(&next, sizeof *lent->character);
    lent->reserved = (void*)pieceOf(&next, 64);
    lastWords = 0;
    if (lent->out == NULL || lent->pcch == NULL || lent->profile == NULL || lent->identity == NULL ||
        lent->character == NULL || lent->reserved == NULL) {
        return FALSE;
    }
    fill((void*)lent->identity, lent->capacity / inWord);
    *lent->character = OLK_PATTERN_CHARACTER;
    return TRUE;
}

void olkTakeBack(void) {
    if (region != NULL) {
        VirtualFree(region, 0, MEM_RELEASE);
        region = NULL;
    }
}

static DWORD hashOf(const WCHAR* text, DWORD length) {
    DWORD hash = 0x811c9dc5;
    for (DWORD at = 0; at < length; ++at) {
        hash = (hash ^ (text[at] & 0xff)) * 0x01000193;
        hash = (hash ^ (text[at] >> 8)) * 0x01000193;
    }
    return hash;
}

static BOOL isLast(const ULONG64* words) {
    for (DWORD at = 0; at < lastWords; ++at) {
        if (words[at] != lastText[at]) {
            return FALSE;
        }
    }
    return lastWords > 0;
}

DWORD olkTextOf(const struct OlkLent* lent) {
    const WCHAR* text = lent->identity;
    ULONG64* words = (void*)lent->identity;
    if (*text == OLK_PATTERN_CHARACTER) {
        return 0;
    }
    DWORD used = lastWords;
    if (!isLast(words)) {
        DWORD length = 0;
        while (length < lent->capacity && text[length] != L'\0') {
            ++length;
        }
        used = length / inWord + 1;
        lastHash = hashOf(text, length);
        lastWords = length < lent->capacity && used <= ARRAYSIZE(lastText) ? used : 0;
        for (DWORD at = 0; at < lastWords; ++at) {
            lastText[at] = words[at];
        }
    }
    // Who writes behind the terminator goes on to the end, in general.
    const DWORD all = lent->capacity / inWord;
    fill(words, used >= all || words[used] != OLK_PATTERN ? all : used);
    return lastHash;
}

DWORD olkCharacterOf(const struct OlkLent* lent) {
    const WCHAR character = *lent->character;
    *lent->character = OLK_PATTERN_CHARACTER;
    return character == OLK_PATTERN_CHARACTER ? 0 : hashOf(&character, character == L'\0' ? 0 : 1);
}
