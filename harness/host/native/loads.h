// What the loader brings into the process while it is watched, and who asked for it. Mirrored in LoadWatch.cs.
#pragma once

#include <stddef.h>
#include <windows.h>

enum { olkLoadFrames = 62, olkLoadName = 64 };

// One DLL that was loaded: where, under what name, and the return addresses on the stack, the innermost first.
struct OlkLoad {
    const void* base;
    DWORD size;
    DWORD frameCount;
    void* frames[olkLoadFrames];
    WCHAR name[olkLoadName];  // the file's name, cut to fit, terminated
};
_Static_assert(sizeof(struct OlkLoad) == 640 && offsetof(struct OlkLoad, name) == 512, "LoadWatch.cs mirrors it");

// An NTSTATUS. There is one watch at a time.
LONG __stdcall OlkWatchLoads(void);

// Ends the watch and copies at most `capacity` of what was seen; the number copied is returned.
DWORD __stdcall OlkTakeLoads(struct OlkLoad* loads, DWORD capacity);
