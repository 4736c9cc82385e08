using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// What edge-js calls: a request as JSON in, the event that tells of its end out. Results are in the journal; whatever is
/// the harness's own fault is an exception, which arrives in Node as an error. Without `async`, because the code that the
/// compiler makes of it is generic, and compiling that at every start takes longer than most scripts.
/// </summary>
[SupportedOSPlatform("windows")]
[SuppressMessage("Design", "CA1001", Justification = "The journal is open as long as the process lives.")]
public sealed class Startup
{
    private readonly Apartments apartments = new();
    private bool isAskedToOpen;
    private MappedJournal? journal;

    /// <summary>Of the first apartment's thread.</summary>
    private Host? host;

    public Task<object> Invoke(object input)
    {
        try
        {
            return Begin((string)input);
        }
        catch (Exception fault)
        {
            Tell(fault);
            throw;
        }
    }

    private Task<object> Begin(string input)
    {
        // What waits for the task must not go on on an apartment's thread.
        TaskCompletionSource<object> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        switch (RequestReader.Read(input))
        {
            case OpenRequest open when !isAskedToOpen:
                isAskedToOpen = true;
                Post(ApartmentKind.Sta, done, () =>
                {
                    journal = new MappedJournal(open.Journal);
                    host = Host.Open(open, journal, apartments);
                    done.SetResult("opened");
                });
                break;
            case RunRequest run when isAskedToOpen:
                // It has been read while the DLL was being loaded, and waits until that is done.
                Post(ApartmentKind.Sta, done, () => RunFrom(
                    0, run, host ?? throw new BridgeException("No DLL is open, because opening it failed."), done));
                break;
            case WalkRequest walk when isAskedToOpen:
                Post(ApartmentKind.Sta, done, () =>
                {
                    Host open = host ?? throw new BridgeException("No DLL is open, because opening it failed.");
                    Post(walk.Settings.Apartment, done, () =>
                    {
                        open.Walk(walk);
                        done.SetResult("finished");
                    });
                });
                break;
            case OpenRequest:
                throw new BridgeException("A DLL is open already: a child opens one.");
            default:
                throw new BridgeException("No DLL is open: `open` comes before all else.");
        }

        return done.Task;
    }

    /// <summary>Each script hands over to the next, on whatever thread that is to run.</summary>
    private void RunFrom(int next, RunRequest request, Host open, TaskCompletionSource<object> done)
    {
        if (next == request.Scripts.Length)
        {
            done.SetResult("finished");
            return;
        }

        Script script = request.Scripts[next];
        Post(script.Apartment, done, () =>
        {
            open.Run(request.First + (uint)next, script);
            RunFrom(next + 1, request, open, done);
        });
    }

    private void Post(ApartmentKind kind, TaskCompletionSource<object> done, Action work) => apartments[kind].Post(() =>
    {
        try
        {
            work();
        }
        catch (Exception fault)
        {
            Tell(fault);
            done.SetException(fault);
        }
    });

    /// <summary>
    /// Where there is a journal, it alone is believed. An exception of native code is none of the bridge's: a heap that the
    /// DLL has spoilt is found out by whoever asks it for memory next. Nor is one of the system's handles, which the bridge
    /// does not close while it works. The process ends by it, as by any other fault.
    /// </summary>
    private void Tell(Exception fault)
    {
        if (journal is not null && (fault is SEHException or IOException))
        {
            Environment.FailFast($"Outside of a call of the DLL came up what it has done before: {fault.Message}");
        }

        if (journal is not null)
        {
            new JournalWriter(journal).Broken($"{fault.GetType().Name}: {fault.Message}");
        }
    }
}
