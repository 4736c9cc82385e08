using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>What the loader brings in between begin and end, as harness/host/native/loads.c notes it.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class LoadWatch(ILibrary native)
{
    private const int Capacity = 64;

    /// <summary>Where the system has no notifications, nothing is seen, and nobody is blamed.</summary>
    public void Begin() => ((delegate* unmanaged[Stdcall]<int>)native.RequireExport("OlkWatchLoads"))();

    public LoadedModule[] End()
    {
        Load[] loads = new Load[Capacity];
        fixed (Load* into = loads)
        {
            uint count = ((delegate* unmanaged[Stdcall]<Load*, uint, uint>)native.RequireExport("OlkTakeLoads"))(into, Capacity);
            LoadedModule[] modules = new LoadedModule[count];
            for (int i = 0; i < modules.Length; i++)
            {
                modules[i] = new LoadedModule(
                    new string(into[i].Name),
                    into[i].Base,
                    into[i].Size,
                    new Span<nint>(into[i].Frames, (int)into[i].FrameCount).ToArray());
            }

            return modules;
        }
    }

    /// <summary>Layout of OlkLoad.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Load
    {
        public nint Base;
        public uint Size;
        public uint FrameCount;
        public fixed long Frames[62];
        public fixed char Name[64];
    }
}
