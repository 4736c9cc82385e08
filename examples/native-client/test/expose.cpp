// In test builds only: what olkconform calls. The program itself exports nothing.
#include "account_helper.h"
#include "account_list.h"

#include <olkconform.h>

namespace {

// The program's own way, from its MAPI session to the account manager.
HRESULT useAccounts(LPCWSTR profile, IUnknown* session) {
    DWORD count = 0;
    return countMailAccounts(profile, session, &count);
}

}  // namespace

// olkconform run --dll native-client-test.dll --export CreateHelper
OLKCONFORM_FACTORY(CreateHelper, AccountHelper);

// olkconform run --dll native-client-test.dll --capture UseAccounts
OLKCONFORM_ENTRY(UseAccounts, useAccounts);
