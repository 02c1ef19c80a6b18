using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace InboxSdk.Tests.Models;

/// <summary>A value that the server adds does not break an existing application.</summary>
public sealed class OpenEnumTests
{
    public static TheoryData<Type> OpenEnums() => new(typeof(InboxClient).Assembly.GetExportedTypes().Where(IsOpenEnum));

    [Theory]
    [MemberData(nameof(OpenEnums))]
    public void AnyText_IsKeptAndWrittenAsItCame(Type type)
    {
        foreach (var text in new[] { "value of tomorrow", " Ünïcode ", "UPPER", "x" })
        {
            var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(text), type)!;

            read.ToString().Should().Be(text);
            read.Should().Be(Create(type, text)).And.NotBe(Create(type, null));
            JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(read, type)).Should().Be(text);
        }
    }

    [Theory]
    [MemberData(nameof(OpenEnums))]
    public void NamedValues_AreTheApisTexts(Type type)
    {
        var named = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type).ToList();

        named.Should().NotBeEmpty();
        foreach (var property in named)
        {
            var value = property.GetValue(null)!;
            // The words of the text, such as "no-reply", "thread.created" and "message:delete:self", are those of the name.
            var name = string.Concat(value.ToString()!.Split('.', ':', '-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            // Brands have capitals of their own, such as LinkedIn.
            name.Equals(property.Name, type == typeof(Platform) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal).Should().BeTrue("{0} is {1}", property.Name, value);
            JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type), type).Should().Be(value);
            value.Should().Be(Create(type, value.ToString())).And.NotBe(Create(type, null));
        }

        named.Select(property => property.GetValue(null)).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(OpenEnums))]
    public void NothingKnown_IsTheDefaultValue(Type type)
    {
        var nothing = Create(type, null);

        nothing.ToString().Should().Be("");
        foreach (var same in new[] { Create(type, ""), Activator.CreateInstance(type)! })
            (same.Equals(nothing), same.GetHashCode()).Should().Be((true, nothing.GetHashCode()));
        foreach (var json in new[] { "null", "\"\"", "7", "true", """{"a":1}""", "[1]" })
            JsonSerializer.Deserialize(json, type).Should().Be(nothing, $"it was read from {json}");
    }

    [Theory]
    [MemberData(nameof(OpenEnums))]
    public void Equals_ComparesTheTextWithItsCase(Type type)
    {
        // Two strings, so that they are not equal by reference.
        var (one, other) = (Create(type, new string("admin")), Create(type, new string("admin")));

        (one.Equals(other), one.GetHashCode()).Should().Be((true, other.GetHashCode()));
        one.Should().NotBe(Create(type, "Admin"));
    }

    [Theory]
    [MemberData(nameof(OpenEnums))]
    public void ConversionAndParsing_OfText_AreTheSameAsTheConstructor(Type type) =>
        typeof(OpenEnumTests).GetMethod(nameof(Convert), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, []);

    private static void Convert<T>()
        where T : struct, IParsable<T>
    {
        var conversion = typeof(T).GetMethod("op_Implicit", [typeof(string)])!;
        foreach (var text in new[] { "something new", null })
            conversion.Invoke(null, [text]).Should().Be(Create(typeof(T), text));

        T.Parse("no-reply", CultureInfo.InvariantCulture).Should().Be(Create(typeof(T), "no-reply"));
        (T.TryParse("no-reply", CultureInfo.InvariantCulture, out var parsed), parsed).Should().Be((true, (T)Create(typeof(T), "no-reply")));
        (T.TryParse(null, CultureInfo.InvariantCulture, out var nothing), nothing).Should().Be((false, default(T)));
    }

    private static bool IsOpenEnum(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IParsable<>));

    private static object Create(Type type, string? text) => Activator.CreateInstance(type, text)!;
}
