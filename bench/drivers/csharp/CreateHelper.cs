using System.Runtime.InteropServices;

namespace Olkconform.Bench.Com;

/// <summary>An exported factory.</summary>
[UnmanagedFunctionPointer(CallingConvention.StdCall)]
internal delegate int CreateHelper([MarshalAs(UnmanagedType.LPWStr)] string profile, nint session, out nint helper);
