// The walker: sequences of calls, each on a helper of its own, at the speed of the calls themselves.
// harness/host/bridge/walk says what is to be walked, and harness/record/exploration.ts what comes of it.
#pragma once

#include <stddef.h>
#include <windows.h>

// Why a layout is asserted.
#define OLK_MIRRORED "mirrored in WalkLayout.cs, in fixtures/provider/control.h or in harness/probe/walk-place.ts"

// fixtures/provider/control.h: olk::SessionPage, olk::Books.
struct OlkSessionPage {
    DWORD id;
    DWORD origin;
    DWORD references;
    DWORD overReleases;
    DWORD callsAfterRelease;
    DWORD logoffs;
    DWORD account;
    DWORD silence;
    const void* pointer;
};
_Static_assert(sizeof(struct OlkSessionPage) == 40 && offsetof(struct OlkSessionPage, pointer) == 32, OLK_MIRRORED);

struct OlkBooks {
    DWORD changes;
    DWORD initializes;
    DWORD uninitializes;
    DWORD logons;
    DWORD failedLogons;
    DWORD logoffs;
    DWORD overReleases;
    DWORD callsAfterRelease;
    DWORD sessions;
    DWORD logonsToFail;
    DWORD living;
    LONG64 references;
    struct OlkSessionPage* const* pages;
};
_Static_assert(sizeof(struct OlkBooks) == 64 && offsetof(struct OlkBooks, references) == 48, OLK_MIRRORED);

// Where the walker is, told where it survives the process: in the journal's header. Read by
// harness/probe/walk-place.ts.
struct OlkPlace {
    DWORD walk;    // its number, from 1
    LONG step;     // of the sequence; -1: creating the helper; its length: letting everything go
    DWORD length;  // of the sequence
    DWORD unused;
    ULONG64 number;  // which of that length; the number in a list; the cycle
};
_Static_assert(sizeof(struct OlkPlace) == 24 && offsetof(struct OlkPlace, number) == 16, OLK_MIRRORED);

// In the place of an exception, as OLK_THROWN is: the helper cannot be called from here.
#define OLK_STAYED (1ull << 33)

// fixtures/provider/control.h: olk::ProviderPlan.
struct OlkProviderPlan {
    HRESULT failInitialize;
    HRESULT failLogon;
    DWORD refuseSessionInterface;
    DWORD failAllocation;
};
_Static_assert(sizeof(struct OlkProviderPlan) == 16, OLK_MIRRORED);

// What is otherwise in every sequence than a helper has it usually; harness/record/exploration.ts says what each is.
enum OlkTwist { olkUsual, olkNullOut, olkRefusedInterface, olkNoMemory, olkHelperFirst };

// What the bridge gives for a walk. Mirrored by Walk of harness/host/bridge/walk.
struct OlkWalk {
    // Makes a helper. `thrown`: OLK_THROWN and the code of what left the vendor's code, or OLK_STAYED.
    DWORD(__stdcall* create)(void* context, const WCHAR* profile, void* session, void** helper, DWORD64* thrown);
    void* context;
    void* factory;  // the vendor's own export, which is called in the place of `create`; NULL: there is none
    struct OlkBooks* books;
    void(__stdcall* beginAccount)(void);
    HRESULT(__stdcall* offerSession)(const WCHAR* profile, void** session);
    void(__stdcall* configure)(const struct OlkProviderPlan* plan);
    struct OlkPlace* place;
    const WCHAR* profile;
    DWORD profileLength;
    DWORD isOffered;
    DWORD isCaptured;  // what the out-pointer holds is a helper whatever the HRESULT
    DWORD failLogons;
    DWORD twist;  // OlkTwist
    DWORD unused;
};
_Static_assert(sizeof(struct OlkWalk) == 96 && offsetof(struct OlkWalk, profileLength) == 72, OLK_MIRRORED);

enum OlkKind { olkReturned, olkThrew, olkSkipped };
enum OlkOut { olkNoOut, olkUntouched, olkNull, olkSession, olkOther, olkElsewhere, olkNoSession };
enum { olkToldApart = 8, olkNoAge = 0xffff };

// What stands before `initializes` is compared first, and for most steps it is all that there is.
struct OlkObservation {
    BYTE kind;
    BYTE out;
    WORD age;
    DWORD hresult;
    DWORD value;
    DWORD text;
    LONG initializes;
    LONG uninitializes;
    LONG logons;
    LONG failedLogons;
    LONG logoffs;
    LONG overReleases;
    LONG callsAfterRelease;
    DWORD isMoved;  // 0: all numbers from `initializes` on are
    LONG references[olkToldApart];
};
_Static_assert(sizeof(struct OlkObservation) == 80 && offsetof(struct OlkObservation, initializes) == 16 &&
                   offsetof(struct OlkObservation, references) == 48,
               OLK_MIRRORED);

struct OlkEnd {
    DWORD kind;
    DWORD helpers;
    DWORD counts[2];
    LONG initialized;
    LONG logons;
    LONG logoffs;
    LONG overReleases;
    LONG callsAfterRelease;
    LONG unused;
    LONG references[olkToldApart];
};
_Static_assert(sizeof(struct OlkEnd) == 72 && offsetof(struct OlkEnd, references) == 40, OLK_MIRRORED);

// Letters, by their places in `letters` of exploration.ts.
enum OlkLetter {
    olkIdentity,
    olkShort,
    olkGet,
    olkNewest,
    olkOldest,
    olkHandsOff,
    olkPlaceholder,
    olkQuery,
    olkOtherHelper
};
enum { olkLetters = 9 };
