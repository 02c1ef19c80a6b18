namespace InboxSdk.Gateways;

/// <summary>Represents a gateway or a forward proxy, with its program and its configuration.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments; <c>{file}</c> is the configuration, <c>{folder}</c> its folder.</param>
/// <param name="Configuration">The configuration; <c>{port}</c> is the port it listens on, <c>{api}</c> the port of the API, <c>{folder}</c> its folder, <c>{timeout}</c> the number of
/// seconds it waits for the API.</param>
internal sealed record Gateway(string Name, string Program, string Arguments, string Configuration)
{
    private const string Location = "location / { proxy_pass http://127.0.0.1:{api}; proxy_read_timeout {timeout}s; }";
    private const string TwoServers = "location / { proxy_pass http://api; proxy_read_timeout {timeout}s; }";

    // Both servers stay in use after failures, so that the result of a call does not depend on the last one.
    private const string Upstream = "upstream api { server 127.0.0.1:{api} max_fails=0; server 127.0.0.1:{api} max_fails=0; }";

    /// <summary>Gets the part before <c>/api</c> under which it publishes the API.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Gets the way a client uses it.</summary>
    public GatewayKind Kind { get; init; }

    /// <summary>Gets the user and the password that a proxy requires.</summary>
    public static (string User, string Password) Credentials { get; } = ("inbox", "secret");

    /// <summary>Gets the gateways that publish the API, with default and with recommended settings, and a forward proxy.</summary>
    public static IReadOnlyList<Gateway> Forwarding { get; } =
    [
        Nginx("nginx", Location),
        Nginx("nginx, URI part", "location /inbox/ { proxy_pass http://127.0.0.1:{api}/; proxy_read_timeout {timeout}s; }") with { Prefix = "/inbox" },
        Nginx("nginx, long lines", Location, "large_client_header_buffers 4 32k;"),
        HAProxy("HAProxy"),
        HAProxy("HAProxy, long lines", "global\n  tune.bufsize 65536\n"),
        Apache("Apache"),
        Apache("Apache, as sent, long lines", "AllowEncodedSlashes NoDecode\nLimitRequestLine 32768", " nocanon"),
        Squid("Squid", Allowed) with { Kind = GatewayKind.Forward },
        Squid("Squid, tunnel", Allowed) with { Kind = GatewayKind.Tunnel },
    ];

    /// <summary>Gets the gateways whose failures differ.</summary>
    public static IReadOnlyList<Gateway> Failing { get; } =
    [
        Nginx("nginx", Location),
        Nginx("nginx, two servers", TwoServers, Upstream),
        Nginx("nginx, two servers, `proxy_next_upstream off`", TwoServers, Upstream + " proxy_next_upstream off;"),
        HAProxy("HAProxy"),
        Apache("Apache"),
        Squid("Squid", Allowed) with { Kind = GatewayKind.Forward },
        Squid("Squid, tunnel", Allowed) with { Kind = GatewayKind.Tunnel },
    ];

    /// <summary>Returns a forward proxy, as a proxy and with tunnels.</summary>
    /// <param name="access">The access rule.</param>
    public static IReadOnlyList<Gateway> Proxies(string access) =>
        [Squid("Squid", access) with { Kind = GatewayKind.Forward }, Squid("Squid, tunnel", access) with { Kind = GatewayKind.Tunnel }];

    /// <summary>The rule of Squid that allows every client of the machine.</summary>
    public const string Allowed = "http_access allow localhost";

    /// <summary>The rule of Squid that allows clients with the password.</summary>
    public const string WithPassword = """
        auth_param basic program {folder}/password
        auth_param basic children 1
        acl known proxy_auth REQUIRED
        http_access allow known
        """;

    /// <summary>The rule of Squid that allows no request.</summary>
    public const string Forbidden = "";

    private static Gateway Nginx(string name, string location, string directives = "") => new(name, "/usr/sbin/nginx", "-c {file} -p {folder}", $$"""
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
          {{directives}}
          server {
            listen 127.0.0.1:{port};
            {{location}}
          }
        }

        """);

    private static Gateway HAProxy(string name, string global = "") => new(name, "/usr/sbin/haproxy", "-f {file} -db", $$"""
        {{global}}
        defaults
          mode http
          timeout connect 1s
          timeout client 60s
          timeout server {timeout}s
        frontend gateway
          bind 127.0.0.1:{port}
          default_backend api
        backend api
          server api 127.0.0.1:{api}

        """);

    private static Gateway Apache(string name, string directives = "", string parameters = "") => new(name, "/usr/sbin/apache2", "-f {file} -DFOREGROUND", $$"""
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
        ProxyTimeout {timeout}
        {{directives}}

        """);

    private static Gateway Squid(string name, string access) => new(name, "/usr/sbin/squid", "-N -f {file}", $$"""
        http_port 127.0.0.1:{port}
        pid_filename {folder}/squid.pid
        cache_log {folder}/cache.log
        access_log none
        coredump_dir {folder}
        read_timeout {timeout} seconds
        shutdown_lifetime 1 seconds
        {{access}}
        http_access deny all

        """);
}
