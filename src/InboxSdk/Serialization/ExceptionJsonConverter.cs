using System.ComponentModel;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Writes the actionable properties of an exception in a result: the name of its type and its message; for an exception of the SDK also the status, the code, the request
/// id, the attempts and whether the call may have taken effect. The stack trace and the response body are omitted.</summary>
/// <remarks>
/// <para>It is read as an <see cref="InboxApiException"/> if there is a status, and as an <see cref="InboxException"/> otherwise.</para>
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
            ? new InboxApiException(message ?? "", (HttpStatusCode)known, code) { RequestId = requestId, AttemptCount = (int)(attempts ?? 0), MayHaveTakenEffect = mayHaveTakenEffect }
            : new InboxException(message ?? "") { AttemptCount = (int)(attempts ?? 0), MayHaveTakenEffect = mayHaveTakenEffect };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Exception value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("type", value.GetType().Name);
        writer.WriteString("message", value.Message);
        if (value is InboxApiException apiException)
        {
            writer.WriteNumber("statusCode", (int)apiException.StatusCode);
            writer.WriteString("code", apiException.Code);
            writer.WriteString("requestId", apiException.RequestId);
        }

        if (value is InboxException failure)
        {
            writer.WriteNumber("attempts", failure.AttemptCount);
            writer.WriteBoolean("mayHaveTakenEffect", failure.MayHaveTakenEffect);
        }

        writer.WriteEndObject();
    }
}
