// One sequence of calls on a fresh helper that makes its own session, with what the documents say about each call
// checked after it: as one writes such a test by hand.
#pragma once

#include "../../../fixtures/include/olk_account.h"
#include "checks.h"
#include "provider.h"

#include <array>
#include <cstddef>

namespace driver {

// Beyond this a sequence has more sessions than a life keeps account of.
inline constexpr std::size_t deepest = 15;

using CreateHelper = HRESULT(__stdcall*)(LPCWSTR profile, IUnknown* session, IUnknown** helper);

// How many of anything there may be in one life, in order of their appearance.
template <typename Item>
class Row {
public:
    std::size_t size() const { return size_; }
    Item& operator[](std::size_t index) { return items_[index]; }
    void append(const Item& item) { items_[size_++] = item; }
    void removeFirst() {
        for (std::size_t index = 1; index < size_; ++index) {
            items_[index - 1] = items_[index];
        }
        --size_;
    }
    void removeLast() { --size_; }

private:
    std::array<Item, deepest + 1> items_;
    std::size_t size_ = 0;
};

class Life {
public:
    Life(const Provider& provider, CreateHelper create);

    // One of the letters of harness/record/exploration.ts.
    void call(char letter);

    // The client lets everything go: its sessions, then its helpers, each newest first.
    void end();

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Helper {
        IOlkAccountHelper* pointer;
        std::size_t session;  // the one that it has open, or none
    };

    // A pointer that the client got, and the session that it must be.
    struct Held {
        IUnknown* pointer;
        std::size_t session;
    };

    struct Session {
        std::uint32_t references;
        std::uint32_t logoffs;
    };

    void createHelper();
    void identity(DWORD capacity);
    void mapiSession();
    void handOff();
    void query();
    void releaseHeld(std::size_t which);
    void otherHelper();
    void closeSessionOf(Helper& helper);
    void checkBooks();

    const Provider& provider_;
    const CreateHelper create_;
    Row<Helper> helpers_;
    Row<Held> held_;
    Row<Session> sessions_;
    std::size_t current_ = 0;
    std::uint32_t initializes_ = 0;
    std::uint32_t uninitializes_ = 0;
};

}  // namespace driver
