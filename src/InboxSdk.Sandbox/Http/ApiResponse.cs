using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>A complete response: created under the state's lock, sent outside it.</summary>
internal sealed class ApiResponse
{
    public const string JsonType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly int _status;
    private readonly string _contentType;
    private readonly ReadOnlyMemory<byte> _body;

    private ApiResponse(int status, string contentType, ReadOnlyMemory<byte> body)
    {
        _status = status;
        _contentType = contentType;
        _body = body;
    }

    public static ApiResponse NoContent { get; } = Empty(204);

    public static ApiResponse Ok(Action<Utf8JsonWriter> writeMembers) => Object(200, writeMembers);

    public static ApiResponse Created(Action<Utf8JsonWriter> writeMembers) => Object(201, writeMembers);

    /// <summary>A JSON object whose members the caller writes.</summary>
    public static ApiResponse Object(int status, Action<Utf8JsonWriter> writeMembers) => Value(status, json =>
    {
        json.WriteStartObject();
        writeMembers(json);
        json.WriteEndObject();
    });

    /// <summary>A JSON value that the caller writes.</summary>
    public static ApiResponse Value(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var json = new Utf8JsonWriter(buffer, Json))
            write(json);

        return new ApiResponse(status, JsonType, buffer.WrittenMemory);
    }

    /// <summary>A response without a body.</summary>
    public static ApiResponse Empty(int status) => new(status, JsonType, default);

    /// <summary>A response with the given bytes.</summary>
    public static ApiResponse Bytes(int status, string contentType, byte[] body) => new(status, contentType, body);

    public async Task SendAsync(HttpResponse response)
    {
        response.StatusCode = _status;
        if (_body.IsEmpty)
        {
            // 204 and 304 imply that there is no body and must not have a length.
            if (_status is not (204 or 304))
                response.ContentLength = 0;
            await response.StartAsync().ConfigureAwait(false);
            return;
        }

        response.ContentType = _contentType;
        response.ContentLength = _body.Length;
        await response.Body.WriteAsync(_body).ConfigureAwait(false);
    }
}
