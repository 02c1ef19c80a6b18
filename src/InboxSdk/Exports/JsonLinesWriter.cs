using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InboxSdk.Exports;

/// <summary>Writes each row as a line with a JSON object.</summary>
internal sealed class JsonLinesWriter : ExportWriter
{
    private const int BufferSize = 65_536;

    // The file is not embedded in HTML, so letters beyond ASCII need no escapes.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private readonly Stream _stream;
    private readonly JsonEncodedText[] _names;
    private readonly ArrayBufferWriter<byte> _buffer = new(BufferSize + 4_096);
    private readonly Utf8JsonWriter _json;
    private int _column;

    public JsonLinesWriter(Stream stream, IEnumerable<string> names)
    {
        _stream = stream;
        _names = [.. names.Select(name => JsonEncodedText.Encode(name, Encoder))];
        _json = new(_buffer, new() { Encoder = Encoder, SkipValidation = true });
    }

    public override ValueTask WriteHeaderAsync(CancellationToken cancellationToken = default) => default;

    public override void WriteText(string? value)
    {
        WriteName();
        _json.WriteStringValue(value);
    }

    public override void WriteNumber(decimal? value)
    {
        WriteName();
        if (value is { } number)
            _json.WriteNumberValue(number);
        else
            _json.WriteNullValue();
    }

    internal override void WriteCount(long? value) => WriteInteger(value);

    public override void WriteBoolean(bool? value)
    {
        WriteName();
        if (value is { } flag)
            _json.WriteBooleanValue(flag);
        else
            _json.WriteNullValue();
    }

    public override void WriteTimestamp(DateTimeOffset? value)
    {
        WriteName();
        if (value is { } timestamp)
            _json.WriteStringValue(timestamp.UtcDateTime);
        else
            _json.WriteNullValue();
    }

    public override ValueTask EndRowAsync(CancellationToken cancellationToken = default)
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
        _column = 0;
        return _buffer.WrittenCount < BufferSize ? default : WriteBufferAsync(cancellationToken);
    }

    public override async ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        await WriteBufferAsync(cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask DisposeAsync() => _json.DisposeAsync();

    private void WriteName()
    {
        if (_column == 0)
            _json.WriteStartObject();
        _json.WritePropertyName(_names[_column++]);
    }

    private async ValueTask WriteBufferAsync(CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }
}
