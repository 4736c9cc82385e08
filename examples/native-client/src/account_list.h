#pragma once

#include "outlook_accounts.h"

// How many mail accounts the profile has. `session` is the MAPI session that the program has logged on to.
HRESULT countMailAccounts(LPCWSTR profile, IUnknown* session, DWORD* count);
