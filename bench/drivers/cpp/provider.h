// The instrumented MAPI provider, as the driver uses it: loaded by its full path before the helper's DLL is, so that
// the helper's import of mapi32 is resolved to it.
#pragma once

#include "../../../fixtures/provider/control.h"

#include <stdexcept>
#include <string>

namespace driver {

inline HMODULE load(LPCWSTR path) {
    const HMODULE module = LoadLibraryW(path);
    if (module == nullptr) {
        throw std::runtime_error("a DLL does not load: Win32 error " + std::to_string(GetLastError()));
    }
    return module;
}

template <typename Function>
Function entry(HMODULE module, const char* name) {
    const FARPROC address = GetProcAddress(module, name);
    if (address == nullptr) {
        throw std::runtime_error(std::string("an export is missing: ") + name);
    }
    return reinterpret_cast<Function>(reinterpret_cast<void*>(address));
}

class Provider {
public:
    explicit Provider(LPCWSTR path)
        : module_(load(path)),
          begin(entry<decltype(begin)>(module_, "OlkProviderBegin")),
          counters(entry<decltype(counters)>(module_, "OlkProviderCounters")),
          sessions(entry<decltype(sessions)>(module_, "OlkProviderSessions")),
          quiet(entry<decltype(quiet)>(module_, "OlkProviderQuiet")) {}

private:
    const HMODULE module_;

public:
    const decltype(&OlkProviderBegin) begin;
    const decltype(&OlkProviderCounters) counters;
    const decltype(&OlkProviderSessions) sessions;
    const decltype(&OlkProviderQuiet) quiet;
};

}  // namespace driver
