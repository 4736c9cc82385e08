// With nothing that takes a lock or allocates, as in faults.c.
#include "fault_block.h"

struct OlkFault* olkFaultBlock;

const char* olkBaseOf(const void* instruction) {
    MEMORY_BASIC_INFORMATION region;
    if (VirtualQuery(instruction, &region, sizeof region) == 0 || region.Type != MEM_IMAGE) {
        return NULL;
    }
    return region.AllocationBase;
}

// Whether so many bytes from there on can be read.
static BOOL isReadable(const char* at, SIZE_T size) {
    MEMORY_BASIC_INFORMATION region;
    return VirtualQuery(at, &region, sizeof region) != 0 && region.State == MEM_COMMIT &&
           (region.Protect & (PAGE_NOACCESS | PAGE_GUARD)) == 0 &&
           at + size <= (const char*)region.BaseAddress + region.RegionSize;
}

// The name in the image's own table of exports. The loader knows the file's, but would want its lock.
static void nameOf(const char* base, char* name) {
    name[0] = '\0';
    const IMAGE_DOS_HEADER* dos = (const void*)base;
    if (base == NULL || !isReadable(base, sizeof *dos)) {
        return;
    }
    const IMAGE_NT_HEADERS* nt = (const void*)(base + dos->e_lfanew);
    if (!isReadable((const char*)nt, sizeof *nt)) {
        return;
    }
    const DWORD table = nt->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXPORT].VirtualAddress;
    const IMAGE_EXPORT_DIRECTORY* exports = (const void*)(base + table);
    if (table == 0 || !isReadable((const char*)exports, sizeof *exports)) {
        return;
    }
    const char* own = base + exports->Name;
    DWORD at = 0;
    while (at + 1 < olkFaultModule && isReadable(own + at, 1) && own[at] != '\0') {
        name[at] = own[at];
        ++at;
    }
    name[at] = '\0';
}

void olkNote(const struct OlkHarm* harm, const char* base) {
    struct OlkFault* block = olkFaultBlock;
    block->code = 0;
    block->access = harm->access;
    block->address = harm->address;
    block->offset = (ULONG64)(harm->instruction - base);
    block->heap = harm->heap;
    nameOf(base, block->module);
    *(volatile DWORD*)&block->code = harm->code;
}

void olkEndWith(const struct OlkHeapFault* fault, const void* caller) {
    const struct OlkHarm harm = {
        .code = STATUS_HEAP_CORRUPTION,
        .access = olkNoAccess,
        .instruction = caller,
        .heap = *fault,
    };
    olkNote(&harm, olkBaseOf(caller));
    TerminateProcess(GetCurrentProcess(), STATUS_HEAP_CORRUPTION);
}

void olkForgetFault(void) {
    if (olkFaultBlock->code != 0) {
        *(volatile DWORD*)&olkFaultBlock->code = 0;
    }
}
