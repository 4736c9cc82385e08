// What the vendor's DLL asks of the heap, it gets from heap.c.
#pragma once

#include <windows.h>

// From now on; what it has already remains what it is. To be called again when the DLL was loaded again. FALSE: there
// is no room for a heap of its own.
BOOL __stdcall OlkGuardHeap(HMODULE vendor);
