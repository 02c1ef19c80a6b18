#!/usr/bin/env bash
# Refit 16: three ways in which a method loses what the server or a setting provided. A method that returns a model throws if its token is cancelled after the whole response arrived, so the caller
# does not learn that a write was applied. A method that returns Task ignores TransportExceptionFactory. A method that returns ApiResponse<T> reports no error if ExceptionFactory returns an exception
# of the application.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Lost.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Refit" Version="16.4.0" />
  </ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System.Net;
using Refit;

using var cancellation = new CancellationTokenSource();
var settings = new RefitSettings
{
    TransportExceptionFactory = (_, exception, _) => new InvalidOperationException("mapped", exception),
    ExceptionFactory = response => new(response.IsSuccessStatusCode ? null : new InvalidOperationException("mapped")),
};

// The body is complete, and the token is cancelled before the handler returns.
var created = Api((_, _) =>
{
    cancellation.Cancel();
    return Respond(HttpStatusCode.Created);
});
await ShowAsync("model, cancelled after the response", () => created.CreateAsync(cancellation.Token));

var broken = Api((_, _) => throw new HttpRequestException("no connection"));
await ShowAsync("model, no connection", () => broken.CreateAsync(default));
await ShowAsync("Task, no connection", () => broken.DeleteAsync(default));

var refusing = Api((_, _) => Respond(HttpStatusCode.BadRequest));
await ShowAsync("model, status 400", () => refusing.CreateAsync(default));
var response = await refusing.TryCreateAsync(default);
Console.WriteLine($"ApiResponse, status 400: error {response.Error?.GetType().Name ?? "none"}");

IThings Api(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send) =>
    RestService.For<IThings>(new HttpClient(new Stub(send)) { BaseAddress = new Uri("http://localhost") }, settings);

static Task<HttpResponseMessage> Respond(HttpStatusCode status) =>
    Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("""{"id":"1"}""", null, "application/json") });

static async Task ShowAsync(string name, Func<Task> call)
{
    try
    {
        await call();
        Console.WriteLine($"{name}: completed");
    }
    catch (Exception exception)
    {
        Console.WriteLine($"{name}: {exception.GetType().Name}");
    }
}

public sealed record Thing(string Id);

public interface IThings
{
    [Post("/things")]
    Task<Thing> CreateAsync(CancellationToken cancellationToken);

    [Post("/things")]
    Task<ApiResponse<Thing>> TryCreateAsync(CancellationToken cancellationToken);

    [Delete("/things/1")]
    Task DeleteAsync(CancellationToken cancellationToken);
}

internal sealed class Stub(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => send(request, cancellationToken);
}
CS
dotnet run 2>&1 | tee output
grep -qx "model, cancelled after the response: OperationCanceledException" output && grep -qx "model, no connection: InvalidOperationException" output \
    && grep -qx "Task, no connection: HttpRequestException" output && grep -qx "model, status 400: InvalidOperationException" output \
    && grep -qx "ApiResponse, status 400: error none" output || { echo "CHANGED"; exit 1; }
echo "As seen: a response after cancellation, the transport factory of Task, and the error of ApiResponse are lost."
