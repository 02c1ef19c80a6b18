#!/usr/bin/env bash
# libfaketime 0.9.10 (Debian 12) with .NET 10: with FAKETIME_DONT_FAKE_MONOTONIC=1, a program that only waits for one timer keeps a core busy, because each wait of the runtime returns at once.
# The timer itself is on time. With FAKETIME_FORCE_MONOTONIC_FIX=0 in addition, the program sleeps. Seen: 99 % of a core against 0 %.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

apt-get download -q libfaketime=0.9.10-2.1 >/dev/null
dpkg -x libfaketime_*.deb library
library=$(find "$PWD/library" -name libfaketimeMT.so.1)

cat >Wait.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System.Diagnostics;

await Task.Delay(TimeSpan.FromSeconds(2));
var (before, at) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
await Task.Delay(TimeSpan.FromSeconds(6));
var busy = (Process.GetCurrentProcess().TotalProcessorTime - before) / Stopwatch.GetElapsedTime(at);
Console.Error.WriteLine($"{busy:P0} of a core");
Console.WriteLine(busy > 0.2 ? "busy" : busy < 0.05 ? "sleeps" : "between");
CS
dotnet build -v q -o bin >&2
run() { env LD_PRELOAD="$library" FAKETIME=+30d "$@" dotnet bin/Wait.dll; }

without=$(dotnet bin/Wait.dll)
default=$(run FAKETIME_DONT_FAKE_MONOTONIC=1)
fixed=$(run FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0)
echo "without libfaketime: $without; with it: $default; without its fix: $fixed"
[ "$without $default $fixed" = "sleeps busy sleeps" ]
