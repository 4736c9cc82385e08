#include "heap.h"

#include <intrin.h>

#include "arena.h"
#include "fault_block.h"
#include "misuse.h"

// As the page heap of Windows fills memory that nobody has written to.
enum { unwritten = 0xc0 };

static SRWLOCK lock = SRWLOCK_INIT;

static void* allocate(SIZE_T size, BOOL isZeroed) {
    const struct OlkBlock* block = olkTakeBlock(size);
    if (block == NULL) {
        return NULL;
    }
    char* const begin = olkBeginOf(block);
    olkFillAround(block);
    if (!isZeroed) {
        __stosb((BYTE*)begin, unwritten, size);
    }
    return begin;
}

void* olkAllocate(SIZE_T size, BOOL isZeroed) {
    if (size > olkLargestBlock) {
        return NULL;
    }
    AcquireSRWLockExclusive(&lock);
    void* begin = allocate(size, isZeroed);
    ReleaseSRWLockExclusive(&lock);
    return begin;
}

// The living block that begins there; there is no other way out.
static struct OlkBlock* blockOf(const void* pointer, const void* caller) {
    struct OlkBlock* block = olkBlockAt(pointer);
    const struct OlkHeapFault fault = olkMisuseOf(block, pointer);
    if (fault.misuse != olkNoMisuse) {
        olkEndWith(&fault, caller);
    }
    return block;
}

void olkGiveBack(void* pointer, const void* caller) {
    AcquireSRWLockExclusive(&lock);
    olkReturnBlock(blockOf(pointer, caller));
    ReleaseSRWLockExclusive(&lock);
}

SIZE_T olkSizeOf(void* pointer, const void* caller) {
    AcquireSRWLockExclusive(&lock);
    const SIZE_T size = blockOf(pointer, caller)->size;
    ReleaseSRWLockExclusive(&lock);
    return size;
}

void olkMove(void* to, SIZE_T size, void* pointer, const void* caller) {
    const SIZE_T before = olkSizeOf(pointer, caller);
    __movsb(to, pointer, before < size ? before : size);
    olkGiveBack(pointer, caller);
}

void __stdcall OlkCheckHeap(void) {
    // A thread of the vendor's may have been ended within.
    if (!TryAcquireSRWLockExclusive(&lock)) {
        return;
    }
    const struct OlkBlock* block;
    for (DWORD at = 0; (block = olkLivingBlock(at)) != NULL; ++at) {
        const struct OlkHeapFault fault = olkMisuseAround(block);
        if (fault.misuse != olkNoMisuse) {
            olkEndWith(&fault, NULL);
        }
    }
    ReleaseSRWLockExclusive(&lock);
}
