using System.Diagnostics;
using static Olkconform.Bridge.WalkLayout;

namespace Olkconform.Bridge;

/// <summary>
/// Has sequences walked, and writes down in few words what came of them. When the provider may have been called, onMapi is.
/// </summary>
internal sealed unsafe class Walker(NativeWalker native, MappedJournal file, JournalWriter journal, Action onMapi)
{
    /// <summary>To be called on a thread of the request's apartment.</summary>
    public void Run(WalkRequest request, Vendor vendor, NativeCall call)
    {
        WalkSettings settings = request.Settings;
        WalkWriter writer = new(journal, settings.Walk);
        Place* place = (Place*)file.Place;
        *place = new Place { Walk = settings.Walk, Step = -1 };
        using HelperMaker maker = new(vendor.Activation, call);
        Walk walk = native.Begin();
        walk.Create = HelperMaker.Create;
        walk.Context = maker.Context;
        walk.Factory = vendor.Activation.Export;
        walk.Place = place;
        walk.ProfileLength = (uint)settings.Profile.Length;
        walk.IsOffered = settings.Session == SessionArgument.Offered ? 1u : 0;
        walk.IsCaptured = vendor.Activation.Captures ? 1u : 0;
        walk.FailLogons = settings.FailLogons;
        walk.Twist = settings.Twist;
        fixed (char* profile = settings.Profile)
        {
            walk.Profile = profile;
            Run(request, &walk, writer);
        }

        native.End();
        onMapi();
        maker.ThrowTrouble();
        writer.Walked();
    }

    private void Run(WalkRequest request, Walk* walk, WalkWriter writer)
    {
        switch (request)
        {
            case ExploreRequest explore:
                Explore(explore, walk, writer);
                break;
            case TryOutRequest tryOut:
                TryOut(tryOut, walk, writer);
                break;
            case SoakRequest soak:
                Soak(soak, walk, writer);
                break;
            case RepeatRequest repeat:
                Repeat(repeat, walk, writer);
                break;
            default:
                throw new BridgeException($"No such walk: {request.GetType().Name}.");
        }
    }

    private void Explore(ExploreRequest request, Walk* walk, WalkWriter writer)
    {
        Explored explored = new() { Depth = request.Depth };
        native.Explore(walk, &explored);
        writer.Write(explored.Found);
        writer.Write(new ReadOnlySpan<Node>(explored.Nodes, (int)explored.NodeCount));
        writer.Explored(
            explored.Depth,
            Microseconds(explored.Ticks),
            new ReadOnlySpan<Deviation>(explored.DeviationWords, (int)explored.DeviationCount),
            explored.Untold);
        native.ForgetExplored();
    }

    private void TryOut(TryOutRequest request, Walk* walk, WalkWriter writer)
    {
        List<byte> letters = [];
        foreach (byte[] sequence in request.Sequences)
        {
            letters.Add((byte)sequence.Length);
            letters.Add((byte)(sequence.Length >> 8));
            letters.AddRange(sequence);
        }

        // As many places as there are letters, and two more for each sequence: as its length has bytes.
        uint[] places = new uint[letters.Count + 1];
        byte[] spelled = [.. letters, 0];
        fixed (uint* runs = places)
        fixed (byte* first = spelled)
        {
            TriedOut tried = new() { Letters = first, Runs = runs, Sequences = (uint)request.Sequences.Length };
            native.TryOut(walk, &tried);
            writer.Write(tried.Found);
            writer.Write(places, request.Sequences.AsSpan(0, (int)tried.Done));
            native.ForgetTried();
        }
    }

    private void Soak(SoakRequest request, Walk* walk, WalkWriter writer)
    {
        double microseconds = 0;
        ulong done = 0;
        ulong changed = 0;
        WriteSample(done, microseconds, changed, walk, writer);
        fixed (byte* letters = request.Life)
        {
            for (uint sample = 1; sample <= request.Samples; sample++)
            {
                ulong until = (ulong)request.Cycles * sample / request.Samples;
                Lives lives = new()
                {
                    Letters = letters,
                    Length = (uint)request.Life.Length,
                    Cycles = (uint)(until - done),
                    First = done,
                };
                native.Soak(walk, &lives);
                done = until;
                microseconds += Microseconds(lives.Ticks);
                changed += lives.Changed;
                WriteSample(done, microseconds, changed, walk, writer);
            }
        }
    }

    /// <summary>One that cannot be taken is left out: with too few samples nobody says that nothing grew.</summary>
    private void WriteSample(ulong done, double microseconds, ulong changed, Walk* walk, WalkWriter writer)
    {
        if (native.TakeSample(walk) is Sample sample)
        {
            writer.Write(done, microseconds, changed, sample);
        }
    }

    private void Repeat(RepeatRequest request, Walk* walk, WalkWriter writer)
    {
        Repeated repeated = new() { Letter = request.Letter, Manner = (uint)request.Manner, Times = request.Times };
        native.Repeat(walk, &repeated);
        writer.Repeated(Microseconds(repeated.Ticks));
    }

    private static double Microseconds(ulong ticks) => Math.Round(ticks * 1e6 / Stopwatch.Frequency, 1);
}
