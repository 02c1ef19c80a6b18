#!/usr/bin/env bash
# StackExchange.Redis 3.4.35: a call of SubscribeAsync that throws, because the server does not permit it, leaves its handler in the connection. When a later call for the same channel succeeds, the
# handlers of all failed calls receive each message too. So code that retries until it may subscribe handles a message once per attempt. UnsubscribeAsync after each failure removes them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Subscriptions.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <NoWarn>NU1603</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Garnet" Version="2.2.8" />
    <PackageReference Include="StackExchange.Redis" Version="3.4.35" />
  </ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System.Net;
using System.Net.Sockets;
using Garnet;
using Garnet.server;
using Garnet.server.Auth.Settings;
using StackExchange.Redis;

File.WriteAllText("users.acl", "user default on nopass ~* +@all\n");
var port = FreePort();
using var server = new GarnetServer(new GarnetServerOptions
{
    EndPoints = [new IPEndPoint(IPAddress.Loopback, port)],
    AuthSettings = new AclAuthenticationPasswordSettings(Path.GetFullPath("users.acl"), ""),
    QuietMode = true,
});
server.Start();

foreach (var unsubscribes in new[] { false, true })
{
    await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},allowAdmin=true");
    var subscriber = connection.GetSubscriber();
    var channel = RedisChannel.Literal("news");
    var (received, last) = (0, new TaskCompletionSource());

    await connection.GetDatabase().ExecuteAsync("ACL", "SETUSER", "default", "-subscribe");
    var failed = 0;
    for (var attempt = 0; attempt < 3; attempt++)
    {
        try
        {
            await subscriber.SubscribeAsync(channel, (_, message) => Interlocked.Increment(ref received));
        }
        catch (RedisServerException)
        {
            failed++;
            if (unsubscribes)
                await subscriber.UnsubscribeAsync(channel, flags: CommandFlags.FireAndForget);
        }
    }

    await connection.GetDatabase().ExecuteAsync("ACL", "SETUSER", "default", "+subscribe");
    // Handlers of a channel are called in the order in which they were added.
    await subscriber.SubscribeAsync(channel, (_, message) =>
    {
        Interlocked.Increment(ref received);
        last.TrySetResult();
    });
    await subscriber.PublishAsync(channel, "hello");
    await last.Task.WaitAsync(TimeSpan.FromSeconds(20));
    Console.WriteLine($"{(unsubscribes ? "unsubscribed after each failure" : "retried")}: {failed} failed, 1 message handled {received} times");
}

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}
CS
output=$(dotnet run 2>/dev/null)
echo "$output"
expected='retried: 3 failed, 1 message handled 4 times
unsubscribed after each failure: 3 failed, 1 message handled 1 times'
[ "$output" = "$expected" ] || { echo "The behavior has changed."; exit 1; }
