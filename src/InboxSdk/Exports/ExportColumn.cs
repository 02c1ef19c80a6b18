using InboxSdk.Exports;

namespace InboxSdk;

/// <summary>Represents a column of an export: its name, and its value for an item. The same columns serve every format.</summary>
/// <typeparam name="T">The type of the items, one per row.</typeparam>
/// <remarks>For the columns of prospects, threads and messages see <see cref="ProspectColumn"/>, <see cref="ThreadColumn"/> and <see cref="V2.MessageColumn"/>; for others
/// <see cref="ExportColumn"/>.</remarks>
public abstract class ExportColumn<T>
{
    private protected ExportColumn(string name, int width)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, ExportColumn.MaxWidth);
        (Name, Width) = (name, width);
    }

    /// <summary>Gets the name, which is the header of the column, or the name of the property in JSON Lines.</summary>
    public string Name { get; }

    /// <summary>Gets the width at which the column is displayed, 1 to 255 characters. Only formats for spreadsheets use it; values can be longer.</summary>
    public int Width { get; }

    /// <summary>Writes the value of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="writer">Receives exactly one value.</param>
    public abstract void Write(T item, ExportWriter writer);
}

/// <summary>Creates columns of exports.</summary>
public static class ExportColumn
{
    internal const int MaxWidth = 255;

    /// <summary>Creates a text column. It also suits numbers that identify something, which programs must not calculate with or shorten.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="name">The name; not empty.</param>
    /// <param name="value">Returns the value of an item; <see langword="null"/> leaves it empty.</param>
    /// <param name="width">The width at which spreadsheets display the column, 1 to 255 characters. The default is 20.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or <paramref name="width"/> is out of range.</exception>
    public static ExportColumn<T> Text<T>(string name, Func<T, string?> value, int width = 20)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new TextColumn<T>(name, value, width);
    }

    /// <summary>Creates a numeric column.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="name">The name; not empty.</param>
    /// <param name="value">Returns the value of an item; <see langword="null"/> leaves it empty.</param>
    /// <param name="width">The width at which spreadsheets display the column, 1 to 255 characters. The default is 12.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or <paramref name="width"/> is out of range.</exception>
    public static ExportColumn<T> Number<T>(string name, Func<T, decimal?> value, int width = 12)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new NumberColumn<T>(name, value, width);
    }

    /// <summary>Creates a column of <c>true</c> and <c>false</c>.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="name">The name; not empty.</param>
    /// <param name="value">Returns the value of an item; <see langword="null"/> leaves it empty.</param>
    /// <param name="width">The width at which spreadsheets display the column, 1 to 255 characters. The default is 10.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or <paramref name="width"/> is out of range.</exception>
    public static ExportColumn<T> Boolean<T>(string name, Func<T, bool?> value, int width = 10)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new BooleanColumn<T>(name, value, width);
    }

    /// <summary>Creates a column of timestamps, which are written in UTC.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="name">The name; not empty.</param>
    /// <param name="value">Returns the value of an item; <see langword="null"/> leaves it empty.</param>
    /// <param name="width">The width at which spreadsheets display the column, 1 to 255 characters. The default is 20.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or <paramref name="width"/> is out of range.</exception>
    public static ExportColumn<T> Timestamp<T>(string name, Func<T, DateTimeOffset?> value, int width = 20)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new TimestampColumn<T>(name, value, width);
    }
}
