using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Handles the rate limits, the latency and the clock.</summary>
internal sealed class LimitHandlers(SandboxParts parts)
{
    private const int MaxWindows = 10;
    private const double MaxLatency = 600_000;
    private const double MaxSkew = 365 * 86_400;
    private const double Day = 86_400;

    public ApiResponse Get(ApiCall call) => ApiResponse.Value(200, json => Write(json, parts));

    public ApiResponse Update(ApiCall call)
    {
        var body = call.ReadBody();
        body.RequireOnly(["windows", "algorithm", "latency", "maxLatency", "clockSkew"]);
        // Everything is read before anything changes.
        var limits = parts.RateLimits.Limits;
        if (body.Has("windows"))
            limits = new SandboxRateLimits { Algorithm = limits.Algorithm, Windows = ReadWindows(body) };
        if (body.Has("algorithm"))
            limits = limits with { Algorithm = ReadName<SandboxRateAlgorithm>(body, "algorithm") };
        var latency = ReadLatency(body);
        var skew = body.Has("clockSkew") ? TimeSpan.FromSeconds(body.Number("clockSkew", -MaxSkew, MaxSkew)) : parts.Clock.Skew;

        parts.Latency.Value = latency;
        var changesClock = skew != parts.Clock.Skew;
        parts.Clock.Skew = skew;
        // What was counted on another clock has no meaning.
        if (changesClock || body.Has("windows") || body.Has("algorithm"))
            parts.RateLimits.Apply(limits);
        return Get(call);
    }

    /// <summary>Consumes permits, as other processes would.</summary>
    public ApiResponse Exhaust(ApiCall call)
    {
        var body = call.ReadBody();
        body.RequireOnly(["scope", "count"]);
        var scope = body.Has("scope") ? ReadName<SandboxRateScope>(body, "scope") : SandboxRateScope.All;
        var count = body.Has("count") ? body.Integer("count", 0, int.MaxValue) : int.MaxValue;
        try
        {
            var consumed = scope switch
            {
                SandboxRateScope.Reads => parts.RateLimits.Reads.Exhaust(count),
                SandboxRateScope.Writes => parts.RateLimits.Writes.Exhaust(count),
                _ => parts.RateLimits.Exhaust(count) ?? throw NothingToExhaust(),
            };
            return ApiResponse.Ok(json => json.WriteNumber("consumedCount"u8, consumed));
        }
        catch (InvalidOperationException)
        {
            throw NothingToExhaust();
        }
    }

    public static void Write(Utf8JsonWriter json, SandboxParts parts)
    {
        json.WriteStartObject();
        json.WriteString("algorithm"u8, Name(parts.RateLimits.Limits.Algorithm));
        json.WriteArray("windows", parts.RateLimits.Snapshot(), window =>
        {
            json.WriteStartObject();
            json.WriteString("scope"u8, Name(window.Scope));
            json.WriteNumber("limit"u8, window.State.Limit);
            json.WriteNumber("seconds"u8, window.State.Length.TotalSeconds);
            json.WriteNumber("used"u8, window.State.Limit - window.State.Remaining);
            json.WriteTimeOrNull("nextPermitAt", window.State.Remaining < window.State.Limit ? window.State.NextPermit : null);
            json.WriteEndObject();
        });
        WriteCounter(json, "reads", parts.RateLimits.Reads);
        WriteCounter(json, "writes", parts.RateLimits.Writes);
        json.WriteNumber("latency"u8, parts.Latency.Value.Min.TotalMilliseconds);
        json.WriteNumber("maxLatency"u8, parts.Latency.Value.Max.TotalMilliseconds);
        json.WriteNumber("clockSkew"u8, parts.Clock.Skew.TotalSeconds);
        json.WriteEndObject();
    }

    /// <summary>The name of a value in the endpoints.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static T ReadName<T>(JsonBody body, string property)
        where T : struct, Enum
    {
        var text = body.Text(property);
        foreach (var value in Enum.GetValues<T>())
            if (Name(value) == text)
                return value;
        throw ApiError.Invalid($"'{property}' must be one of {string.Join(", ", Enum.GetValues<T>().Select(Name))}.");
    }

    private static ApiError NothingToExhaust() => new(409, "CONFLICT", "There is no limit to use up. Set 'windows' first.");

    private static void WriteCounter(Utf8JsonWriter json, string name, SandboxRateCounter counter)
    {
        json.WriteStartObject(name);
        json.WriteNumber("acceptedCount"u8, counter.AcceptedCount);
        json.WriteNumber("rejectedCount"u8, counter.RejectedCount);
        json.WriteEndObject();
    }

    private static SandboxRateWindow[] ReadWindows(JsonBody body)
    {
        var windows = body.Objects("windows");
        if (windows.Length > MaxWindows)
            throw ApiError.Invalid($"'windows' must have at most {MaxWindows} items.");
        return [.. windows.Select(window =>
        {
            window.RequireOnly(["limit", "seconds", "scope"]);
            if (!window.Has("limit") || !window.Has("seconds"))
                throw ApiError.Invalid("A window requires 'limit' and 'seconds'.");
            return new SandboxRateWindow(
                window.Integer("limit", 1, SandboxRateLimits.MaxLimit), TimeSpan.FromSeconds(window.Number("seconds", 0.001, Day)),
                window.Has("scope") ? ReadName<SandboxRateScope>(window, "scope") : SandboxRateScope.All);
        })];
    }

    private SandboxLatency ReadLatency(JsonBody body)
    {
        if (!body.Has("latency") && !body.Has("maxLatency"))
            return parts.Latency.Value;
        var min = body.Has("latency") ? body.Number("latency", 0, MaxLatency) : parts.Latency.Value.Min.TotalMilliseconds;
        var max = body.Has("maxLatency") ? body.Number("maxLatency", 0, MaxLatency) : min;
        return min <= max
            ? new(TimeSpan.FromMilliseconds(min), TimeSpan.FromMilliseconds(max))
            : throw ApiError.Invalid("'maxLatency' must not be less than 'latency'.");
    }
}
