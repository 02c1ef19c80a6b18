using System.Net;
using System.Text.Json;
using InboxSdk.Serialization;

namespace InboxSdk.Pipeline;

/// <summary>The documented success of an operation: its statuses and its body. Anything else is not a success.</summary>
internal abstract class SuccessContract
{
    /// <summary>204 without a body.</summary>
    public static SuccessContract NoContent { get; } = new WithoutBody();

    /// <summary>The documented status. Most operations have one.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>The other documented status; by default the same.</summary>
    public HttpStatusCode OtherStatus { get => field == default ? Status : field; init; }

    public virtual bool HasBody => true;

    public bool Documents(HttpStatusCode status) => status == Status || status == OtherStatus;

    /// <summary>Reads the body.</summary>
    /// <param name="utf8">The body, without a byte order mark.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="named">The id or the name in the path of the request; empty if there is none.</param>
    /// <param name="fault">The reason why this is not the response to the request; null if it is.</param>
    /// <exception cref="JsonException">The body is not valid JSON, or a value has another type.</exception>
    public abstract object? Read(ReadOnlySpan<byte> utf8, HttpStatusCode status, ReadOnlySpan<char> named, out string? fault);

    private sealed class WithoutBody : SuccessContract
    {
        public WithoutBody() => Status = HttpStatusCode.NoContent;

        public override bool HasBody => false;

        public override object? Read(ReadOnlySpan<byte> utf8, HttpStatusCode status, ReadOnlySpan<char> named, out string? fault)
        {
            fault = null;
            return null;
        }
    }
}

/// <summary>Checks that a body is what was requested.</summary>
/// <param name="body">The body.</param>
/// <param name="named">The id or the name in the path of the request; empty if there is none.</param>
/// <returns>The reason why it is not, as the end of the sentence "the response …"; null if it is.</returns>
internal delegate string? BodyCheck<in T>(T body, ReadOnlySpan<char> named);

/// <summary>A success with a body.</summary>
/// <param name="read">Reads the body.</param>
/// <param name="check">Checks that the body is what was requested.</param>
internal sealed class SuccessContract<T>(JsonRead<T?> read, BodyCheck<T> check) : SuccessContract
    where T : class
{
    /// <summary>Gets what the operation returns if the status has a meaning in addition to the body; null for the body.</summary>
    public Func<T, HttpStatusCode, object>? Result { get; init; }

    public override object? Read(ReadOnlySpan<byte> utf8, HttpStatusCode status, ReadOnlySpan<char> named, out string? fault)
    {
        var body = JsonReading.Document(utf8, read);
        fault = body is null ? "is null" : check(body, named);
        return fault is null && Result is not null ? Result(body!, status) : body;
    }
}

/// <summary>The result of an operation without a body: always null. Refit's methods without a result ignore <see cref="Refit.RefitSettings.TransportExceptionFactory"/>.</summary>
internal abstract class NoContent;
