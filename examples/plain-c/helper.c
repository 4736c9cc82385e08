#include "helper.h"

#define OLKCONFORM_DECLARE_HELPER
#include <mapix.h>
#include <olkconform.h>

typedef struct Helper {
    IOlkAccountHelper table; /* first: a pointer to the helper is one to the interface */
    volatile LONG references;
    LPMAPISESSION session; /* NULL as long as there is none */
    WCHAR profile[1];      /* as long as the name is */
} Helper;

static HRESULT STDMETHODCALLTYPE query_interface(IOlkAccountHelper* self, REFIID riid, void** ppv) {
    if (ppv == NULL) {
        return E_POINTER;
    }
    *ppv = NULL;
    if (!IsEqualIID(riid, &IID_IUnknown) && !IsEqualIID(riid, &IID_IOlkAccountHelper)) {
        return E_NOINTERFACE;
    }
    self->lpVtbl->AddRef(self);
    *ppv = self;
    return S_OK;
}

static ULONG STDMETHODCALLTYPE add_ref(IOlkAccountHelper* self) {
    return (ULONG)InterlockedIncrement(&((Helper*)self)->references);
}

static HRESULT STDMETHODCALLTYPE hands_off_session(IOlkAccountHelper* self) {
    Helper* helper = (Helper*)self;
    LPMAPISESSION session = helper->session;
    helper->session = NULL;
    if (session != NULL) {
        session->lpVtbl->Logoff(session, 0, 0, 0);
        session->lpVtbl->Release(session);
        MAPIUninitialize();
    }
    return S_OK;
}

static ULONG STDMETHODCALLTYPE release(IOlkAccountHelper* self) {
    const LONG left = InterlockedDecrement(&((Helper*)self)->references);
    if (left == 0) {
        hands_off_session(self);
        HeapFree(GetProcessHeap(), 0, self);
    }
    return (ULONG)left;
}

static HRESULT STDMETHODCALLTYPE placeholder1(IOlkAccountHelper* self, void* reserved) {
    (void)self;
    (void)reserved;
    return E_NOTIMPL;
}

static HRESULT STDMETHODCALLTYPE get_identity(IOlkAccountHelper* self, LPWSTR pwszIdentity, DWORD* pcch) {
    const Helper* helper = (const Helper*)self;
    DWORD needed;
    BOOL fits;
    if (pcch == NULL) {
        return E_INVALIDARG;
    }
    needed = (DWORD)lstrlenW(helper->profile) + 1;
    fits = pwszIdentity != NULL && *pcch >= needed;
    *pcch = needed;
    if (!fits) {
        return E_OUTOFMEMORY;
    }
    CopyMemory(pwszIdentity, helper->profile, needed * sizeof(WCHAR));
    return S_OK;
}

static HRESULT log_on(Helper* helper) {
    const FLAGS flags = MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_UNICODE;
    HRESULT answer = MAPIInitialize(NULL);
    if (FAILED(answer)) {
        return answer;
    }
    answer = MAPILogonEx(0, (LPTSTR)helper->profile, NULL, flags, &helper->session);
    if (FAILED(answer)) {
        MAPIUninitialize();
    }
    return answer;
}

static HRESULT STDMETHODCALLTYPE get_mapi_session(IOlkAccountHelper* self, LPUNKNOWN* ppmsess) {
    Helper* helper = (Helper*)self;
    if (ppmsess == NULL) {
        return E_INVALIDARG;
    }
    *ppmsess = NULL;
    if (helper->session == NULL) {
        const HRESULT answer = log_on(helper);
        if (FAILED(answer)) {
            return answer;
        }
    }
    helper->session->lpVtbl->AddRef(helper->session);
    *ppmsess = (LPUNKNOWN)helper->session;
    return S_OK;
}

static const IOlkAccountHelperVtbl methods = {
    query_interface, add_ref, release, placeholder1, get_identity, get_mapi_session, hands_off_session,
};

HRESULT make_helper(LPCWSTR profile, IUnknown* session, IUnknown** helper) {
    const SIZE_T length = (SIZE_T)lstrlenW(profile);
    Helper* made = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof(Helper) + length * sizeof(WCHAR));
    (void)session;
    if (made == NULL) {
        return E_OUTOFMEMORY;
    }
    made->table.lpVtbl = &methods;
    made->references = 1;
    CopyMemory(made->profile, profile, length * sizeof(WCHAR));
    *helper = (IUnknown*)made;
    return S_OK;
}
