#include "life.h"

#include <cwchar>
#include <iterator>

namespace driver {
namespace {

constexpr WCHAR profile[] = L"Conformance";
constexpr WCHAR untouched = 0xa5a5;

}  // namespace

Life::Life(const Provider& provider, CreateHelper create) : provider_(provider), create_(create) {
    provider_.begin();
    createHelper();
    checkBooks();
}

void Life::createHelper() {
    IUnknown* made = nullptr;
    EXPECT_EQ(S_OK, create_(profile, nullptr, &made));
    IOlkAccountHelper* helper = nullptr;
    EXPECT_EQ(S_OK, made->QueryInterface(IID_IOlkAccountHelper, reinterpret_cast<void**>(&helper)));
    EXPECT_EQ(1u, made->Release());
    helpers_.append({helper, none});
}

void Life::call(char letter) {
    switch (letter) {
        case 'i':
            identity(256);
            break;
        case 's':
            identity(1);
            break;
        case 'g':
            mapiSession();
            break;
        case 'n':
            releaseHeld(held_.size() - 1);
            break;
        case 'o':
            releaseHeld(0);
            break;
        case 'h':
            handOff();
            break;
        case 'p':
            EXPECT_EQ(E_NOTIMPL, helpers_[current_].pointer->Placeholder1(nullptr));
            break;
        case 'q':
            query();
            break;
        case '2':
            otherHelper();
            break;
    }
    checkBooks();
}

void Life::identity(DWORD capacity) {
    WCHAR buffer[256];
    buffer[0] = untouched;
    DWORD size = capacity;
    const HRESULT answer = helpers_[current_].pointer->GetIdentity(buffer, &size);
    EXPECT_EQ(std::size(profile), size);
    if (capacity < std::size(profile)) {
        EXPECT_EQ(E_OUTOFMEMORY, answer);
        EXPECT_EQ(untouched, buffer[0]);
    } else {
        EXPECT_EQ(S_OK, answer);
        EXPECT_EQ(0, std::wmemcmp(profile, buffer, std::size(profile)));
    }
}

void Life::mapiSession() {
    Helper& helper = helpers_[current_];
    IUnknown* session = nullptr;
    EXPECT_EQ(S_OK, helper.pointer->GetMapiSession(&session));
    EXPECT_EQ(true, session != nullptr);
    if (helper.session == none) {
        helper.session = sessions_.size();
        sessions_.append({1, 0});
        ++initializes_;
    }
    ++sessions_[helper.session].references;
    held_.append({session, helper.session});
}

void Life::releaseHeld(std::size_t which) {
    if (held_.size() == 0) {
        return;
    }
    const Held held = held_[which];
    if (which == 0) {
        held_.removeFirst();
    } else {
        held_.removeLast();
    }
    const std::uint32_t left = --sessions_[held.session].references;
    EXPECT_EQ(left, held.pointer->Release());
}

void Life::handOff() {
    Helper& helper = helpers_[current_];
    EXPECT_EQ(S_OK, helper.pointer->HandsOffSession());
    closeSessionOf(helper);
}

void Life::closeSessionOf(Helper& helper) {
    if (helper.session == none) {
        return;
    }
    Session& session = sessions_[helper.session];
    --session.references;
    ++session.logoffs;
    ++uninitializes_;
    helper.session = none;
}

void Life::query() {
    IUnknown* unknown = nullptr;
    EXPECT_EQ(S_OK, helpers_[current_].pointer->QueryInterface(olk::iidOfUnknown, reinterpret_cast<void**>(&unknown)));
    EXPECT_EQ(1u, unknown->Release());
}

void Life::otherHelper() {
    if (helpers_.size() == 1) {
        createHelper();
    }
    current_ = 1 - current_;
}

void Life::checkBooks() {
    olk::ProviderCounters counters;
    provider_.counters(&counters);
    EXPECT_EQ(initializes_, counters.initializes);
    EXPECT_EQ(uninitializes_, counters.uninitializes);
    EXPECT_EQ(sessions_.size(), counters.logons);
    EXPECT_EQ(0u, counters.failedLogons);
    EXPECT_EQ(sessions_.size(), counters.sessions);
    olk::SessionCounters books[deepest + 1];
    const std::uint32_t known = provider_.sessions(0, books, static_cast<std::uint32_t>(std::size(books)));
    for (std::uint32_t index = 0; index < known; ++index) {
        EXPECT_EQ(sessions_[index].references, books[index].references);
        EXPECT_EQ(sessions_[index].logoffs, books[index].logoffs);
        EXPECT_EQ(0u, books[index].overReleases);
        EXPECT_EQ(0u, books[index].callsAfterRelease);
    }
}

void Life::end() {
    while (held_.size() > 0) {
        releaseHeld(held_.size() - 1);
    }
    while (helpers_.size() > 0) {
        Helper& helper = helpers_[helpers_.size() - 1];
        EXPECT_EQ(0u, helper.pointer->Release());
        closeSessionOf(helper);
        helpers_.removeLast();
    }
    checkBooks();
    EXPECT_EQ(initializes_, uninitializes_);
    for (std::size_t index = 0; index < sessions_.size(); ++index) {
        EXPECT_EQ(0u, sessions_[index].references);
        EXPECT_EQ(1u, sessions_[index].logoffs);
    }
}

}  // namespace driver
