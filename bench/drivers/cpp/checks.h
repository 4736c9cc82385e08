// What the driver checks with: GoogleTest, or, where its sources are not installed, as little as the driver needs of
// it.
#pragma once

#ifdef WITH_GOOGLETEST

#include <gtest/gtest.h>

inline constexpr char checkedWith[] = "GoogleTest";

#else

#include <cstdio>

inline constexpr char checkedWith[] = "plain C++";

namespace checks {

inline int failures = 0;

inline bool HasFailure() {
    return failures > 0;
}

inline void report(const char* file, int line, const char* text) {
    ++failures;
    std::fprintf(stderr, "%s:%d: %s\n", file, line, text);
}

}  // namespace checks

#define EXPECT_EQ(expected, actual) \
    ((expected) == (actual) ? (void)0 : checks::report(__FILE__, __LINE__, #expected " == " #actual))

#endif
