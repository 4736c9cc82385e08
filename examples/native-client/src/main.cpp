// Prints how many mail accounts an Outlook profile has.
#include "account_list.h"

#include <mapix.h>
#include <objbase.h>

#include <cstdio>

namespace {

HRESULT printCount(LPWSTR profile) {
    IMAPISession* session = nullptr;
    const FLAGS flags = MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_UNICODE;
    HRESULT answer = MAPILogonEx(0, reinterpret_cast<LPTSTR>(profile), nullptr, flags, &session);
    if (FAILED(answer)) {
        return answer;
    }
    DWORD count = 0;
    answer = countMailAccounts(profile, session, &count);
    session->Logoff(0, 0, 0);
    session->Release();
    if (SUCCEEDED(answer)) {
        std::printf("%lu\n", count);
    }
    return answer;
}

}  // namespace

int wmain(int count, wchar_t** arguments) {
    if (count != 2) {
        std::fputs("usage: native-client PROFILE\n", stderr);
        return 2;
    }
    HRESULT answer = CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED);
    if (SUCCEEDED(answer)) {
        answer = MAPIInitialize(nullptr);
        if (SUCCEEDED(answer)) {
            answer = printCount(arguments[1]);
            MAPIUninitialize();
        }
        CoUninitialize();
    }
    if (FAILED(answer)) {
        std::fprintf(stderr, "HRESULT 0x%08lx\n", static_cast<unsigned long>(answer));
    }
    return FAILED(answer) ? 1 : 0;
}
