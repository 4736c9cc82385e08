using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bench.Com;

/// <summary>What edge-js calls: provider, helper's DLL and depth, a line each; what was done comes back as JSON.</summary>
[SupportedOSPlatform("windows")]
public sealed class Driver
{
    private const string Letters = "isgnohpq2";

    [SuppressMessage("Performance", "CA1822", Justification = "edge-js makes an instance, and calls its method.")]
    public Task<object> Invoke(object input)
    {
        TaskCompletionSource<object> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Thread thread = new(() =>
        {
            try
            {
                done.SetResult(Run(((string)input).Split('\n')));
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        });
        thread.SetApartmentState(ApartmentState.STA);
        thread.Start();
        return done.Task;
    }

    private static string Run(string[] arguments)
    {
        NativeLibrary.Load(arguments[0]);
        Provider.Quiet(1);
        nint export = NativeLibrary.GetExport(NativeLibrary.Load(arguments[1]), "CreateHelper");
        CreateHelper create = Marshal.GetDelegateForFunctionPointer<CreateHelper>(export);
        int depth = int.Parse(arguments[2], CultureInfo.InvariantCulture);

        int sequences = 0;
        int steps = 0;
        long start = Stopwatch.GetTimestamp();
        for (int length = 1; length <= depth; length++)
        {
            char[] sequence = new char[length];
            int count = (int)Math.Pow(Letters.Length, length);
            for (int number = 0; number < count; number++)
            {
                int left = number;
                for (int at = length - 1; at >= 0; at--)
                {
                    sequence[at] = Letters[left % Letters.Length];
                    left /= Letters.Length;
                }

                Try(create, sequence);
                sequences++;
                steps += length;
            }
        }

        double micros = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        return string.Create(CultureInfo.InvariantCulture, $$"""{"sequences":{{sequences}},"steps":{{steps}},"micros":{{micros:F1}}}""");
    }

    private static void Try(CreateHelper create, char[] sequence)
    {
        Life life = new(create);
        foreach (char letter in sequence)
        {
            life.Call(letter);
        }

        life.End();
    }
}
