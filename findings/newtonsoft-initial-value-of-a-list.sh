#!/usr/bin/env bash
# Newtonsoft.Json 13: whether a property of type IReadOnlyList<T> with a setter can be read depends on the run-time type of the value that it starts with. An empty array or null is replaced;
# a read-only list of an application's own class is not, although the setter would accept any list. A public constructor with an IEnumerable<T> on that class, which is never named
# in the model, makes the difference.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Lists.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Newtonsoft.Json" Version="13.0.4" />
  </ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System.Collections.ObjectModel;
using Newtonsoft.Json;

Console.WriteLine($"Newtonsoft.Json {typeof(JsonConvert).Assembly.GetName().Version}");
Try<FromArray>();
Try<FromClosed>();
Try<FromOpen>();

static void Try<T>()
    where T : IHasNumbers
{
    try
    {
        Console.WriteLine($"{typeof(T).Name}: {string.Join(' ', JsonConvert.DeserializeObject<T>("""{"Numbers":[1,2]}""")!.Numbers)}");
    }
    catch (JsonSerializationException)
    {
        Console.WriteLine($"{typeof(T).Name}: JsonSerializationException");
    }
}

interface IHasNumbers
{
    IReadOnlyList<int> Numbers { get; }
}

sealed class FromArray : IHasNumbers
{
    public IReadOnlyList<int> Numbers { get; set; } = [];
}

sealed class FromClosed : IHasNumbers
{
    public IReadOnlyList<int> Numbers { get; set; } = Closed.None;
}

sealed class FromOpen : IHasNumbers
{
    public IReadOnlyList<int> Numbers { get; set; } = new Open([]);
}

sealed class Closed : ReadOnlyCollection<int>
{
    private Closed(int[] items)
        : base(items)
    {
    }

    public static Closed None { get; } = new([]);
}

sealed class Open(IEnumerable<int> items) : ReadOnlyCollection<int>([.. items]);
CS
dotnet run 2>&1 | tee output
grep -qx "FromArray: 1 2" output && grep -qx "FromClosed: JsonSerializationException" output && grep -qx "FromOpen: 1 2" output || { echo "CHANGED"; exit 1; }
echo "As seen: the run-time type of the initial value decides, not the type of the property."
