// All sequences of calls up to a depth, as the walker tries them: by length, and within one length in the order of the
// letters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace driver {

inline constexpr char letters[] = "isgnohpq2";

// `tryOut(const std::string& sequence)` answers whether to go on. Returns how many were tried, the empty one included.
template <typename TryOut>
std::uint64_t forEachSequence(std::size_t depth, TryOut tryOut) {
    std::uint64_t tried = 0;
    for (std::size_t length = 0; length <= depth; ++length) {
        std::string sequence(length, letters[0]);
        std::string places(length, 0);
        for (;;) {
            ++tried;
            if (!tryOut(sequence)) {
                return tried;
            }
            std::size_t at = length;
            while (at > 0 && letters[places[at - 1] + 1] == '\0') {
                --at;
                places[at] = 0;
                sequence[at] = letters[0];
            }
            if (at == 0) {
                break;
            }
            sequence[at - 1] = letters[static_cast<std::size_t>(++places[at - 1])];
        }
    }
    return tried;
}

}  // namespace driver
