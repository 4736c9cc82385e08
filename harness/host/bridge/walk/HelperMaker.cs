using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>Makes the walker's helpers, where more belongs to it than the call of an export.</summary>
internal sealed unsafe class HelperMaker(IActivation activation, NativeCall call) : IDisposable
{
    private GCHandle self;
    private BridgeException? trouble;

    /// <summary>Of <see cref="OnCreate" />.</summary>
    public static delegate* unmanaged[Stdcall]<nint, nint, nint, nint, ulong*, uint> Create => &OnCreate;

    /// <summary>The first argument of <see cref="OnCreate" />.</summary>
    public nint Context
    {
        get
        {
            if (!self.IsAllocated)
            {
                self = GCHandle.Alloc(this);
            }

            return GCHandle.ToIntPtr(self);
        }
    }

    /// <exception cref="BridgeException">What was the harness's own fault while helpers were made.</exception>
    public void ThrowTrouble()
    {
        if (trouble is not null)
        {
            throw trouble;
        }
    }

    public void Dispose()
    {
        if (self.IsAllocated)
        {
            self.Free();
        }
    }

    /// <summary>No exception may leave it: the code around is native.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnCreate(nint context, nint profile, nint session, nint helper, ulong* thrown) =>
        ((HelperMaker)GCHandle.FromIntPtr(context).Target!).Make(profile, session, helper, out *thrown);

    private uint Make(nint profile, nint session, nint helper, out ulong thrown)
    {
        thrown = 0;
        try
        {
            return call.Make(() => activation.Create(profile, session, helper));
        }
        catch (NativeException exception)
        {
            thrown = WalkLayout.Thrown | exception.Code;
        }
        catch (StayedException)
        {
            thrown = WalkLayout.Stayed;
        }
        catch (BridgeException fault)
        {
            trouble ??= fault;
            thrown = WalkLayout.Stayed;
        }
        finally
        {
            _ = activation.TakeManagerCalls();
            call.Forget();
        }

        return 0;
    }
}
