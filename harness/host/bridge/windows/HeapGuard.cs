using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>What the vendor's DLL takes from the heap is guarded, as harness/host/native/heap.h says.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class HeapGuard(ILibrary native)
{
    private readonly delegate* unmanaged[Stdcall]<void> check =
        (delegate* unmanaged[Stdcall]<void>)native.RequireExport("OlkCheckHeap");

    /// <summary>To be called whenever the DLL has been loaded.</summary>
    public void Guard(nint vendor)
    {
        if (((delegate* unmanaged[Stdcall]<nint, int>)native.RequireExport("OlkGuardHeap"))(vendor) == 0)
        {
            throw new BridgeException("The heap of the vendor's DLL cannot be guarded.");
        }
    }

    /// <summary>Ends the process when the DLL has written right beside one of its blocks.</summary>
    public void Check() => check();
}
