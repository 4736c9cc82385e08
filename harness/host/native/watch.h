// A thread that must not come to its end unnoticed.
#pragma once

#include <windows.h>

// From now on the process ends when this thread does, says so in the fault block and exits with
// STATUS_THREAD_IS_TERMINATING: a vendor's code can end the thread, and Wine does after a stack overflow. Without this
// nobody would ever answer. The thread also ends when the process is ended for another reason; the exit status is that
// reason's then. While the thread goes on for long, the fault block says whether the process shows a window that may be
// waiting for somebody.
BOOL __stdcall OlkWatchThisThread(void);
