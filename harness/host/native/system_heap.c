// Windows' own heap. These call ntdll's functions: a module between may have been given ours.
#include "arena.h"
#include "heap.h"
#include "hooks.h"

BOOLEAN NTAPI RtlFreeHeap(PVOID heap, ULONG flags, PVOID pointer);
PVOID NTAPI RtlAllocateHeap(PVOID heap, ULONG flags, SIZE_T size);
PVOID NTAPI RtlReAllocateHeap(PVOID heap, ULONG flags, PVOID pointer, SIZE_T size);
SIZE_T NTAPI RtlSizeHeap(HANDLE heap, ULONG flags, const void* pointer);
BOOLEAN NTAPI RtlValidateHeap(HANDLE heap, ULONG flags, const void* pointer);

static void* WINAPI heapAlloc(HANDLE heap, DWORD flags, SIZE_T size) {
    void* block = heap == GetProcessHeap() ? olkAllocate(size, (flags & HEAP_ZERO_MEMORY) != 0) : NULL;
    return block != NULL ? block : RtlAllocateHeap(heap, flags, size);
}

static void* WINAPI heapReAlloc(HANDLE heap, DWORD flags, void* pointer, SIZE_T size) {
    if (!olkIsGuarded(pointer)) {
        return RtlReAllocateHeap(heap, flags, pointer, size);
    }
    if ((flags & HEAP_REALLOC_IN_PLACE_ONLY) != 0) {
        return NULL;
    }
    void* moved = heapAlloc(GetProcessHeap(), flags & HEAP_ZERO_MEMORY, size);
    if (moved != NULL) {
        olkMove(moved, size, pointer, CALLER);
    }
    return moved;
}

static BOOL WINAPI heapFree(HANDLE heap, DWORD flags, void* pointer) {
    if (!olkIsGuarded(pointer)) {
        return RtlFreeHeap(heap, flags, pointer);
    }
    olkGiveBack(pointer, CALLER);
    return TRUE;
}

static SIZE_T WINAPI heapSize(HANDLE heap, DWORD flags, const void* pointer) {
    return olkIsGuarded(pointer) ? olkSizeOf((void*)pointer, CALLER) : RtlSizeHeap(heap, flags, pointer);
}

static BOOL WINAPI heapValidate(HANDLE heap, DWORD flags, const void* pointer) {
    return olkIsGuarded(pointer) || RtlValidateHeap(heap, flags, pointer);
}

static const struct OlkHook heapHooks[] = {
    HOOK("HeapAlloc", TRUE, heapAlloc),        HOOK("HeapReAlloc", FALSE, heapReAlloc),
    HOOK("HeapFree", FALSE, heapFree),         HOOK("HeapSize", FALSE, heapSize),
    HOOK("HeapValidate", FALSE, heapValidate), HOOK("RtlAllocateHeap", TRUE, heapAlloc),
    HOOK("RtlFreeHeap", FALSE, heapFree),      HOOK("RtlReAllocateHeap", FALSE, heapReAlloc),
    HOOK("RtlSizeHeap", FALSE, heapSize),      HOOK("RtlValidateHeap", FALSE, heapValidate),
};

const struct OlkHook* olkHeapHooks(DWORD* number) {
    *number = ARRAYSIZE(heapHooks);
    return heapHooks;
}
