// driver.exe PROVIDER HELPER DEPTH: a conformance test as one writes it by hand, in C++, for the one kind of helper
// that makes its own session. It tries every sequence of calls up to DEPTH, checks each answer and the provider's
// counters after each call, and prints in the end what it has done, as JSON. Its exit status is 1 when a check failed.
#include "life.h"
#include "sequences.h"

#include <objbase.h>

#include <chrono>
#include <cstdio>
#include <exception>

namespace {

struct Options {
    LPCWSTR provider;
    LPCWSTR helper;
    std::size_t depth;
};

Options options;

struct Result {
    std::uint64_t sequences;
    std::uint64_t steps;
    double micros;
};

template <typename HasFailed>
Result tryEverySequence(const driver::Provider& provider, driver::CreateHelper create, HasFailed hasFailed) {
    Result result = {};
    const auto start = std::chrono::steady_clock::now();
    const std::uint64_t tried = driver::forEachSequence(options.depth, [&](const std::string& sequence) {
        driver::Life life(provider, create);
        for (const char letter : sequence) {
            life.call(letter);
        }
        life.end();
        result.steps += sequence.size();
        return !hasFailed();
    });
    // The empty one is not counted, here as in an exploration.
    result.sequences = tried - 1;
    result.micros = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
    return result;
}

template <typename HasFailed>
void run(HasFailed hasFailed) {
    const driver::Provider provider(options.provider);
    const auto create = driver::entry<driver::CreateHelper>(driver::load(options.helper), "CreateHelper");
    // No events are kept, as when the harness tries sequences.
    provider.quiet(TRUE);
    CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED);
    const Result result = tryEverySequence(provider, create, hasFailed);
    std::printf("{\"sequences\":%llu,\"steps\":%llu,\"micros\":%.1f,\"checkedWith\":\"%s\"}\n",
                static_cast<unsigned long long>(result.sequences), static_cast<unsigned long long>(result.steps),
                result.micros, checkedWith);
    CoUninitialize();
}

#ifdef WITH_GOOGLETEST

TEST(OwnSessionHelper, DoesAsDocumentedInEverySequence) {
    run([] { return HasFailure(); });
}

int runAll(int count, wchar_t** arguments) {
    testing::InitGoogleTest(&count, arguments);
    return RUN_ALL_TESTS();
}

#else

int runAll(int, wchar_t**) {
    run(checks::HasFailure);
    return checks::HasFailure() ? 1 : 0;
}

#endif

}  // namespace

extern "C" int wmain(int count, wchar_t** arguments) {
    if (count != 4) {
        std::fprintf(stderr, "usage: driver PROVIDER HELPER DEPTH\n");
        return 2;
    }
    options = {arguments[1], arguments[2], std::wcstoul(arguments[3], nullptr, 10)};
    if (options.depth > driver::deepest) {
        std::fprintf(stderr, "DEPTH is at most %zu\n", driver::deepest);
        return 2;
    }
    try {
        return runAll(count, arguments);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
