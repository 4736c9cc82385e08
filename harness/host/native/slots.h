// The vendor's methods, and how the walker enters them.
#pragma once

#include <windows.h>

#include "enter.h"
#include "fault_block.h"

// IUnknown's and IOlkAccountHelper's.
enum Slot { queryInterface, release = 2, placeholder1, getIdentity, getMapiSession, handsOffSession };

// `thrown` gains the code of an exception that leaves the method. What was survived before is no part of this call's
// story.
static inline DWORD enter(void* on, enum Slot slot, const void* first, const void* second, DWORD* thrown) {
    void* const* vtable = *(void* const**)on;
    olkForgetFault();
    return (DWORD)olkEnter((DWORD64)on, (DWORD64)first, (DWORD64)second, vtable[slot], thrown);
}
