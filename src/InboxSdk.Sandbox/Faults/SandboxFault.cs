using System.Globalization;
using InboxSdk.Sandbox.Faults;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;

namespace InboxSdk.Sandbox;

/// <summary>Describes what goes wrong with a request: its answer, or the connection. Arranged by <see cref="SandboxFaults"/>.</summary>
/// <remarks>
/// Each fault is either not applied, and then the request had no effect, or applied: the request took effect and only its answer is lost. To a caller
/// the two look alike, which is what makes them worth testing.
/// </remarks>
public sealed partial class SandboxFault
{
    private readonly Func<FaultExchange, Task> _act;

    private SandboxFault(string name, bool applied, Func<FaultExchange, Task> act)
    {
        Name = applied ? name + ", applied" : name;
        Applied = applied;
        _act = act;
    }

    /// <summary>Gets faults that pass by themselves, for <see cref="SandboxFaults.HitRandomly"/>: 500, 502 in HTML, 503, 504, resets and a cut-off body, some
    /// of them applied. None of them takes time.</summary>
    public static IReadOnlyList<SandboxFault> Transient { get; } =
        [Status(500), Html(502), Status(503), Status(504, applied: true), Reset(), Reset(applied: true), TruncatedBody()];

    /// <summary>Gets the name as the request log shows it, such as <c>Status 503</c> or <c>Reset, applied</c>.</summary>
    public string Name { get; }

    /// <summary>Gets whether the request takes effect.</summary>
    public bool Applied { get; }

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
        if (retryAfter is not null && !retryAfter.All(c => c is >= ' ' and <= '~'))
            throw new ArgumentException("A header is printable ASCII.", nameof(retryAfter));
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
    /// <param name="code">The code, such as <c>workspaceLocked</c> or <c>sendUnconfirmed</c>.</param>
    /// <param name="retryAfterSeconds">What <c>details.retryAfterSeconds</c> says, 0 or more, for the codes that have it. Default:
    /// <see langword="null"/>.</param>
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

    private static void CheckRange(double value, double min, double max, string name)
    {
        if (value < min || value > max)
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"It is from {min} to {max}."));
    }
}
