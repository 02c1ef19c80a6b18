using System.Collections.Immutable;
using System.Globalization;
using InboxSdk.Sandbox.Faults;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;
using Microsoft.Extensions.Primitives;

namespace InboxSdk.Sandbox;

/// <summary>Represents a fault of a response or a connection. Add faults to <see cref="SandboxFaults"/>.</summary>
/// <remarks>
/// If a fault is not applied, the request has no effect. If it is applied, the request takes effect and only the response is lost. A caller cannot distinguish
/// the two, which is why both are worth testing.
/// </remarks>
public sealed partial class SandboxFault
{
    // These frame the message or control the connection. Faults with other values have methods of their own.
    private static readonly string[] FramingHeaders = ["Connection", "Content-Length", "Transfer-Encoding"];

    private const int MaxDays = 365;

    private readonly string _kind;
    private readonly Func<FaultExchange, Task> _act;

    private SandboxFault(string kind, bool applied, Func<FaultExchange, Task> act)
    {
        _kind = kind;
        IsApplied = applied;
        _act = act;
    }

    /// <summary>Gets the API's own response, unchanged: for <see cref="WithHeader"/>, or to let requests pass before the next rule applies.</summary>
    public static SandboxFault None { get; } = new("None", applied: true, exchange => exchange.SendAsync());

    /// <summary>Gets transient faults for <see cref="SandboxFaults.HitRandomly(IReadOnlyList{SandboxFault}, double, Func{SandboxRequest, bool})"/>: 500, 502 in HTML, 503, 504, resets and a truncated body, some of them
    /// applied. None of them causes a delay.</summary>
    public static IReadOnlyList<SandboxFault> Transient { get; } =
        [Status(500), Html(502), Status(503), Status(504, applied: true), Reset(), Reset(applied: true), TruncatedBody()];

    /// <summary>Gets the name that the request log shows, such as <c>Status 503</c> or <c>Reset, applied</c>.</summary>
    public string Name =>
        _kind + (Headers.IsEmpty ? "" : $" with {string.Join(", ", Headers.Select(header => header.Key))}") + (IsApplied ? ", applied" : "");

    /// <summary>Gets whether the request takes effect.</summary>
    public bool IsApplied { get; }

    /// <summary>The headers to replace in the response; a header without values is removed.</summary>
    internal ImmutableArray<KeyValuePair<string, StringValues>> Headers { get; private init; } = [];

    /// <summary>Returns an error in the API's format.</summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> header, 0 to 365 days, sent in seconds, rounded up. The default is <see langword="null"/>, no header.</param>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <remarks>
    /// <para>A 429 has no <c>X-RateLimit-*</c> headers, and without <paramref name="retryAfter"/> it requests no wait. For a rejection as the API sends it, use
    /// <see cref="Error(string, TimeSpan?, bool)"/> with <c>rateLimited</c>.</para>
    /// <para>For any other value of the header, such as <c>-1</c>, <c>1.5</c> or <c>soon</c>, use <see cref="WithHeader"/>.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static SandboxFault Status(int status, TimeSpan? retryAfter = null, bool applied = false)
    {
        var seconds = SecondsOf(retryAfter)?.ToString(CultureInfo.InvariantCulture);
        return Error(status, _ => seconds, applied);
    }

    /// <summary>Returns an error in the API's format, with a date as <c>Retry-After</c>, as some proxies send it.</summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="retryAfter">The time from the response to the date on the sandbox's clock, -365 to 365 days. An HTTP date has whole seconds.</param>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static SandboxFault StatusWithRetryDate(int status, TimeSpan retryAfter, bool applied = false)
    {
        CheckRange(retryAfter.TotalDays, -MaxDays, MaxDays, nameof(retryAfter));
        return Error(status, now => (now + retryAfter).ToString("R", CultureInfo.InvariantCulture), applied);
    }

    /// <summary>Returns a v2 error with the status and the details that the API documents for its code. Use it for v2 requests.</summary>
    /// <remarks><c>rateLimited</c> also has the headers <c>Retry-After</c> and <c>X-RateLimit-*</c>.</remarks>
    /// <param name="code">The code, such as <c>workspaceLocked</c> or <c>sendUnconfirmed</c>.</param>
    /// <param name="retryAfter">The value of <c>details.retryAfterSeconds</c>, 0 to 365 days, in seconds, rounded up, for the codes that have it. For
    /// <c>rateLimited</c>, that of <c>Retry-After</c> and the time until <c>details.resetAt</c>. The default is <see langword="null"/>; for <c>rateLimited</c>, a minute.</param>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code of the API. For any other, use <see cref="Body"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is out of range.</exception>
    public static SandboxFault Error(string code, TimeSpan? retryAfter = null, bool applied = false)
    {
        ArgumentNullException.ThrowIfNull(code);
        var seconds = SecondsOf(retryAfter);
        var status = V2Codes.StatusOf(code) ?? throw new ArgumentException($"'{code}' is not one of {string.Join(", ", V2Codes.Names)}.", nameof(code));
        return new($"Error {code}", applied, exchange => exchange.RejectAsync(status, code, seconds));
    }

    /// <summary>Creates a copy of the fault that replaces a response header.</summary>
    /// <remarks>A fault that sends no response, such as <see cref="Reset"/>, is not affected. A response always has a <c>Date</c> header.</remarks>
    /// <param name="name">The name, such as <c>Age</c>; not <c>Connection</c>, <c>Content-Length</c> or <c>Transfer-Encoding</c>.</param>
    /// <param name="values">The values, each sent unchanged on a line of its own: printable ASCII. If empty, the header is removed.</param>
    /// <returns>The new fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> cannot be set, or a value is not a valid header value.</exception>
    public SandboxFault WithHeader(string name, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException("A header name must consist of letters, digits and hyphens.", nameof(name));
        if (FramingHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"The sandbox sets {name} itself.", nameof(name));
        foreach (var value in values)
            CheckHeader(value, nameof(values));
        var others = Headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return new(_kind, IsApplied, _act) { Headers = [.. others, new(name, values)] };
    }

    /// <summary>Returns the name of the fault.</summary>
    /// <returns>The <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal Task ActAsync(FaultExchange exchange) => _act(exchange);

    private static SandboxFault Error(int status, Func<DateTimeOffset, string?> retryAfter, bool applied)
    {
        CheckRange(status, 400, 599, nameof(status));
        return new(NameOf("Status", status), applied, exchange => exchange.RejectAsync(ApiError.OfStatus(status), retryAfter));
    }

    private static int? SecondsOf(TimeSpan? retryAfter)
    {
        if (retryAfter is not { } known)
            return null;
        CheckRange(known.TotalDays, 0, MaxDays, nameof(retryAfter));
        return (int)Math.Ceiling(known.TotalSeconds);
    }

    private static string NameOf(string kind, int status) => string.Create(CultureInfo.InvariantCulture, $"{kind} {status}");

    private static void CheckHeader(string value, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (!value.All(c => c is >= ' ' and <= '~'))
            throw new ArgumentException("A header value must be printable ASCII.", name);
    }

    private static void CheckRange(double value, double min, double max, string name)
    {
        if (value < min || value > max)
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"Must be from {min} to {max}."));
    }
}
