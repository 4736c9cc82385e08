// A C runtime. There may be several in a process, each with blocks of its own.
#include "arena.h"
#include "heap.h"
#include "hooks.h"

struct Runtime {
    HMODULE module;
    void* (*malloc)(size_t);
    void* (*calloc)(size_t, size_t);
    void* (*realloc)(void*, size_t);
    void* (*recalloc)(void*, size_t, size_t);
    void* (*expand)(void*, size_t);
    void (*free)(void*);
    size_t (*msize)(void*);
};

enum { mostRuntimes = 4 };
static struct Runtime runtimes[mostRuntimes];

static BOOL isProduct(size_t number, size_t size, size_t* product) {
    return !__builtin_mul_overflow(number, size, product);
}

static void* take(const struct Runtime* runtime, size_t size) {
    void* block = olkAllocate(size, FALSE);
    return block != NULL ? block : runtime->malloc(size);
}

static void* takeZeroed(const struct Runtime* runtime, size_t number, size_t size) {
    size_t product;
    void* block = isProduct(number, size, &product) ? olkAllocate(product, TRUE) : NULL;
    return block != NULL ? block : runtime->calloc(number, size);
}

static void* retake(const struct Runtime* runtime, void* pointer, size_t size, const void* caller) {
    if (!olkIsGuarded(pointer)) {
        return runtime->realloc(pointer, size);
    }
    if (size == 0) {
        olkGiveBack(pointer, caller);
        return NULL;
    }
    void* moved = take(runtime, size);
    if (moved != NULL) {
        olkMove(moved, size, pointer, caller);
    }
    return moved;
}

static void* retakeZeroed(const struct Runtime* runtime, void* pointer, size_t number, size_t size,
                          const void* caller) {
    size_t product;
    if (!olkIsGuarded(pointer)) {
        return runtime->recalloc(pointer, number, size);
    }
    void* moved = isProduct(number, size, &product) ? takeZeroed(runtime, number, size) : NULL;
    if (moved != NULL) {
        olkMove(moved, product, pointer, caller);
    }
    return moved;
}

// With its terminator; characters of either width.
static void* copyOf(const struct Runtime* runtime, const char* text, size_t width) {
    size_t size = width;
    if (text == NULL) {
        return NULL;
    }
    while (text[size - width] != 0 || text[size - 1] != 0) {
        size += width;
    }
    char* copy = take(runtime, size);
    for (size_t at = 0; copy != NULL && at < size; ++at) {
        copy[at] = text[at];
    }
    return copy;
}

// A function that is imported is told by nothing for which runtime it stands: each has its own.
#define RUNTIME(n)                                                                              \
    static void* take##n(size_t size) {                                                         \
        return take(&runtimes[n], size);                                                        \
    }                                                                                           \
    static void* takeZeroed##n(size_t number, size_t size) {                                    \
        return takeZeroed(&runtimes[n], number, size);                                          \
    }                                                                                           \
    static void* retake##n(void* pointer, size_t size) {                                        \
        return retake(&runtimes[n], pointer, size, CALLER);                                     \
    }                                                                                           \
    static void* retakeZeroed##n(void* pointer, size_t number, size_t size) {                   \
        return retakeZeroed(&runtimes[n], pointer, number, size, CALLER);                       \
    }                                                                                           \
    static void* expand##n(void* pointer, size_t size) {                                        \
        return olkIsGuarded(pointer) ? NULL : runtimes[n].expand(pointer, size);                \
    }                                                                                           \
    static void giveBack##n(void* pointer) {                                                    \
        if (olkIsGuarded(pointer)) {                                                            \
            olkGiveBack(pointer, CALLER);                                                       \
        } else {                                                                                \
            runtimes[n].free(pointer);                                                          \
        }                                                                                       \
    }                                                                                           \
    static size_t sizeOf##n(void* pointer) {                                                    \
        return olkIsGuarded(pointer) ? olkSizeOf(pointer, CALLER) : runtimes[n].msize(pointer); \
    }                                                                                           \
    static void* copyOf##n(const char* text) {                                                  \
        return copyOf(&runtimes[n], text, sizeof(char));                                        \
    }                                                                                           \
    static void* wideCopyOf##n(const char* text) {                                              \
        return copyOf(&runtimes[n], text, sizeof(WCHAR));                                       \
    }

#define RUNTIME_HOOKS(n)                                                                                          \
    {                                                                                                             \
        HOOK("malloc", TRUE, take##n), HOOK("calloc", TRUE, takeZeroed##n), HOOK("realloc", FALSE, retake##n),    \
            HOOK("_recalloc", FALSE, retakeZeroed##n), HOOK("_expand", FALSE, expand##n),                         \
            HOOK("free", FALSE, giveBack##n), HOOK("_msize", FALSE, sizeOf##n), HOOK("_strdup", TRUE, copyOf##n), \
            HOOK("strdup", TRUE, copyOf##n), HOOK("_wcsdup", TRUE, wideCopyOf##n),                                \
            HOOK("wcsdup", TRUE, wideCopyOf##n),                                                                  \
    }

RUNTIME(0)
RUNTIME(1)
RUNTIME(2)
RUNTIME(3)

enum { runtimeFunctions = 11 };
static const struct OlkHook runtimeHooks[mostRuntimes][runtimeFunctions] = {
    RUNTIME_HOOKS(0),
    RUNTIME_HOOKS(1),
    RUNTIME_HOOKS(2),
    RUNTIME_HOOKS(3),
};

// Every runtime that is found keeps its place.
const struct OlkHook* olkRuntimeHooks(HMODULE module, DWORD* number) {
    *number = runtimeFunctions;
    for (int at = 0; module != NULL && at < mostRuntimes; ++at) {
        struct Runtime* runtime = &runtimes[at];
        if (runtime->module == NULL) {
            runtime->malloc = (void* (*)(size_t))(Function)GetProcAddress(module, "malloc");
            runtime->calloc = (void* (*)(size_t, size_t))(Function)GetProcAddress(module, "calloc");
            runtime->realloc = (void* (*)(void*, size_t))(Function)GetProcAddress(module, "realloc");
            runtime->recalloc = (void* (*)(void*, size_t, size_t))(Function)GetProcAddress(module, "_recalloc");
            runtime->expand = (void* (*)(void*, size_t))(Function)GetProcAddress(module, "_expand");
            runtime->free = (void (*)(void*))(Function)GetProcAddress(module, "free");
            runtime->msize = (size_t(*)(void*))(Function)GetProcAddress(module, "_msize");
            runtime->module = module;
        }
        if (runtime->module == module) {
            return runtimeHooks[at];
        }
    }
    return NULL;
}
