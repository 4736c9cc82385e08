using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>What the provider shall refuse; an HRESULT of 0 means: behave. Layout of olk::ProviderPlan.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProviderPlan
{
    public uint FailInitialize;
    public uint FailLogon;
    public uint RefuseSessionInterface;

    /// <summary>The allocation, counted from 1 from here on, that finds no memory; 0: none.</summary>
    public uint FailAllocation;
}
