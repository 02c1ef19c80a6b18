using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>A finished answer: made under the state's lock, sent outside it.</summary>
internal sealed class Reply
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly int _status;
    private readonly ReadOnlyMemory<byte> _body;

    private Reply(int status, ReadOnlyMemory<byte> body)
    {
        _status = status;
        _body = body;
    }

    public static Reply NoContent { get; } = new(204, default);

    public static Reply Ok(Action<Utf8JsonWriter> writeMembers) => Object(200, writeMembers);

    public static Reply Created(Action<Utf8JsonWriter> writeMembers) => Object(201, writeMembers);

    /// <summary>Answers one JSON object, of which the caller writes the members.</summary>
    public static Reply Object(int status, Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return new Reply(status, buffer.WrittenMemory);
    }

    public async Task SendAsync(HttpResponse response)
    {
        response.StatusCode = _status;
        if (_body.IsEmpty)
        {
            await response.StartAsync().ConfigureAwait(false);
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = _body.Length;
        await response.Body.WriteAsync(_body).ConfigureAwait(false);
    }
}
