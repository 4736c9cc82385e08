using System.Runtime.CompilerServices;

// All calls into native code are blittable. Said here, they can be compiled ahead of time.
[assembly: DisableRuntimeMarshalling]
