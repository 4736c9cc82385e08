// A heap for the vendor's DLL, where each block lies on pages of its own, with one behind it that cannot be touched: an
// overrun faults at the instruction that does it. A block that is given back cannot be touched from then on, and its
// address is never used again.
#pragma once

#include <windows.h>

// NULL: there is no room left, or the block is a large one; the plain heap is to serve then.
void* olkAllocate(SIZE_T size, BOOL isZeroed);

// The following three are for a pointer that is guarded. `caller` is blamed when it is that of no living block, or when
// something was written around the block; the process ends then.
void olkGiveBack(void* pointer, const void* caller);
SIZE_T olkSizeOf(void* pointer, const void* caller);
// As much as fits of what a block holds goes to its new place, and the block is given back.
void olkMove(void* to, SIZE_T size, void* pointer, const void* caller);

// Ends the process when something was written right around a living block.
void __stdcall OlkCheckHeap(void);
