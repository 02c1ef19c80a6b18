using System.Globalization;
using InboxSdk;
using InboxSdk.BulkKill;

switch (args)
{
    case [KillChild.Verb, .. var child]:
        return await KillChild.RunAsync(child);

    case ["kills", var kills, .. var rest]:
        var report = await KillTest.RunAsync(
            int.Parse(kills, CultureInfo.InvariantCulture),
            seed: rest is [var seed, ..] ? int.Parse(seed, CultureInfo.InvariantCulture) : 1,
            rest is [_, "v2", ..] ? InboxApiVersion.V2 : InboxApiVersion.V1,
            isPaced: rest is [_, _, KillChild.Paced]);
        Console.WriteLine(report);
        return report.IsGood ? 0 : 1;

    case ["memory", var count, .. var rest]:
        await MemoryRun.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), rest.SingleOrDefault());
        return 0;

    default:
        Console.WriteLine("""
            dotnet run -c Release --project tests/InboxSdk.BulkKill -f net10.0 -- kills <count> [seed [v1|v2 [paced]]]
                Kills bulk runs at random times and resumes them, against a sandbox in this process. With "paced", under the documented limits: minutes per run.

            dotnet run -c Release --project tests/InboxSdk.BulkKill -f net10.0 -- memory <changes> [checkpoint file]
                Applies changes to an in-memory fake, and prints the peak of live memory and of the working set. With an existing file, resumes.
            """);
        return args is ["--help"] ? 0 : 2;
}
