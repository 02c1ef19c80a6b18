using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace InboxSdk.Sandbox.Tests.Tool;

/// <summary>The command <c>inbox-sandbox</c>, as a process.</summary>
public sealed class ToolTests
{
    private static readonly string Program = typeof(ToolTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "Tool").Value!;

    [Fact]
    public async Task Tool_PrintsItsAddresses_ServesThem_AndStopsByASignal()
    {
        using var tool = Start("--port", "0", "--prospects", "3");
        using var http = new HttpClient();
        try
        {
            var lines = new List<string>();
            while (await tool.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
            {
                lines.Add(line);
                if (line.StartsWith("Token: ", StringComparison.Ordinal))
                    break;
            }

            lines.Select(line => line.Split(": ")[0]).Should().Equal("Console", "Base address", "Base address of v1", "Token");
            var values = lines.ToDictionary(line => line.Split(": ")[0], line => line.Split(": ", 2)[1]);
            (await http.GetStringAsync(new Uri(values["Console"]))).Should().Contain("Inbox sandbox");
            http.DefaultRequestHeaders.Authorization = new("Bearer", values["Token"]);
            (await http.GetStringAsync($"{values["Base address"]}/contacts/prospectabc123")).Should().Contain("johndoe");

            if (OperatingSystem.IsWindows())
                return;
            // Ctrl+C ends it the same way, but a process that a shell started in the background ignores that signal.
            Process.Start("kill", ["-TERM", tool.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!.Dispose();
            await tool.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            tool.ExitCode.Should().Be(0);
        }
        finally
        {
            tool.Kill();
        }
    }

    [Fact]
    public async Task Tool_ByHelp_ListsItsOptions()
    {
        var (code, output, _) = await RunAsync("--help");

        code.Should().Be(0);
        output.Should().Contain("Usage: inbox-sandbox").And.Contain("Exit codes:");
    }

    [Theory]
    [InlineData("--unknown", "1")]
    [InlineData("--port", "many")]
    [InlineData("--port", "70000")]
    [InlineData("--prospects")]
    [InlineData("--console", "other")]
    [InlineData("--webhook", "/relative")]
    public async Task Tool_WithInvalidArguments_EndsWith2(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);

        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain("--help").And.NotContain(" at ");
    }

    [Fact]
    public async Task Tool_WhosePortIsInUse_EndsWith1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, _, error) = await RunAsync("--port", ((IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        code.Should().Be(1);
        error.Should().Contain("--port");
    }

    [PrivilegedPortFact]
    public async Task Tool_WhosePortMayNotBeBound_EndsWith1()
    {
        string[] withoutRights = Environment.IsPrivilegedProcess ? [PrivilegedPortFactAttribute.Restrict, "--inh-caps=-net_bind_service", "--bounding-set=-net_bind_service"] : [];

        var (code, _, error) = await RunAsync(StartInfo([.. withoutRights, "dotnet", "exec", Program, "--port", "1"]));

        code.Should().Be(1);
        error.Should().Contain("--port").And.NotContain(" at ");
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(StartInfo(["dotnet", "exec", Program, .. arguments]));

    private static async Task<(int Code, string Output, string Error)> RunAsync(ProcessStartInfo start)
    {
        using var tool = Process.Start(start)!;
        try
        {
            var (output, error) = (tool.StandardOutput.ReadToEndAsync(), tool.StandardError.ReadToEndAsync());
            await tool.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            return (tool.ExitCode, await output, await error);
        }
        finally
        {
            tool.Kill();
        }
    }

    private static Process Start(params string[] arguments) => Process.Start(StartInfo(["dotnet", "exec", Program, .. arguments]))!;

    private static ProcessStartInfo StartInfo(string[] command) => new(command[0], command[1..])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        WorkingDirectory = Path.GetTempPath(),
    };

    /// <summary>A test that needs a port which this process, or one with fewer rights, may not bind.</summary>
    private sealed class PrivilegedPortFactAttribute : FactAttribute
    {
        public const string Restrict = "/usr/bin/setpriv";

        private const string FirstPort = "/proc/sys/net/ipv4/ip_unprivileged_port_start";

        public PrivilegedPortFactAttribute()
        {
            if (!File.Exists(FirstPort) || File.ReadAllText(FirstPort).Trim() is "0" or "1")
                Skip = "Here every user can bind every port.";
            else if (Environment.IsPrivilegedProcess && !File.Exists(Restrict))
                Skip = $"This user can bind every port, and there is no {Restrict} to start a process that cannot.";
        }
    }
}
