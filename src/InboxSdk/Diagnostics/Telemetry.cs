using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace InboxSdk.Diagnostics;

/// <summary>The activity source of the SDK, and the names that its logs, metrics and activities share.</summary>
internal static class Telemetry
{
    public const string Name = "InboxSdk";

    /// <summary>Gets the version of the package.</summary>
    public static string Version { get; } =
        typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static ActivitySource Source { get; } = new(Name, Version);

    /// <summary>The error type, from a small set of names: a status or an exception type. Logs, metrics and traces use the same name for a failure.</summary>
    public static string? ErrorType(HttpResponseMessage? response, Exception? exception) =>
        exception is not null ? exception.GetType().FullName
        : response is { IsSuccessStatusCode: false } ? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)
        : null;
}
