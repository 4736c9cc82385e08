/*
 * olkconform.h: lets olkconform make your helper, by one line in a test build. For C (C99) and C++ (C++11 or later),
 * with GCC or Clang of MinGW-w64 and with Visual C++. It needs Windows' headers and nothing else, and there is nothing
 * to link.
 *
 *   OLKCONFORM_FACTORY(CreateHelper, AccountHelper);
 *       C++. Exports CreateHelper, which makes each helper by `new AccountHelper(profile, session)`. The class
 * implements IOlkAccountHelper, and an object of it is born with one reference.
 *
 *   OLKCONFORM_FACTORY_OF_ZERO(CreateHelper, AccountHelper);
 *       C++. The same for a class whose objects are born with a reference count of 0.
 *
 *   OLKCONFORM_FACTORY_AS(CreateHelper, IContosoHelper, AccountHelper);
 *       C++. The same as OLKCONFORM_FACTORY for a class whose interface has another name in your code: IContosoHelper
 * declares the methods of IOlkAccountHelper, in their order.
 *
 *   OLKCONFORM_FACTORY_FROM(CreateHelper, makeHelper);
 *       C and C++. Exports CreateHelper, which calls a function of yours for each helper:
 *       HRESULT makeHelper(LPCWSTR profile, IUnknown *session, IUnknown **helper)
 *
 *   OLKCONFORM_ENTRY(ShowAccounts, showAccounts);
 *       C and C++. For --capture and --prepare: exports ShowAccounts, which calls a function of yours:
 *       HRESULT showAccounts(LPCWSTR profile, IUnknown *session)
 *
 * profile: the name that GetIdentity is to return. Copy it: it is gone after the call. It is never NULL.
 * session: the client's MAPI session, or NULL for a helper that makes its own. AddRef it if you keep it.
 * helper:  where the object goes, with one reference for the caller. It holds NULL already.
 *
 * No exception leaves what is exported here: a constructor that throws makes it return E_OUTOFMEMORY or E_FAIL.
 *
 * Where your project has no declaration of IOlkAccountHelper, this header has one:
 *
 *   #define OLKCONFORM_DECLARE_HELPER
 *   #include <olkconform.h>
 */
#ifndef OLKCONFORM_H
#define OLKCONFORM_H

#include <windows.h>

#include <unknwn.h>

#ifdef __cplusplus
#include <new>
#include <type_traits>
#endif

/*
 * The harness asks for the plain name. A 32-bit __stdcall function is exported as _NAME@12 by itself, 12 being the
 * bytes of its arguments; a 64-bit one by its plain name.
 */
#if !defined(_M_IX86) && !defined(__i386__)
#define OLKCONFORM_EXPORT __declspec(dllexport)
#define OLKCONFORM_SYMBOL(NAME)
#define OLKCONFORM_EXPORT_PLAIN(NAME, BYTES)
#elif defined(_MSC_VER)
#define OLKCONFORM_EXPORT
#define OLKCONFORM_SYMBOL(NAME)
#define OLKCONFORM_EXPORT_PLAIN(NAME, BYTES) __pragma(comment(linker, "/EXPORT:" #NAME "=_" #NAME "@" #BYTES))
#else
#define OLKCONFORM_EXPORT
#define OLKCONFORM_SYMBOL(NAME) __asm__("_" #NAME)
#define OLKCONFORM_EXPORT_PLAIN(NAME, BYTES) __asm__(".section .drectve\n.ascii \" -export:" #NAME "\"\n.text");
#endif

#ifdef __cplusplus
#define OLKCONFORM_EXTERN extern "C"
#else
#define OLKCONFORM_EXTERN extern
#endif

/*
 * Behind the name comes what the function does; it may hold commas. The structure is never defined: it takes the
 * semicolon behind the macro's use.
 */
#define OLKCONFORM_MAKER(NAME, ...)                                                                                   \
    OLKCONFORM_EXPORT_PLAIN(NAME, 12)                                                                                 \
    OLKCONFORM_EXTERN OLKCONFORM_EXPORT HRESULT __stdcall NAME(LPCWSTR profile, IUnknown* session, IUnknown** helper) \
        OLKCONFORM_SYMBOL(NAME);                                                                                      \
    OLKCONFORM_EXTERN HRESULT __stdcall NAME(LPCWSTR profile, IUnknown* session, IUnknown** helper) {                 \
        if (helper == NULL)                                                                                           \
            return E_POINTER;                                                                                         \
        *helper = NULL;                                                                                               \
        if (profile == NULL)                                                                                          \
            return E_INVALIDARG;                                                                                      \
        __VA_ARGS__                                                                                                   \
    }                                                                                                                 \
    struct olkconform_##NAME

#define OLKCONFORM_CALLER(NAME, ...)                                                               \
    OLKCONFORM_EXPORT_PLAIN(NAME, 8)                                                               \
    OLKCONFORM_EXTERN OLKCONFORM_EXPORT HRESULT __stdcall NAME(LPCWSTR profile, IUnknown* session) \
        OLKCONFORM_SYMBOL(NAME);                                                                   \
    OLKCONFORM_EXTERN HRESULT __stdcall NAME(LPCWSTR profile, IUnknown* session) {                 \
        if (profile == NULL)                                                                       \
            return E_INVALIDARG;                                                                   \
        __VA_ARGS__                                                                                \
    }                                                                                              \
    struct olkconform_##NAME

