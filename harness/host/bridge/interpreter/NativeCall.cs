using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>
/// The one place where a step's call into the vendor's code is made: it is timed, and an exception that leaves it is
/// told apart from the bridge's own. SEH and C++ exceptions arrive here as SEHException or, for a few codes that the
/// CLR has types for, as those; the code tells them all.
/// </summary>
internal sealed class NativeCall(IVendorCall vendor, IExceptionFrames? frames)
{
    /// <summary>Duration of the last call.</summary>
    public double Microseconds { get; private set; }

    /// <summary>How to enter the vendor's code within <see cref="Make" />.</summary>
    public IVendorCall Vendor => vendor;

    /// <summary>A step that makes no call took no time and lost no register.</summary>
    public void Forget()
    {
        Microseconds = 0;
        vendor.Lost = 0;
    }

    public uint Make(Func<uint> call)
    {
        nint head = frames?.Head ?? 0;
        long start = Stopwatch.GetTimestamp();
        try
        {
            return call();
        }
        catch (Exception fault)
        {
            if (fault is BridgeException or StayedException or AbsentException)
            {
                throw;
            }

            if (frames is not null)
            {
                frames.Head = head;
            }

            throw fault as NativeException ?? new NativeException(CurrentCode());
        }
        finally
        {
            Microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }

    /// <summary>To be asked in a catch block: the code of the exception that was caught.</summary>
    public static uint CurrentCode()
    {
#pragma warning disable CS0618 // Obsolete because it may go one day; nothing else tells the code, and it is tested.
        return unchecked((uint)Marshal.GetExceptionCode());
#pragma warning restore CS0618
    }
}
