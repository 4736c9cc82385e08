// The vendor's methods, and how the walker enters them.
#pragma once

#include <windows.h>

#include "enter.h"
#include "fault_block.h"

static const IID iidOfUnknown = {0, 0, 0, {0xc0, 0, 0, 0, 0, 0, 0, 0x46}};
static const IID iidOfSession = {0x00020300, 0, 0, {0xc0, 0, 0, 0, 0, 0, 0, 0x46}};
static const IID iidOfHelper = {0x9240a6cb, 0xaf41, 0x11d2, {0x8c, 0x3b, 0x00, 0x10, 0x4b, 0x2a, 0x66, 0x76}};

// IUnknown's and IOlkAccountHelper's.
enum Slot { queryInterface, release = 2, placeholder1, getIdentity, getMapiSession, handsOffSession };

// `thrown` gains what is to be told of an exception that leaves the method. What was survived before is no part of this
// call's story.
static inline DWORD enter(void* on, enum Slot slot, const void* first, const void* second, DWORD64* thrown) {
    void* const* vtable = *(void* const**)on;
    olkForgetFault();
    return (DWORD)olkEnter((DWORD64)on, (DWORD64)first, (DWORD64)second, vtable[slot], thrown);
}
