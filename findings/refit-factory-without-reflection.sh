#!/usr/bin/env bash
# Refit 16: the classic registration AddRefitClient compiles and registers an interface that its generator has written completely, and creating the client then asks for a package that
# neither Refit nor its factory package brings. RestService.For of the same interface works, and so does AddRefitGeneratedClient.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Clients.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Refit" Version="16.4.0" />
    <PackageReference Include="Refit.HttpClientFactory" Version="16.4.0" />
  </ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using Microsoft.Extensions.DependencyInjection;
using Refit;

var address = new Uri("http://localhost");
Console.WriteLine($"Refit {typeof(RestService).Assembly.GetName().Version}");
Try("RestService.For", () => RestService.For<IThings>(new HttpClient { BaseAddress = address }));
Try("AddRefitGeneratedClient", () => Resolve(services => services.AddRefitGeneratedClient<IThings>().ConfigureHttpClient(http => http.BaseAddress = address)));
Try("AddRefitClient", () => Resolve(services => services.AddRefitClient<IThings>().ConfigureHttpClient(http => http.BaseAddress = address)));

static IThings Resolve(Action<IServiceCollection> register)
{
    var services = new ServiceCollection();
    register(services);
    return services.BuildServiceProvider().GetRequiredService<IThings>();
}

static void Try(string name, Func<IThings> create)
{
    try
    {
        create();
        Console.WriteLine($"{name}: created");
    }
    catch (NotSupportedException)
    {
        Console.WriteLine($"{name}: NotSupportedException");
    }
}

public interface IThings
{
    [Get("/things/{id}")]
    Task<string> GetAsync(string id);
}
CS
dotnet run 2>&1 | tee output
grep -qx "RestService.For: created" output && grep -qx "AddRefitGeneratedClient: created" output && grep -qx "AddRefitClient: NotSupportedException" output \
    || { echo "CHANGED"; exit 1; }
echo "As seen: only AddRefitClient needs the reflection package, for an interface that the generator has written."
