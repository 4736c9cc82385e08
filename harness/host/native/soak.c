// Lives by the million.
#include <windows.h>

#include <psapi.h>
#include <tlhelp32.h>

#include "enter.h"
#include "helpers.h"
#include "walks.h"

static struct OlkClient client;

// A session that the client offers is its own, and it lets go of it when the helper is gone.
static void letGoOfOffered(void) {
    const struct OlkWalk *walk = client.walk;
    if (walk->isOffered) {
        const void *session = walk->books->pages[0]->pointer;
        (*(ULONG(__stdcall *const *const *)(const void *))session)[2](session);
    }
}

static void live(void *context) {
    struct OlkLives *lives = context;
    struct OlkPlace *place = client.walk->place;
    struct OlkObservation observation;
    struct OlkEnd end;
    LARGE_INTEGER before, after;
    QueryPerformanceCounter(&before);
    place->length = lives->length;
    for (DWORD cycle = 0; cycle < lives->cycles; ++cycle) {
        place->number = lives->first + cycle;
        olkBegin(&client, &observation);
        for (DWORD step = 0; step < lives->length; ++step) {
            olkStep(&client, lives->letters[step], &observation);
        }
        olkFinish(&client, &end);
        letGoOfOffered();
    }
    QueryPerformanceCounter(&after);
    lives->ticks = (ULONG64)(after.QuadPart - before.QuadPart);
}

BOOL __stdcall OlkSoak(const struct OlkWalk *walk, struct OlkLives *lives) {
    if (!olkPrepareClient(&client, walk)) {
        return FALSE;
    }
    olkAround(live, lives);
    olkLeaveClient();
    return TRUE;
}

static DWORD threadsOfThisProcess(void) {
    const HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPTHREAD, 0);
    THREADENTRY32 thread = {.dwSize = sizeof thread};
    DWORD count = 0;
    for (BOOL is = Thread32First(all, &thread); is; is = Thread32Next(all, &thread)) {
        count += thread.th32OwnerProcessID == GetCurrentProcessId() ? 1 : 0;
    }
    CloseHandle(all);
    return count;
}

void __stdcall OlkTakeSample(const struct OlkWalk *walk, struct OlkSample *sample) {
    PROCESS_MEMORY_COUNTERS_EX memory = {.cb = sizeof memory};
    K32GetProcessMemoryInfo(GetCurrentProcess(), (PROCESS_MEMORY_COUNTERS *)&memory, sizeof memory);
    sample->references = walk->books->references;
    sample->sessions = walk->books->living;
    sample->privateBytes = memory.PrivateUsage;
    sample->threads = threadsOfThisProcess();
    sample->gdiObjects = GetGuiResources(GetCurrentProcess(), GR_GDIOBJECTS);
    sample->userObjects = GetGuiResources(GetCurrentProcess(), GR_USEROBJECTS);
    GetProcessHandleCount(GetCurrentProcess(), &sample->handles);
}
