using System.Collections.Immutable;
using System.Globalization;
using InboxSdk.Sandbox.Faults;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;
using Microsoft.Extensions.Primitives;

namespace InboxSdk.Sandbox;

/// <summary>Describes what goes wrong with a request: its answer, or the connection. Arranged by <see cref="SandboxFaults"/>.</summary>
/// <remarks>
/// Each fault is either not applied, and then the request had no effect, or applied: the request took effect and only its answer is lost. To a caller
/// the two look alike, which is what makes them worth testing.
/// </remarks>
public sealed partial class SandboxFault
{
    // They frame the message, or decide about the connection: another value would break the exchange in ways that have faults of their own.
    private static readonly string[] FramingHeaders = ["Connection", "Content-Length", "Transfer-Encoding"];

    private readonly string _kind;
    private readonly Func<FaultExchange, Task> _act;

    private SandboxFault(string kind, bool applied, Func<FaultExchange, Task> act)
    {
        _kind = kind;
        Applied = applied;
        _act = act;
    }

    /// <summary>Gets the API's own response, unchanged: for <see cref="WithHeader"/>, or to let some requests through before the next rule applies.</summary>
    public static SandboxFault None { get; } = new("None", applied: true, exchange => exchange.SendAsync());

    /// <summary>Gets faults that pass by themselves, for <see cref="SandboxFaults.HitRandomly"/>: 500, 502 in HTML, 503, 504, resets and a cut-off body, some
    /// of them applied. None of them takes time.</summary>
    public static IReadOnlyList<SandboxFault> Transient { get; } =
        [Status(500), Html(502), Status(503), Status(504, applied: true), Reset(), Reset(applied: true), TruncatedBody()];

    /// <summary>Gets the name as the request log shows it, such as <c>Status 503</c> or <c>Reset, applied</c>.</summary>
    public string Name =>
        _kind + (Headers.IsEmpty ? "" : $" with {string.Join(", ", Headers.Select(header => header.Key))}") + (Applied ? ", applied" : "");

    /// <summary>Gets whether the request takes effect.</summary>
    public bool Applied { get; }

    /// <summary>The headers that a response is to have in place of its own; without a value, is not to have.</summary>
    internal ImmutableArray<KeyValuePair<string, StringValues>> Headers { get; private init; } = [];

    /// <summary>Answers an error in the API's own shape.</summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> header, sent as it is, such as <c>2</c>, <c>0</c>, <c>-1</c>, <c>1.5</c>, <c>99999999999</c> or
    /// <c>soon</c>: printable ASCII. Default: <see langword="null"/>, no header.</param>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="retryAfter"/> is no text of a header.</exception>
    public static SandboxFault Status(int status, string? retryAfter = null, bool applied = false)
    {
        if (retryAfter is not null)
            CheckHeader(retryAfter, nameof(retryAfter));
        return Error(status, _ => retryAfter, applied);
    }

    /// <summary>Answers an error in the API's own shape, with a date as <c>Retry-After</c>.</summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="retryAfterDate">How far the date lies after the answer on the sandbox's clock, -365 to 365 days; an HTTP date is cut to the second.</param>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static SandboxFault Status(int status, TimeSpan retryAfterDate, bool applied = false)
    {
        CheckRange(retryAfterDate.TotalDays, -365, 365, nameof(retryAfterDate));
        return Error(status, now => (now + retryAfterDate).ToString("R", CultureInfo.InvariantCulture), applied);
    }

    /// <summary>Answers an error of v2 by its code, with the status and the details that the API describes for it. Meant for requests of v2.</summary>
    /// <remarks><c>rateLimited</c> also has the headers <c>Retry-After</c> and <c>X-RateLimit-*</c>.</remarks>
    /// <param name="code">The code, such as <c>workspaceLocked</c> or <c>sendUnconfirmed</c>.</param>
    /// <param name="retryAfterSeconds">What <c>details.retryAfterSeconds</c> says, 0 or more, for the codes that have it; with <c>rateLimited</c> the seconds of
    /// <c>Retry-After</c> and until <c>details.resetAt</c>. Default: <see langword="null"/>; with <c>rateLimited</c> 60.</param>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is none of the API's; for another, use <see cref="Body"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfterSeconds"/> is negative.</exception>
    public static SandboxFault Error(string code, int? retryAfterSeconds = null, bool applied = false)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (retryAfterSeconds is { } seconds)
            ArgumentOutOfRangeException.ThrowIfNegative(seconds, nameof(retryAfterSeconds));
        var status = V2Codes.StatusOf(code) ?? throw new ArgumentException($"'{code}' is none of {string.Join(", ", V2Codes.Names)}.", nameof(code));
        return new($"Error {code}", applied, exchange => exchange.RefuseAsync(status, code, retryAfterSeconds));
    }

    /// <summary>Makes the same fault with a header of the response replaced.</summary>
    /// <remarks>A fault that sends no response, such as <see cref="Reset"/>, is not changed by it. A response always has a <c>Date</c>.</remarks>
    /// <param name="name">The name, such as <c>Age</c>; not <c>Connection</c>, <c>Content-Length</c> or <c>Transfer-Encoding</c>.</param>
    /// <param name="values">The values, each sent in a line of its own as it is: printable ASCII. None removes the header.</param>
    /// <returns>The new fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> cannot be set, or a value is no text of a header.</exception>
    public SandboxFault WithHeader(string name, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException("The name of a header is letters, digits and hyphens.", nameof(name));
        if (FramingHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"The sandbox sets {name} itself.", nameof(name));
        foreach (var value in values)
            CheckHeader(value, nameof(values));
        var others = Headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return new(_kind, Applied, _act) { Headers = [.. others, new(name, values)] };
    }

    /// <summary>Gets the name.</summary>
    /// <returns>The <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal Task ActAsync(FaultExchange exchange) => _act(exchange);

    private static SandboxFault Error(int status, Func<DateTimeOffset, string?> retryAfter, bool applied)
    {
        CheckRange(status, 400, 599, nameof(status));
        return new(NameOf("Status", status), applied, exchange => exchange.RefuseAsync(ApiError.OfStatus(status), retryAfter));
    }

    private static string NameOf(string kind, int status) => string.Create(CultureInfo.InvariantCulture, $"{kind} {status}");

    private static void CheckHeader(string value, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (!value.All(c => c is >= ' ' and <= '~'))
            throw new ArgumentException("A header is printable ASCII.", name);
    }

    private static void CheckRange(double value, double min, double max, string name)
    {
        if (value < min || value > max)
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"It is from {min} to {max}."));
    }
}
