// Functions of the heap are replaced in tables of imports: those that take memory in the vendor's DLL alone, those that
// give it back in every module that is there, because a DLL may hand a block on to another that gives it back.
//
// Left alone are what crosses boundaries by design (CoTaskMemAlloc, LocalAlloc, BSTRs), heaps of the vendor's own
// making, and C runtimes for debugging, which guard their blocks themselves.
#include "guard.h"

#include <psapi.h>

#include "arena.h"
#include "hooks.h"

static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

// Whatever the case; `prefix` ends where it ends when it is only a beginning.
static BOOL isNamed(const char* name, const char* wanted, BOOL isPrefix) {
    while (*wanted != '\0' && lower(*name) == *wanted) {
        ++name;
        ++wanted;
    }
    return *wanted == '\0' && (isPrefix || *name == '\0');
}

static BOOL isSame(const char* name, const char* wanted) {
    while (*name == *wanted && *name != '\0') {
        ++name;
        ++wanted;
    }
    return *name == *wanted;
}

// The functions of this library that are replaced; NULL: none.
static const struct OlkHook* hooksFor(const char* library, DWORD* number) {
    static const char* const systems[] = {"kernel32.dll", "kernelbase.dll", "ntdll.dll"};
    static const char* const crts[] = {"msvcrt.dll", "ucrtbase.dll", "msvcr100.dll", "msvcr110.dll", "msvcr120.dll"};
    BOOL isSystem = isNamed(library, "api-ms-win-core-heap-", TRUE);
    BOOL isRuntime = isNamed(library, "api-ms-win-crt-heap-", TRUE) || isNamed(library, "api-ms-win-crt-string-", TRUE);
    for (DWORD at = 0; at < ARRAYSIZE(systems); ++at) {
        isSystem = isSystem || isNamed(library, systems[at], FALSE);
    }
    for (DWORD at = 0; at < ARRAYSIZE(crts); ++at) {
        isRuntime = isRuntime || isNamed(library, crts[at], FALSE);
    }
    if (isSystem) {
        return olkHeapHooks(number);
    }
    const char* runtime = isNamed(library, "api-ms-win-crt-", TRUE) ? "ucrtbase.dll" : library;
    return isRuntime ? olkRuntimeHooks(GetModuleHandleA(runtime), number) : NULL;
}

static void replace(Function* slot, Function with) {
    DWORD before;
    if (*slot != with && VirtualProtect((void*)slot, sizeof *slot, PAGE_EXECUTE_READWRITE, &before)) {
        *(Function volatile*)slot = with;
        VirtualProtect((void*)slot, sizeof *slot, before, &before);
    }
}

// The loader has read these tables already, and found them to be whole.
static void replaceImports(char* base, BOOL isVendor) {
    const IMAGE_NT_HEADERS* nt = (const void*)(base + ((const IMAGE_DOS_HEADER*)(const void*)base)->e_lfanew);
    const DWORD table = nt->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress;
    const IMAGE_IMPORT_DESCRIPTOR* library = (const void*)(base + table);
    for (; table != 0 && library->Name != 0; ++library) {
        DWORD number = 0;
        const struct OlkHook* hooks = hooksFor(base + library->Name, &number);
        if (hooks == NULL || library->OriginalFirstThunk == 0) {
            continue;
        }
        const IMAGE_THUNK_DATA* names = (const void*)(base + library->OriginalFirstThunk);
        Function* slots = (void*)(base + library->FirstThunk);
        for (DWORD at = 0; names[at].u1.AddressOfData != 0; ++at) {
            if (IMAGE_SNAP_BY_ORDINAL(names[at].u1.Ordinal)) {
                continue;
            }
            const IMAGE_IMPORT_BY_NAME* import = (const void*)(base + names[at].u1.AddressOfData);
            for (DWORD hook = 0; hook < number; ++hook) {
                if ((isVendor || !hooks[hook].takes) && isSame((const char*)import->Name, hooks[hook].name)) {
                    replace(&slots[at], hooks[hook].function);
                }
            }
        }
    }
}

BOOL __stdcall OlkGuardHeap(HMODULE vendor) {
    static HMODULE modules[1024];
    HMODULE own = NULL;
    DWORD size = 0;
    const DWORD flags = GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT;
    if (!olkPrepareArena() || !GetModuleHandleExW(flags, (LPCWSTR)(void*)hooksFor, &own) ||
        !K32EnumProcessModules(GetCurrentProcess(), modules, sizeof modules, &size)) {
        return FALSE;
    }
    const DWORD count = size < sizeof modules ? size / sizeof *modules : ARRAYSIZE(modules);
    for (DWORD at = 0; at < count; ++at) {
        if (modules[at] != own && modules[at] != vendor) {
            replaceImports((char*)modules[at], FALSE);
        }
    }
    // Last: what it takes from now on can be given back anywhere.
    replaceImports((char*)vendor, TRUE);
    return TRUE;
}
