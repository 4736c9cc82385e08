using System.Runtime.InteropServices;

namespace Olkconform.Bench.Com;

/// <summary>As one declares it for the interop that .NET has built in: the runtime makes a callable wrapper of it.</summary>
[ComImport]
[Guid("9240a6cb-af41-11d2-8c3b-00104b2a6676")]
[InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
internal interface IOlkAccountHelper
{
    [PreserveSig]
    int Placeholder1(nint reserved);

    [PreserveSig]
    int GetIdentity([Out, MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.U2)] char[] identity, ref uint pcch);

    /// <summary>A pointer and no object: a wrapper would hold references that the client does not know of.</summary>
    [PreserveSig]
    int GetMapiSession(out nint session);

    [PreserveSig]
    int HandsOffSession();
}
