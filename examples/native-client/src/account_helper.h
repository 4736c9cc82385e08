// What this program passes to the account manager: a helper that hands out the program's own MAPI session.
#pragma once

#include "outlook_accounts.h"

#include <atomic>
#include <string>

class AccountHelper final : public IOlkAccountHelper {
public:
    AccountHelper(LPCWSTR profile, IUnknown* session);

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void** ppv) override;
    ULONG STDMETHODCALLTYPE AddRef() override;
    ULONG STDMETHODCALLTYPE Release() override;
    HRESULT STDMETHODCALLTYPE Placeholder1(void* reserved) override;
    HRESULT STDMETHODCALLTYPE GetIdentity(LPWSTR pwszIdentity, DWORD* pcch) override;
    HRESULT STDMETHODCALLTYPE GetMapiSession(LPUNKNOWN* ppmsess) override;
    HRESULT STDMETHODCALLTYPE HandsOffSession() override;

private:
    ~AccountHelper();

    std::atomic<ULONG> references_{1};
    const std::wstring profile_;
    IUnknown* const session_;
};
