#include "account_list.h"

#include "account_helper.h"

#include <objbase.h>

#include <new>

namespace {

HRESULT countWith(IOlkAccountManager* manager, IOlkAccountHelper* helper, DWORD* count) {
    HRESULT answer = manager->Init(helper, ACCT_INIT_NOSYNCH_MAPI_ACCTS);
    if (FAILED(answer)) {
        return answer;
    }
    IOlkEnum* accounts = nullptr;
    answer = manager->EnumerateAccounts(&CLSID_OlkMail, nullptr, OLK_ACCOUNT_NO_FLAGS, &accounts);
    if (FAILED(answer)) {
        return answer;
    }
    answer = accounts->GetCount(count);
    accounts->Release();
    return answer;
}

}  // namespace

HRESULT countMailAccounts(LPCWSTR profile, IUnknown* session, DWORD* count) {
    IOlkAccountManager* manager = nullptr;
    HRESULT answer = CoCreateInstance(CLSID_OlkAccountManager, nullptr, CLSCTX_INPROC_SERVER, IID_IOlkAccountManager,
                                      reinterpret_cast<void**>(&manager));
    if (FAILED(answer)) {
        return answer;
    }
    auto* helper = new (std::nothrow) AccountHelper(profile, session);
    answer = helper == nullptr ? E_OUTOFMEMORY : countWith(manager, helper, count);
    if (helper != nullptr) {
        helper->Release();
    }
    manager->Release();
    return answer;
}
