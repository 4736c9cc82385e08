using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>
/// The one place where a step's call into the vendor's code is made: it is timed, and an exception that leaves it is
/// told apart from the bridge's own. SEH and C++ exceptions arrive here as SEHException or, for a few codes that the
/// CLR has types for, as those; the code tells them all.
/// </summary>
internal sealed class NativeCall(IExceptionFrames? frames)
{
    /// <summary>Duration of the last call.</summary>
    public double Microseconds { get; private set; }

    /// <summary>A step that makes no call took no time.</summary>
    public void Forget() => Microseconds = 0;

    public uint Make(Func<uint> call)
    {
        nint head = frames?.Head ?? 0;
        long start = Stopwatch.GetTimestamp();
        try
        {
            return call();
        }
        catch (Exception)
        {
            if (frames is not null)
            {
                frames.Head = head;
            }

#pragma warning disable CS0618 // Obsolete because it may go one day; nothing else tells the code, and it is tested.
            throw new NativeException(unchecked((uint)Marshal.GetExceptionCode()));
#pragma warning restore CS0618
        }
        finally
        {
            Microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }
}
