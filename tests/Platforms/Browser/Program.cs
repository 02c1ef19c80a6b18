using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

// dotnet Browser.dll <folder of the published page>
var outcome = new TaskCompletionSource<string[]>(TaskCreationOptions.RunContinuationsAsynchronously);
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { WebRootPath = Path.GetFullPath(args[0]) });
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
await using var page = builder.Build();
page.UseDefaultFiles();
page.UseStaticFiles(new StaticFileOptions { ServeUnknownFileTypes = true, DefaultContentType = "application/octet-stream" });
page.MapPost("/outcome", (string[] reported) => outcome.TrySetResult(reported) ? Results.NoContent() : Results.Conflict());
await page.StartAsync();

var profile = Directory.CreateTempSubdirectory("browser-").FullName;
string[] options =
[
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-quic", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", $"--user-data-dir={profile}", page.Urls.First(),
];
using var browser = Process.Start(new ProcessStartInfo("chromium", options) { RedirectStandardError = true, RedirectStandardOutput = true })!;
var log = new System.Collections.Concurrent.ConcurrentQueue<string?>();
browser.ErrorDataReceived += (_, line) => log.Enqueue(line.Data);
browser.BeginErrorReadLine();
browser.BeginOutputReadLine();
try
{
    var reported = await outcome.Task.WaitAsync(TimeSpan.FromMinutes(3));
    Console.WriteLine($"In the browser: {string.Join(" | ", reported)}");
    return reported is [var registration, var creation, _] && registration == creation && registration.Contains("does not run in a browser", StringComparison.Ordinal) ? 0 : 1;
}
catch (TimeoutException)
{
    Console.Error.WriteLine($"The page reported nothing.{Environment.NewLine}{string.Join(Environment.NewLine, log)}");
    return 1;
}
finally
{
    browser.Kill(entireProcessTree: true);
    await browser.WaitForExitAsync();
    Directory.Delete(profile, recursive: true);
}
