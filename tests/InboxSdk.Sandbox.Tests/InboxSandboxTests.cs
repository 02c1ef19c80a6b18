using System.Net.Sockets;
using System.Text;

namespace InboxSdk.Sandbox.Tests;

public sealed class InboxSandboxTests
{
    [Fact]
    public async Task StartAsync_Defaults_ServesFiftyProspectsOnALoopbackPort()
    {
        await using var api = await TestApi.StartAsync();

        api.Sandbox.V1BaseAddress.ToString().Should().MatchRegex("^http://127\\.0\\.0\\.1:[1-9][0-9]*/api/v1$");
        api.Sandbox.Token.Should().Be("ibt_sandbox");
        api.State.Prospects.Should().HaveCount(50);
        (await api.GetAsync("threads")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task StartAsync_GivenToken_AcceptsThatTokenOnly()
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { Token = "ibt_mine" });

        (await api.GetAsync("tags")).Status.Should().Be(HttpStatusCode.OK);
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", "ibt_sandbox");
        (await api.GetAsync("tags")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task StartAsync_PortThatIsTaken_ThrowsIOException()
    {
        await using var first = await InboxSandbox.StartAsync();

        var start = () => InboxSandbox.StartAsync(new InboxSandboxOptions { Port = first.BaseAddress.Port });

        await start.Should().ThrowAsync<IOException>();
    }

    [Fact]
    public async Task StartAsync_CancelledToken_Throws()
    {
        var start = () => InboxSandbox.StartAsync(cancellationToken: new CancellationToken(canceled: true));

        await start.Should().ThrowAsync<OperationCanceledException>();
    }

    public static TheoryData<InboxSandboxOptions, string> BadOptions => new()
    {
        { new() { Port = -1 }, "*InboxSandboxOptions.Port*-1*" },
        { new() { Port = 65_536 }, "*InboxSandboxOptions.Port*65536*" },
        { new() { ProspectCount = -1 }, "*InboxSandboxOptions.ProspectCount*-1*" },
        { new() { ProspectCount = 1_000_001 }, "*InboxSandboxOptions.ProspectCount*1000001*" },
        { new() { RequestLogCapacity = -1 }, "*InboxSandboxOptions.RequestLogCapacity*-1*" },
        { new() { Token = "" }, "*InboxSandboxOptions.Token*" },
        { new() { Token = "two words" }, "*InboxSandboxOptions.Token*" },
        { new() { Token = "a\r\nb" }, "*InboxSandboxOptions.Token*" },
        { new() { TimeProvider = null! }, "*InboxSandboxOptions.TimeProvider*" },
        { new() { RateLimits = null! }, "*InboxSandboxOptions.RateLimits *" },
        { new() { RateLimits = new() { Reads = 0 } }, "*InboxSandboxOptions.RateLimits.Reads*0*" },
        { new() { RateLimits = new() { Writes = -3 } }, "*InboxSandboxOptions.RateLimits.Writes*-3*" },
        { new() { RateLimits = new() { Window = TimeSpan.Zero } }, "*InboxSandboxOptions.RateLimits.Window*" },
        { new() { RateLimits = new() { Window = TimeSpan.FromDays(2) } }, "*InboxSandboxOptions.RateLimits.Window*" },
        { new() { RateLimits = new() { Algorithm = (SandboxRateAlgorithm)9 } }, "*InboxSandboxOptions.RateLimits.Algorithm*9*" },
        { new() { RateLimits = new() { Windows = [null!] } }, "*InboxSandboxOptions.RateLimits.Windows*" },
        { new() { RateLimits = new() { Windows = [new(0, TimeSpan.FromSeconds(1))] } }, "*InboxSandboxOptions.RateLimits.Windows*0*" },
        { new() { RateLimits = new() { Windows = [new(1, TimeSpan.Zero)] } }, "*InboxSandboxOptions.RateLimits.Windows*" },
        { new() { RateLimits = new() { Windows = [new(1, TimeSpan.FromSeconds(1), (SandboxRateScope)9)] } }, "*InboxSandboxOptions.RateLimits.Windows*9*" },
        { new() { Latency = new(TimeSpan.FromMilliseconds(-1)) }, "*InboxSandboxOptions.Latency*" },
        { new() { Latency = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)) }, "*InboxSandboxOptions.Latency*" },
        { new() { Latency = new(TimeSpan.FromMinutes(11)) }, "*InboxSandboxOptions.Latency*" },
        { new() { ClockSkew = TimeSpan.FromDays(366) }, "*InboxSandboxOptions.ClockSkew*" },
        { new() { ClockSkew = TimeSpan.FromDays(-366) }, "*InboxSandboxOptions.ClockSkew*" },
        { new() { ClockSkew = TimeSpan.MinValue }, "*InboxSandboxOptions.ClockSkew*" },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public async Task StartAsync_OptionOutOfRange_ThrowsAndNamesIt(InboxSandboxOptions options, string message)
    {
        var start = () => InboxSandbox.StartAsync(options);

        await start.Should().ThrowAsync<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public async Task StartAsync_BadToken_DoesNotRepeatItInTheMessage()
    {
        var start = () => InboxSandbox.StartAsync(new InboxSandboxOptions { Token = "ibt_secret with space" });

        (await start.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().NotContain("secret");
    }

    [Fact]
    public async Task DisposeAsync_Twice_FreesThePortAndDoesNothingMore()
    {
        var sandbox = await InboxSandbox.StartAsync();
        var port = sandbox.V1BaseAddress.Port;

        await sandbox.DisposeAsync();
        await sandbox.DisposeAsync();

        await using var again = await InboxSandbox.StartAsync(new InboxSandboxOptions { Port = port });
        again.BaseAddress.Port.Should().Be(port);
    }

    [Fact]
    public async Task DisposeAsync_RequestInFlight_CutsItOff()
    {
        var sandbox = await InboxSandbox.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, sandbox.V1BaseAddress.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("PATCH /api/v1/tags/x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n"));
        // The interim response proves that the server waits for the body.
        await stream.ReadExactlyAsync(new byte["HTTP/1.1 100 Continue".Length]);

        var dispose = () => sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        await dispose.Should().NotThrowAsync();
        sandbox.Requests.Should().ContainSingle().Which.StatusCode.Should().BeNull("the connection ended without a response");
    }
}
