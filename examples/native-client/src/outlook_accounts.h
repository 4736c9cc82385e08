// The part of the Outlook Account Management API that this program uses, as the documents describe it. A real project
// has these declarations already; the order of the methods is the order of the vtables.
#pragma once

#include <windows.h>

#include <unknwn.h>

// {ed475410-b0d6-11d2-8c3b-00104b2a6676}
inline constexpr CLSID CLSID_OlkAccountManager = {
    0xed475410, 0xb0d6, 0x11d2, {0x8c, 0x3b, 0x00, 0x10, 0x4b, 0x2a, 0x66, 0x76}};
// {ed475418-b0d6-11d2-8c3b-00104b2a6676}
inline constexpr CLSID CLSID_OlkMail = {0xed475418, 0xb0d6, 0x11d2, {0x8c, 0x3b, 0x00, 0x10, 0x4b, 0x2a, 0x66, 0x76}};
// {9240a6cd-af41-11d2-8c3b-00104b2a6676}
inline constexpr IID IID_IOlkAccountManager = {
    0x9240a6cd, 0xaf41, 0x11d2, {0x8c, 0x3b, 0x00, 0x10, 0x4b, 0x2a, 0x66, 0x76}};
// {9240a6cb-af41-11d2-8c3b-00104b2a6676}
inline constexpr IID IID_IOlkAccountHelper = {
    0x9240a6cb, 0xaf41, 0x11d2, {0x8c, 0x3b, 0x00, 0x10, 0x4b, 0x2a, 0x66, 0x76}};

inline constexpr DWORD ACCT_INIT_NOSYNCH_MAPI_ACCTS = 1;
inline constexpr DWORD OLK_ACCOUNT_NO_FLAGS = 0;

struct IOlkAccountHelper : IUnknown {
    virtual HRESULT STDMETHODCALLTYPE Placeholder1(void* reserved) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetIdentity(LPWSTR pwszIdentity, DWORD* pcch) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetMapiSession(LPUNKNOWN* ppmsess) = 0;
    virtual HRESULT STDMETHODCALLTYPE HandsOffSession() = 0;
};

struct IOlkErrorUnknown : IUnknown {
    virtual HRESULT STDMETHODCALLTYPE GetLastError(HRESULT hr, LPWSTR* text) = 0;
};

struct IOlkEnum : IUnknown {
    virtual HRESULT STDMETHODCALLTYPE GetCount(DWORD* count) = 0;
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    virtual HRESULT STDMETHODCALLTYPE GetNext(LPUNKNOWN* next) = 0;
    virtual HRESULT STDMETHODCALLTYPE Skip(DWORD count) = 0;
};

// What comes behind EnumerateAccounts is not used here, and left out.
struct IOlkAccountManager : IOlkErrorUnknown {
    virtual HRESULT STDMETHODCALLTYPE Init(IOlkAccountHelper* helper, DWORD flags) = 0;
    virtual HRESULT STDMETHODCALLTYPE DisplayAccountList(HWND window, DWORD flags, LPCWSTR title, DWORD categoryCount,
                                                         const CLSID* categories, const CLSID* type) = 0;
    virtual HRESULT STDMETHODCALLTYPE Placeholder2() = 0;
    virtual HRESULT STDMETHODCALLTYPE Placeholder3() = 0;
    virtual HRESULT STDMETHODCALLTYPE Placeholder4() = 0;
    virtual HRESULT STDMETHODCALLTYPE Placeholder5() = 0;
    virtual HRESULT STDMETHODCALLTYPE Placeholder6() = 0;
    virtual HRESULT STDMETHODCALLTYPE FindAccount(DWORD property, void* value, LPUNKNOWN* account) = 0;
    virtual HRESULT STDMETHODCALLTYPE Placeholder8() = 0;
    virtual HRESULT STDMETHODCALLTYPE Placeholder9() = 0;
    virtual HRESULT STDMETHODCALLTYPE Placeholder10() = 0;
    virtual HRESULT STDMETHODCALLTYPE DeleteAccount(DWORD account) = 0;
    virtual HRESULT STDMETHODCALLTYPE Placeholder12() = 0;
    virtual HRESULT STDMETHODCALLTYPE SaveChanges(DWORD account, DWORD flags) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetOrder(const CLSID* category, DWORD* count, DWORD** accounts) = 0;
    virtual HRESULT STDMETHODCALLTYPE SetOrder(const CLSID* category, DWORD count, DWORD* accounts) = 0;
    virtual HRESULT STDMETHODCALLTYPE EnumerateAccounts(const CLSID* category, const CLSID* type, DWORD flags,
                                                        IOlkEnum** accounts) = 0;
};
