using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>Layouts of harness/host/native: walk.h, walks.h and tree.h.</summary>
internal static unsafe class WalkLayout
{
    /// <summary>OLK_THROWN: beside the code of an exception, which may be any.</summary>
    public const ulong Thrown = 1ul << 32;

    /// <summary>OLK_STAYED: the helper cannot be called from this apartment.</summary>
    public const ulong Stayed = 1ul << 33;

    public const int Letters = 9;

    public const int Deepest = 8;

    public const int ToldApart = 8;

    /// <summary>In a life: creating the helper, its steps and its end.</summary>
    public const int ObservedInLife = Deepest + 2;

    private const int MostDeviations = 64;

    private const int DeviationWordCount = 3 + (ObservedInLife / 2);

    /// <summary>OlkWalk.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Walk
    {
        public delegate* unmanaged[Stdcall]<nint, nint, nint, nint, ulong*, uint> Create;
        public nint Context;
        public nint Factory;
        public nint Books;
        public nint BeginAccount;
        public nint OfferSession;
        public nint Configure;
        public Place* Place;
        public char* Profile;
        public uint ProfileLength;
        public uint IsOffered;
        public uint IsCaptured;
        public uint FailLogons;
        public Twist Twist;
        public uint Unused;
    }

    /// <summary>OlkPlace.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Place
    {
        public uint Walk;
        public int Step;
        public uint Length;
        public uint Unused;
        public ulong Number;
    }

    /// <summary>OlkObservation.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Observation
    {
        public const ushort NoAge = 0xFFFF;

        public byte Kind;
        public byte Out;
        public ushort Age;
        public uint HResult;
        public uint Value;
        public uint Text;
        public int Initializes;
        public int Uninitializes;
        public int Logons;
        public int FailedLogons;
        public int Logoffs;
        public int OverReleases;
        public int CallsAfterRelease;
        public uint IsMoved;
        public fixed int References[ToldApart];
    }

    /// <summary>OlkEnd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct End
    {
        public uint Kind;
        public uint Helpers;
        public fixed uint Counts[2];
        public int Initialized;
        public int Logons;
        public int Logoffs;
        public int OverReleases;
        public int CallsAfterRelease;
        public int Unused;
        public fixed int References[ToldApart];
    }

    /// <summary>OlkNode.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Node
    {
        public uint Observation;
        public uint End;
        public uint IsLeaf;
        public fixed uint Next[Letters];
    }

    /// <summary>OlkFound.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Found
    {
        public Observation* Observations;
        public End* Ends;
        public uint ObservationCount;
        public uint EndCount;
    }

    /// <summary>OlkDeviation.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Deviation
    {
        public ulong Number;
        public uint Length;
        public int Step;
        public uint Before;
        public uint Now;
        public fixed uint Life[ObservedInLife];
    }

    /// <summary>OlkExplored.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Explored
    {
        public Found Found;
        public Node* Nodes;
        public uint NodeCount;
        public uint Depth;
        public ulong Ticks;
        public uint DeviationCount;
        public uint Untold;
        public fixed ulong DeviationWords[MostDeviations * DeviationWordCount];
    }

    /// <summary>OlkTriedOut.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct TriedOut
    {
        public byte* Letters;
        public uint* Runs;
        public uint Sequences;
        public uint Done;
        public Found Found;
    }

    /// <summary>OlkLives.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Lives
    {
        public byte* Letters;
        public uint Length;
        public uint Cycles;
        public ulong First;
        public ulong Ticks;
        public uint Changed;
        public uint Unused;
    }

    /// <summary>OlkSample.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Sample
    {
        public long References;
        public ulong PrivateBytes;
        public uint Sessions;
        public uint Handles;
        public uint Threads;
        public uint GdiObjects;
        public uint UserObjects;
        public uint Unused;
    }

    /// <summary>OlkRepeated.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Repeated
    {
        public uint Letter;
        public uint Manner;
        public ulong Times;
        public ulong Ticks;
    }
}
