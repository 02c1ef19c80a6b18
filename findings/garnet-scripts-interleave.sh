#!/usr/bin/env bash
# Microsoft.Garnet 2.2.8: with EnableLua and its default settings, two scripts run at the same time, so a script that reads a key and then writes it loses updates. On Redis a script is atomic. With
# LuaTransactionMode it is atomic here too.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Interleave.csproj <<'XML'
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
using StackExchange.Redis;

const string Increment = "local n = tonumber(redis.call('GET', KEYS[1]) or '0') redis.call('SET', KEYS[1], string.format('%.0f', n + 1)) return 1";
const int Clients = 4, Each = 5_000;

foreach (var isTransaction in new[] { false, true })
{
    var port = FreePort();
    using var server = new GarnetServer(new GarnetServerOptions
    {
        EndPoints = [new IPEndPoint(IPAddress.Loopback, port)],
        EnableLua = true,
        LuaOptions = new(LuaMemoryManagementMode.Native, "", Timeout.InfiniteTimeSpan, LuaLoggingMode.Enable, []),
        LuaTransactionMode = isTransaction,
        QuietMode = true,
    });
    server.Start();
    await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
    {
        // A connection each.
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port}");
        for (var i = 0; i < Each; i++)
            await connection.GetDatabase().ScriptEvaluateAsync(Increment, [(RedisKey)"counter"]);
    }));
    await using var reader = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port}");
    var count = (int)await reader.GetDatabase().StringGetAsync("counter");
    Console.WriteLine($"{(isTransaction ? "LuaTransactionMode" : "default")}: {(count == Clients * Each ? "all" : "fewer")} of {Clients * Each} increments");
    Console.Error.WriteLine($"{count}");
}

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}
CS
dotnet run | tee output
grep -qx "default: fewer of 20000 increments" output && grep -qx "LuaTransactionMode: all of 20000 increments" output || { echo "CHANGED"; exit 1; }
echo "As seen: a script is atomic only in transaction mode."
