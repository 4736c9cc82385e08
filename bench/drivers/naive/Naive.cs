using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Olkconform.Bench.Com;

namespace Olkconform.Bench.Naive;

/// <summary>
/// A bridge as one writes it first: each method of the helper is a function for JavaScript, objects go in and come out,
/// and each answer brings along what the provider has counted.
/// </summary>
[SupportedOSPlatform("windows")]
[SuppressMessage("Performance", "CA1822", Justification = "edge-js makes an instance, and calls its methods.")]
public sealed class Naive
{
    private static readonly Guid IidOfUnknown = new("00000000-0000-0000-c000-000000000046");
    private static readonly Dictionary<int, IOlkAccountHelper> Helpers = [];
    private static CreateHelper? create;
    private static int lastHelper;

    public Task<object> Open(object input)
    {
        IDictionary<string, object> asked = (IDictionary<string, object>)input;
        NativeLibrary.Load((string)asked["provider"]);
        Provider.Quiet(1);
        nint export = NativeLibrary.GetExport(NativeLibrary.Load((string)asked["helper"]), "CreateHelper");
        create = Marshal.GetDelegateForFunctionPointer<CreateHelper>(export);
        return Task.FromResult<object>(true);
    }

    public Task<object> Begin(object input)
    {
        Provider.Begin();
        return Answer(0);
    }

    public Task<object> Create(object input)
    {
        int hresult = create!((string)input, 0, out nint made);
        Helpers.Add(++lastHelper, (IOlkAccountHelper)Marshal.GetUniqueObjectForIUnknown(made));
        Marshal.Release(made);
        return Answer(hresult, lastHelper);
    }

    public Task<object> GetIdentity(object input)
    {
        IDictionary<string, object> asked = (IDictionary<string, object>)input;
        char[] buffer = new char[256];
        uint size = (uint)(int)asked["capacity"];
        int hresult = Helpers[(int)asked["helper"]].GetIdentity(buffer, ref size);
        return Answer(hresult, size, new string(buffer, 0, Array.IndexOf(buffer, '\0')));
    }

    /// <summary>The pointer travels as a text: a number of JavaScript does not hold it.</summary>
    public Task<object> GetMapiSession(object input)
    {
        int hresult = Helpers[(int)input].GetMapiSession(out nint session);
        return Answer(hresult, text: session.ToString(CultureInfo.InvariantCulture));
    }

    public Task<object> ReleaseSession(object input) =>
        Answer(Marshal.Release(nint.Parse((string)input, CultureInfo.InvariantCulture)));

    public Task<object> HandsOffSession(object input) => Answer(Helpers[(int)input].HandsOffSession());

    public Task<object> Placeholder1(object input) => Answer(Helpers[(int)input].Placeholder1(0));

    public Task<object> Query(object input)
    {
        nint pointer = Marshal.GetIUnknownForObject(Helpers[(int)input]);
        int hresult = Marshal.QueryInterface(pointer, IidOfUnknown, out nint unknown);
        Marshal.Release(unknown);
        Marshal.Release(pointer);
        return Answer(hresult);
    }

    public Task<object> ReleaseHelper(object input)
    {
        Helpers.Remove((int)input, out IOlkAccountHelper? helper);
        return Answer(Marshal.FinalReleaseComObject(helper!));
    }

    private static Task<object> Answer(int hresult, double value = 0, string text = "")
    {
        Provider.Counters(out ProviderCounters counters);
        SessionCounters[] sessions = new SessionCounters[counters.Sessions];
        _ = Provider.Sessions(0, sessions, counters.Sessions);
        return Task.FromResult<object>(new
        {
            hresult,
            value,
            text,
            initializes = (int)counters.Initializes,
            uninitializes = (int)counters.Uninitializes,
            logons = (int)counters.Logons,
            references = sessions.Select(session => (int)session.References).ToArray(),
            logoffs = sessions.Select(session => (int)session.Logoffs).ToArray(),
        });
    }
}
