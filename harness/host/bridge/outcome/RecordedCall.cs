namespace Olkconform.Bridge;

/// <summary>A call that went through the recording proxy of a helper; `recordedCall` of harness/record/recording.ts.</summary>
internal sealed record RecordedCall
{
    /// <summary>In IOlkAccountHelper's vtable.</summary>
    public required int Slot { get; init; }

    /// <summary>The proxy's address.</summary>
    public required nint On { get; init; }

    /// <summary>1, 2, 3 … in the order in which threads first called.</summary>
    public required int Thread { get; init; }

    /// <summary>Microseconds since the first call began.</summary>
    public required double At { get; init; }

    public required double Microseconds { get; init; }

    /// <summary>How many calls MAPI had received before the call, and after it.</summary>
    public required uint EventsBefore { get; init; }
    public required uint EventsAfter { get; init; }

    /// <summary>The HRESULT, or the count of AddRef and Release.</summary>
    public required uint Answer { get; init; }

    /// <summary>The code of the exception that left the helper; the caller got an HRESULT instead.</summary>
    public uint? Threw { get; init; }

    /// <summary>What QueryInterface was asked for.</summary>
    public Guid? Iid { get; init; }

    /// <summary>What the pointer points to that QueryInterface, GetMapiSession or Placeholder1 was passed; no value: NULL.</summary>
    public PassedPointer? Pointer { get; init; }

    public Passed<PcchValues>? Pcch { get; init; }

    /// <summary>The name that GetIdentity gave, empty if none; no value: pwszIdentity was NULL.</summary>
    public Passed<string>? Identity { get; init; }
}

/// <summary>An argument that is a pointer to a pointer, and what it pointed to after the call; null: it was NULL.</summary>
internal sealed record PassedPointer(nint? Held);

/// <summary>A recorded call with the names that the script has for its pointers.</summary>
internal sealed record NamedCall(RecordedCall Call, OutPointer On, OutPointer? Held);
