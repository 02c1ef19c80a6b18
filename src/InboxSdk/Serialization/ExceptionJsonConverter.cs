using System.ComponentModel;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Writes what code can act on of an exception that stands in a result: its type's name, its message, and of Inbox's own the status, the code, the request id, the attempts
/// and whether the change may have taken effect. No stack, and nothing of a response's body.</summary>
/// <remarks>
/// <para>It reads as <see cref="InboxApiException"/> where there is a status, else as <see cref="InboxException"/>: what was thrown is not thrown again.</para>
/// <para>Public only so that source generation in other assemblies can serialize the results.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExceptionJsonConverter : JsonConverter<Exception>
{
    /// <inheritdoc/>
    public override Exception? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        string? message = null, code = null, requestId = null;
        long? status = null, attempts = null;
        var mayHaveTakenEffect = false;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("message"u8))
                message = reader.Text();
            else if (reader.ValueTextEquals("statusCode"u8))
                status = reader.Count();
            else if (reader.ValueTextEquals("code"u8))
                code = reader.Text();
            else if (reader.ValueTextEquals("requestId"u8))
                requestId = reader.Text();
            else if (reader.ValueTextEquals("attempts"u8))
                attempts = reader.Count();
            else if (reader.ValueTextEquals("mayHaveTakenEffect"u8))
                mayHaveTakenEffect = reader.Flag();
            else
                reader.TrySkip();
        }

        return status is { } known
            ? new InboxApiException(message ?? "", (HttpStatusCode)known, code) { RequestId = requestId, Attempts = (int)(attempts ?? 0), MayHaveTakenEffect = mayHaveTakenEffect }
            : new InboxException(message ?? "") { Attempts = (int)(attempts ?? 0), MayHaveTakenEffect = mayHaveTakenEffect };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Exception value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("type", value.GetType().Name);
        writer.WriteString("message", value.Message);
        if (value is InboxApiException answer)
        {
            writer.WriteNumber("statusCode", (int)answer.StatusCode);
            writer.WriteString("code", answer.Code);
            writer.WriteString("requestId", answer.RequestId);
        }

        if (value is InboxException failure)
        {
            writer.WriteNumber("attempts", failure.Attempts);
            writer.WriteBoolean("mayHaveTakenEffect", failure.MayHaveTakenEffect);
        }

        writer.WriteEndObject();
    }
}
