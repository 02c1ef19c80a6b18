using System.ComponentModel;
using System.Globalization;

namespace InboxSdk;

/// <summary>Converts an open enum, such as <see cref="Platform"/>, from and to its text, for libraries that use type converters: configuration, Newtonsoft.Json, data
/// grids.</summary>
/// <typeparam name="T">The open enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenEnumTypeConverter<T> : TypeConverter
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, CultureInfo.InvariantCulture) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) && value is T known ? known.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
