#include "account_helper.h"

#include <cwchar>

AccountHelper::AccountHelper(LPCWSTR profile, IUnknown* session) : profile_(profile), session_(session) {
    session_->AddRef();
}

AccountHelper::~AccountHelper() {
    session_->Release();
}

HRESULT AccountHelper::QueryInterface(REFIID riid, void** ppv) {
    if (ppv == nullptr) {
        return E_POINTER;
    }
    *ppv = nullptr;
    if (riid != IID_IUnknown && riid != IID_IOlkAccountHelper) {
        return E_NOINTERFACE;
    }
    AddRef();
    *ppv = static_cast<IOlkAccountHelper*>(this);
    return S_OK;
}

ULONG AccountHelper::AddRef() {
    return ++references_;
}

ULONG AccountHelper::Release() {
    const ULONG left = --references_;
    if (left == 0) {
        delete this;
    }
    return left;
}

HRESULT AccountHelper::Placeholder1(void*) {
    return E_NOTIMPL;
}

HRESULT AccountHelper::GetIdentity(LPWSTR pwszIdentity, DWORD* pcch) {
    if (pcch == nullptr) {
        return E_INVALIDARG;
    }
    const DWORD needed = static_cast<DWORD>(profile_.size() + 1);
    const bool fits = pwszIdentity != nullptr && *pcch >= needed;
    *pcch = needed;
    if (!fits) {
        return E_OUTOFMEMORY;
    }
    std::wmemcpy(pwszIdentity, profile_.c_str(), needed);
    return S_OK;
}

HRESULT AccountHelper::GetMapiSession(LPUNKNOWN* ppmsess) {
    if (ppmsess == nullptr) {
        return E_INVALIDARG;
    }
    session_->AddRef();
    *ppmsess = session_;
    return S_OK;
}

// The session is the program's: there is nothing to release here.
HRESULT AccountHelper::HandsOffSession() {
    return E_NOTIMPL;
}
