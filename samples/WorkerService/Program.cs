using InboxSdk;
using InboxSdk.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WorkerService;

const string Usage = """
    A service that follows new prospects and tags good leads. Uses a sandbox in this process, in which new prospects write periodically, or the live service if
    the environment variable INBOX_API_TOKEN is set. Prospects who write while it does not run are not checked: on v2, the sample LeadAlerts misses none.

    dotnet run --project samples/WorkerService [-- <options>]

      --Follow:Interval <time>   the interval between two checks (00:00:30; in the sandbox 00:00:01)
      --Follow:Tag <name>        the tag (Hot Lead)
      --Follow:Threshold <n>     the minimum points for the tag (70)
      --Follow:Rounds <n>        the number of checks; 0 for no limit (0)
      --api v1|v2                the API version (v2, or that of INBOX_API_BASE_URL)
      --help                     show this

    Exit codes: 0 ended, including by Ctrl-C; 1 something failed; 2 invalid arguments.
    """;

if (args.Contains("--help"))
{
    Console.WriteLine(Usage);
    return 0;
}

try
{
    var api = ApiChoice.Take(ref args);
    await using var sandbox = SampleHost.IsLive ? null : await InboxSandbox.StartAsync(new() { ProspectCount = 200 });

    var builder = Host.CreateApplicationBuilder(args);
    builder.Services.AddLeadScoring(builder.Configuration.GetSection("LeadScoring"));
    builder.Services.AddOptions<FollowOptions>().Bind(builder.Configuration.GetSection("Follow"))
        .Validate(options => options.Interval > TimeSpan.Zero && options.Rounds >= 0, "Follow:Interval must be greater than zero, and Follow:Rounds at least 0.").ValidateOnStart();
    builder.Services.AddHostedService<ProspectFollower>();
    if (sandbox is null)
    {
        builder.Services.AddInboxClient(api.Apply);
    }
    else
    {
        builder.Services.AddInboxClient(options =>
        {
            options.Token = sandbox.Token;
            options.BaseAddress = api.Chosen == InboxApiVersion.V1 ? sandbox.V1BaseAddress : sandbox.BaseAddress;
        });
        builder.Services.Configure<FollowOptions>(options => options.Interval = options.Interval == FollowOptions.DefaultInterval ? TimeSpan.FromSeconds(1) : options.Interval);
        builder.Services.AddSingleton(sandbox.State);
        builder.Services.AddHostedService<Visitors>();
    }

    await builder.Build().RunAsync();
    return Environment.ExitCode;
}
catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException or FormatException)
{
    await Console.Error.WriteLineAsync($"{exception.Message} Try --help.");
    return 2;
}
