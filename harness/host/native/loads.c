// A native callback, because it is called under the loader lock, and because the stack is walked from it outwards.
#include "loads.h"

#include <winternl.h>

enum { capacity = 64, loaded = 1 };

// As documented for LdrRegisterDllNotification, which no header declares.
struct Notification {
    ULONG flags;
    const UNICODE_STRING* fullName;
    const UNICODE_STRING* baseName;
    void* base;
    ULONG size;
};

typedef void(CALLBACK* Notify)(ULONG reason, const struct Notification* what, void* context);
typedef LONG(NTAPI* Register)(ULONG flags, Notify notify, void* context, void** cookie);
typedef LONG(NTAPI* Unregister)(void* cookie);

static struct OlkLoad seen[capacity];
static DWORD count;
static void* watch;

static FARPROC loader(const char* name) {
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), name);
}

static void CALLBACK notify(ULONG reason, const struct Notification* what, void* context) {
    (void)context;
    if (reason != loaded || count == capacity) {
        return;
    }
    struct OlkLoad* load = &seen[count++];
    load->base = what->base;
    load->size = what->size;
    load->frameCount = RtlCaptureStackBackTrace(0, olkLoadFrames, load->frames, NULL);
    DWORD length = what->baseName->Length / sizeof(WCHAR);
    if (length >= olkLoadName) {
        length = olkLoadName - 1;
    }
    for (DWORD at = 0; at < length; ++at) {
        load->name[at] = what->baseName->Buffer[at];
    }
    load->name[length] = L'\0';
}

LONG __stdcall OlkWatchLoads(void) {
    const Register subscribe = (Register)(void (*)(void))loader("LdrRegisterDllNotification");
    count = 0;
    return subscribe == NULL ? (LONG)0xC0000002 : subscribe(0, notify, NULL, &watch);
}

DWORD __stdcall OlkTakeLoads(struct OlkLoad* loads, DWORD room) {
    const Unregister unsubscribe = (Unregister)(void (*)(void))loader("LdrUnregisterDllNotification");
    if (unsubscribe != NULL && watch != NULL) {
        unsubscribe(watch);
        watch = NULL;
    }
    const DWORD taken = count < room ? count : room;
    for (DWORD at = 0; at < taken; ++at) {
        loads[at] = seen[at];
    }
    return taken;
}