#ifdef __cplusplus

struct IOlkAccountHelper;

/* Calls what may throw. Where exceptions are switched off there is nothing to catch. */
#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
#define OLKCONFORM_GUARDED(...)       \
    try {                             \
        __VA_ARGS__                   \
    } catch (const std::bad_alloc&) { \
        return E_OUTOFMEMORY;         \
    } catch (...) {                   \
        return E_FAIL;                \
    }
#else
#define OLKCONFORM_GUARDED(...) __VA_ARGS__
#endif

/*
 * A class comes last, because the name of one may hold commas. What is wrong with it is said before the compiler finds
 * it out in its own way.
 */
#define OLKCONFORM_NEW(NAME, FIRST, INTERFACE, ...)                                                 \
    static_assert(std::is_base_of<INTERFACE, __VA_ARGS__>::value,                                   \
                  #__VA_ARGS__ " does not derive from " #INTERFACE ": OLKCONFORM_FACTORY_AS(" #NAME \
                               ", YourInterface, " #__VA_ARGS__                                     \
                               ") makes one "                                                       \
                               "whose interface has another name");                                 \
    OLKCONFORM_MAKER(NAME, OLKCONFORM_GUARDED({                                                     \
                         INTERFACE* made = new (std::nothrow) __VA_ARGS__(profile, session);        \
                         if (made == nullptr)                                                       \
                             return E_OUTOFMEMORY;                                                  \
                         FIRST;                                                                     \
                         *helper = made;                                                            \
                         return S_OK;                                                               \
                     }))

#define OLKCONFORM_FACTORY(NAME, ...) OLKCONFORM_NEW(NAME, (void)0, IOlkAccountHelper, __VA_ARGS__)
#define OLKCONFORM_FACTORY_OF_ZERO(NAME, ...) OLKCONFORM_NEW(NAME, made->AddRef(), IOlkAccountHelper, __VA_ARGS__)
#define OLKCONFORM_FACTORY_AS(NAME, INTERFACE, ...) OLKCONFORM_NEW(NAME, (void)0, INTERFACE, __VA_ARGS__)
#define OLKCONFORM_FACTORY_FROM(NAME, FUNCTION) \
    OLKCONFORM_MAKER(NAME, OLKCONFORM_GUARDED({ return FUNCTION(profile, session, helper); }))
#define OLKCONFORM_ENTRY(NAME, FUNCTION) \
    OLKCONFORM_CALLER(NAME, OLKCONFORM_GUARDED({ return FUNCTION(profile, session); }))

#else

#define OLKCONFORM_FACTORY_FROM(NAME, FUNCTION) OLKCONFORM_MAKER(NAME, return FUNCTION(profile, session, helper);)
#define OLKCONFORM_ENTRY(NAME, FUNCTION) OLKCONFORM_CALLER(NAME, return FUNCTION(profile, session);)

#endif

#ifdef OLKCONFORM_DECLARE_HELPER

/* {9240a6cb-af41-11d2-8c3b-00104b2a6676} */
static const IID IID_IOlkAccountHelper = {0x9240a6cb, 0xaf41, 0x11d2, {0x8c, 0x3b, 0x00, 0x10, 0x4b, 0x2a, 0x66, 0x76}};

/* The order of the methods is the order of the vtable. */
#ifdef __cplusplus

struct IOlkAccountHelper : IUnknown {
    virtual HRESULT STDMETHODCALLTYPE Placeholder1(void* reserved) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetIdentity(LPWSTR pwszIdentity, DWORD* pcch) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetMapiSession(LPUNKNOWN* ppmsess) = 0;
    virtual HRESULT STDMETHODCALLTYPE HandsOffSession() = 0;
};

#else

typedef struct IOlkAccountHelper IOlkAccountHelper;

typedef struct IOlkAccountHelperVtbl {
    HRESULT(STDMETHODCALLTYPE* QueryInterface)(IOlkAccountHelper*, REFIID riid, void** ppv);
    ULONG(STDMETHODCALLTYPE* AddRef)(IOlkAccountHelper*);
    ULONG(STDMETHODCALLTYPE* Release)(IOlkAccountHelper*);
    HRESULT(STDMETHODCALLTYPE* Placeholder1)(IOlkAccountHelper*, void* reserved);
    HRESULT(STDMETHODCALLTYPE* GetIdentity)(IOlkAccountHelper*, LPWSTR pwszIdentity, DWORD* pcch);
    HRESULT(STDMETHODCALLTYPE* GetMapiSession)(IOlkAccountHelper*, LPUNKNOWN* ppmsess);
    HRESULT(STDMETHODCALLTYPE* HandsOffSession)(IOlkAccountHelper*);
} IOlkAccountHelperVtbl;

struct IOlkAccountHelper {
    const IOlkAccountHelperVtbl* lpVtbl;
};

#endif

#endif

#endif
