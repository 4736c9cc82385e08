// How the walker enters the vendor's code: enter.S says what it looks after.
#pragma once

#include <windows.h>

// That something was thrown stands beside its code, in the low half: any code can be raised, 0 as well.
#define OLK_THROWN (1ull << 32)

// `thrown` is left alone when the call comes back.
DWORD64 olkEnter(DWORD64 first, DWORD64 second, DWORD64 third, void* target, DWORD64* thrown);

void olkAround(void (*work)(void*), void* context);
