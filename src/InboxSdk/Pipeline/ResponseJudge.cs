using System.Text.Json;
using InboxSdk.Errors;

namespace InboxSdk.Pipeline;

/// <summary>Determines whether a response is the API's own, before it is used. The response of an intermediary (a proxy, a gateway, a maintenance page) reveals nothing about
/// Inbox, whatever its status.</summary>
internal sealed class ResponseJudge(ErrorMapper errors)
{
    /// <summary>Validates a response whose body has been read, and sets the <see cref="PooledContent.Value"/> of a success.</summary>
    /// <param name="body">The body of the response.</param>
    /// <param name="address">The address of the request.</param>
    /// <exception cref="InboxSerializationException">The status is a success, but the response is not what the API documents.</exception>
    /// <exception cref="InboxTransportException">The JSON ends early.</exception>
    public void Judge(PooledContent body, Uri? address)
    {
        var call = body.Call;
        if (body.IsSuccess)
        {
            body.Value = ReadSuccess(body, address);
            call.IsApiResponse = true;
        }
        else if (body.MayBeJson && IsEnoughToJudge(body) && ReadError(body) is { } error)
        {
            (call.Error, call.IsApiResponse) = (error, true);
        }
    }

    // JSON that ends early in a complete body is the API's own if it has a code by then.
    private static ErrorBody? ReadError(PooledContent body) => body.IsCut || Extent(body.Utf8) != JsonExtent.Beginning
        ? ErrorBody.Read(body.Utf8, body.Status, body.IsCut)
        : ErrorBody.Read(body.Utf8, body.Status, isCut: true) is { Code: not null } error ? error : null;

    // For a body that broke before its first byte, only the declared type identifies the sender.
    private static bool IsEnoughToJudge(PooledContent body) => body.Bytes.Length > 0 || (body.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) ?? false);

    private object? ReadSuccess(PooledContent body, Uri? address)
    {
        var operation = body.Call.Operation;
        var contract = operation.Success;
        if (!contract.Documents(body.Status))
            throw errors.NotFromApi(body, $"does not have status {(int)contract.Status}, the documented success of this operation");
        if (!contract.HasBody)
            return null;
        if (!body.MayBeJson)
            throw errors.NotFromApi(body, "is not JSON");

        var utf8 = body.Utf8;
        if (utf8.IsEmpty)
            throw body.IsDelimited ? errors.NotFromApi(body, "is empty") : ErrorMapper.EndedEarly(body);
        try
        {
            var value = contract.Read(utf8, body.Status, operation.NamedIn(address, body.Call.Route), out var fault);
            return fault is null ? value : throw errors.NotFromApi(body, fault);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Extent(utf8) switch
            {
                JsonExtent.Beginning => ErrorMapper.EndedEarly(body),
                var extent => ErrorMapper.Unreadable(body, isValid: extent == JsonExtent.Whole, exception),
            };
        }
    }

    /// <summary>Determines how much of an object or a list a text contains.</summary>
    private static JsonExtent Extent(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, isFinalBlock: false, state: default);
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? JsonExtent.Beginning : JsonExtent.Whole;
        }
        catch (JsonException)
        {
            return JsonExtent.Invalid;
        }
    }

    private enum JsonExtent
    {
        Invalid,
        Beginning,
        Whole,
    }
}
