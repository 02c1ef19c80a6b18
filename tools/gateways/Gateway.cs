using System.Diagnostics;
using System.Net.Sockets;

namespace InboxSdk.Gateways;

/// <summary>A gateway: how it is started, and how it is reached.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments; <c>{file}</c> is the configuration, <c>{folder}</c> its folder.</param>
/// <param name="Configuration">The configuration; <c>{port}</c> is where it listens, <c>{api}</c> the port of the API, <c>{folder}</c> a folder of its own.</param>
internal sealed record Gateway(string Name, string Program, string Arguments, string Configuration)
{
    /// <summary>The port of the API behind all of them.</summary>
    public const int ApiPort = 47100;

    /// <summary>Gets the part before <c>/api</c> under which it publishes the API.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Gets whether it is a proxy that the client is set to, not an address of the API.</summary>
    public bool IsForward { get; init; }

    public static IReadOnlyList<Gateway> All { get; } =
    [
        new("nginx", "/usr/sbin/nginx", "-c {file} -p {folder}", Nginx("location / { proxy_pass http://127.0.0.1:{api}; proxy_read_timeout 2s; }")),
        new("nginx, with a URI part", "/usr/sbin/nginx", "-c {file} -p {folder}", Nginx("location /inbox/ { proxy_pass http://127.0.0.1:{api}/; proxy_read_timeout 2s; }")) { Prefix = "/inbox" },
        new("HAProxy", "/usr/sbin/haproxy", "-f {file} -db", """
            defaults
              mode http
              timeout connect 1s
              timeout client 30s
              timeout server 2s
            frontend gateway
              bind 127.0.0.1:{port}
              default_backend api
            backend api
              server api 127.0.0.1:{api}

            """),
        new("Apache", "/usr/sbin/apache2", "-f {file} -DFOREGROUND", Apache("")),
        new("Apache, AllowEncodedSlashes NoDecode", "/usr/sbin/apache2", "-f {file} -DFOREGROUND", Apache("AllowEncodedSlashes NoDecode", " nocanon")),
        new("Squid, forward", "/usr/sbin/squid", "-N -f {file}", """
            http_port 127.0.0.1:{port}
            pid_filename {folder}/squid.pid
            cache_log {folder}/cache.log
            access_log none
            coredump_dir {folder}
            read_timeout 2 seconds
            shutdown_lifetime 1 seconds
            http_access allow localhost
            http_access deny all

            """) { IsForward = true },
    ];

    /// <summary>Starts it, and waits until it listens.</summary>
    public async Task<Running> StartAsync(int port)
    {
        var folder = Directory.CreateTempSubdirectory("gateway-").FullName;
        // The workers run as users of their own.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        var file = Path.Combine(folder, "gateway.conf");
        await File.WriteAllTextAsync(file, Fill(Configuration));
        var process = Process.Start(new ProcessStartInfo(Program, Fill(Arguments)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var attempt = 0; attempt < 200; attempt++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync("127.0.0.1", port);
                return new(this, port, process, folder);
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        throw new InvalidOperationException($"{Name} does not listen; see {folder}.");

        string Fill(string text) => text
            .Replace("{file}", Path.Combine(folder, "gateway.conf"), StringComparison.Ordinal)
            .Replace("{folder}", folder, StringComparison.Ordinal)
            .Replace("{port}", $"{port}", StringComparison.Ordinal)
            .Replace("{api}", $"{ApiPort}", StringComparison.Ordinal);
    }

    private static string Nginx(string location) => $$"""
        daemon off;
        user www-data;
        worker_processes 1;
        pid {folder}/nginx.pid;
        error_log {folder}/error.log;
        events { }
        http {
          access_log off;
          client_body_temp_path {folder}/body;
          proxy_temp_path {folder}/proxy;
          fastcgi_temp_path {folder}/fastcgi;
          uwsgi_temp_path {folder}/uwsgi;
          scgi_temp_path {folder}/scgi;
          server {
            listen 127.0.0.1:{port};
            {{location}}
          }
        }

        """;

    private static string Apache(string directive, string parameters = "") => $$"""
        ServerRoot {folder}
        ServerName localhost
        User www-data
        Group www-data
        PidFile {folder}/apache.pid
        ErrorLog {folder}/error.log
        Listen 127.0.0.1:{port}
        LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
        LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
        LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
        LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
        ProxyPass / http://127.0.0.1:{api}/{{parameters}}
        ProxyTimeout 2
        {{directive}}

        """;

    /// <summary>A gateway that runs; disposing it ends the process and removes its folder.</summary>
    internal sealed class Running(Gateway gateway, int port, Process process, string folder) : IAsyncDisposable
    {
        public Gateway Gateway => gateway;

        /// <summary>Gets the address of the API through the gateway.</summary>
        public Uri BaseAddress(InboxApiVersion version) => new($"http://127.0.0.1:{(gateway.IsForward ? ApiPort : port)}{gateway.Prefix}/api/v{(int)version}");

        /// <summary>Gets the address of the proxy to set a transport to; null for none.</summary>
        public Uri? Proxy => gateway.IsForward ? new($"http://127.0.0.1:{port}") : null;

        public async ValueTask DisposeAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
