// How the walker enters the vendor's code: enter.S says what it looks after.
#pragma once

#include <windows.h>

// `thrown` is left alone when the call comes back.
DWORD64 olkEnter(DWORD64 first, DWORD64 second, DWORD64 third, void* target, DWORD* thrown);

void olkAround(void (*work)(void*), void* context);
