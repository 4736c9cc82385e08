#include <windows.h>

// Read by OlkCall. Only the first 64 slots lie in the thread's environment block.
DWORD olkStackSlot;

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, void* reserved) {
    (void)reserved;
    if (reason != DLL_PROCESS_ATTACH) {
        return TRUE;
    }
    DisableThreadLibraryCalls(module);
    olkStackSlot = TlsAlloc();
    return olkStackSlot < TLS_MINIMUM_AVAILABLE;
}
