#include "watch.h"

#include "fault_block.h"

#ifndef STATUS_THREAD_IS_TERMINATING
#define STATUS_THREAD_IS_TERMINATING ((DWORD)0xC000004B)
#endif

// Of other processes' windows nothing is asked, and of ours nothing that their threads would have to answer.
static BOOL CALLBACK noteWindow(HWND window, LPARAM unused) {
    (void)unused;
    DWORD process = 0;
    GetWindowThreadProcessId(window, &process);
    if (process != GetCurrentProcessId() || !IsWindowVisible(window)) {
        return TRUE;
    }
    GetClassNameW(window, olkFaultBlock->windowClass, olkWindowClass);
    InternalGetWindowText(window, olkFaultBlock->windowTitle, olkWindowTitle);
    *(volatile DWORD*)&olkFaultBlock->showsWindow = 1;
    return FALSE;
}

static void lookForWindows(void) {
    *(volatile DWORD*)&olkFaultBlock->showsWindow = 0;
    EnumWindows(noteWindow, 0);
}

// A call that takes as long as this is no ordinary one: for those nobody looks.
enum { lookingMs = 800 };

static DWORD WINAPI awaitEnd(void* thread) {
    static volatile LONG lookers = 0;
    const BOOL looks = InterlockedIncrement(&lookers) == 1;
    while (WaitForSingleObject(thread, looks ? lookingMs : INFINITE) == WAIT_TIMEOUT) {
        lookForWindows();
    }
    *(volatile DWORD*)&olkFaultBlock->threadEnded = 1;
    TerminateProcess(GetCurrentProcess(), STATUS_THREAD_IS_TERMINATING);
    return 0;
}

BOOL __stdcall OlkWatchThisThread(void) {
    HANDLE thread = NULL;
    if (!DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), &thread, SYNCHRONIZE, FALSE,
                         0)) {
        return FALSE;
    }
    HANDLE watcher = CreateThread(NULL, 0, awaitEnd, thread, 0, NULL);
    return watcher != NULL && CloseHandle(watcher);
}
