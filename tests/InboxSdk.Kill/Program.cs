using System.Globalization;
using InboxSdk;
using InboxSdk.Kill.Bulk;
using InboxSdk.Kill.Events;
using InboxSdk.Kill.Pacing;
using InboxSdk.Kill.Redis;

switch (args)
{
    case [BulkChild.Verb, .. var child]:
        return await BulkChild.RunAsync(child);

    case ["bulk", var kills, .. var rest]:
        var report = await BulkKill.RunAsync(
            int.Parse(kills, CultureInfo.InvariantCulture),
            seed: rest is [var seed, ..] ? int.Parse(seed, CultureInfo.InvariantCulture) : 1,
            rest is [_, "v2", ..] ? InboxApiVersion.V2 : InboxApiVersion.V1,
            isPaced: rest is [_, _, BulkChild.Paced]);
        Console.WriteLine(report);
        return report.IsGood ? 0 : 1;

    case [EventChild.Verb, .. var child]:
        return await EventChild.RunAsync(child);

    case ["events", var kills, .. var rest]:
        var eventReport = await EventKill.RunAsync(
            int.Parse(kills, CultureInfo.InvariantCulture),
            seed: rest is [var eventSeed, ..] ? int.Parse(eventSeed, CultureInfo.InvariantCulture) : 1,
            concurrency: rest is [_, var concurrency] ? int.Parse(concurrency, CultureInfo.InvariantCulture) : 1);
        Console.WriteLine(eventReport);
        return eventReport.IsGood ? 0 : 1;

    case [PaceChild.Verb, .. var child]:
        return await PaceChild.RunAsync(child);

    case ["pace", var connection, .. var rest]:
        var paceReport = await new PaceRun { Connection = connection, Duration = TimeSpan.FromSeconds(rest is [var seconds, ..] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 12) }.RunAsync();
        Console.WriteLine(paceReport);
        return paceReport.IsWithinLimits ? 0 : 1;

    case ["redis", var server]:
        await RedisFigures.RunAsync(server);
        return 0;

    case ["calls", var server, .. var rest]:
        return await SandboxFigures.RunAsync(server, rest is [var time] ? int.Parse(time, CultureInfo.InvariantCulture) : 50) == 0 ? 0 : 1;

    case ["outage", var times]:
        await OutageFigures.RunAsync(int.Parse(times, CultureInfo.InvariantCulture));
        return 0;

    case [RedisBulkChild.Verb, .. var child]:
        return await RedisBulkChild.RunAsync(child);

    case [RedisEventChild.Verb, .. var child]:
        return await RedisEventChild.RunAsync(child);

    case ["takeovers", var kills, .. var rest]:
        return await RedisServerProcess.UseAsync(async redis =>
        {
            var (count, seed) = (int.Parse(kills, CultureInfo.InvariantCulture), rest is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 1);
            var lease = rest is [_, var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 5;
            var bulkTakeOvers = await RedisBulkKill.RunAsync(redis, count, seed, lease);
            Console.WriteLine(bulkTakeOvers);
            var eventTakeOvers = await RedisEventKill.RunAsync(redis, count, seed, lease);
            Console.WriteLine(eventTakeOvers);
            return new[] { bulkTakeOvers, eventTakeOvers }.All(report => report is { IsGood: true, LateCount: 0 }) ? 0 : 1;
        });

    case ["memory", var count, .. var rest]:
        await MemoryRun.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), rest.SingleOrDefault());
        return 0;

    default:
        Console.WriteLine("""
            dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- bulk <count> [seed [v1|v2 [paced]]]
                Kills bulk runs at random times and resumes them, against a sandbox in this process. With "paced", under the documented limits: minutes per run.

            dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- events <count> [seed [concurrency]]
                Kills a processor of events at random times, while its webhooks are lost, repeated and reordered.

            dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- pace <connection string> [seconds]
                Lets four processes share a rate limit on a Redis server, and checks every period of each window's length. With "-" each paces alone.

            dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- redis <connection string>
                Measures the shared rate limiter on a Redis server.

            dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- calls <connection string> [seconds]
                Lets four processes call a sandbox through the SDK, with each of its algorithms: with a shared rate limit, and each alone.

            dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- outage <count>
                Kills a redis-server and starts it again, and measures how long requests wait.

            dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- takeovers <count> [seed [lease in seconds]]
                Kills one of two workers of a bulk run, and one of two replicas that process events, at random times; the other one takes over. On the Redis server of the
                variable REDIS, a connection string, or else on a redis-server that is started.

            dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- memory <changes> [checkpoint file]
                Applies changes to an in-memory fake, and prints the peak of live memory and of the working set. With an existing file, resumes.
            """);
        return args is ["--help"] ? 0 : 2;
}
