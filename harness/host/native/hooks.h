// Functions of the heap, and what stands in their place where the vendor's DLL is guarded. A pointer that is not
// guarded goes on to the function that was to be called.
#pragma once

#include <windows.h>

typedef void (*Function)(void);

struct OlkHook {
    const char* name;
    BOOL takes;  // it takes memory, and is replaced in the vendor's DLL alone
    Function function;
};

#define HOOK(name, takes, function) \
    { name, takes, (Function)(function) }
#define CALLER __builtin_return_address(0)

// Those of Windows' own heap, and their number.
const struct OlkHook* olkHeapHooks(DWORD* number);

// Those of a C runtime. NULL: it is not loaded, or there are too many.
const struct OlkHook* olkRuntimeHooks(HMODULE runtime, DWORD* number);
