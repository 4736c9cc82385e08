/* A helper in plain C that logs on to MAPI by itself. */
#ifndef HELPER_H
#define HELPER_H

#include <windows.h>

#include <unknwn.h>

/* A helper with one reference, the caller's. */
HRESULT make_helper(LPCWSTR profile, IUnknown* session, IUnknown** helper);

#endif
