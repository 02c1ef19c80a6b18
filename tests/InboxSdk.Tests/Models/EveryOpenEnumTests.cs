using System.Reflection;
using System.Text.Json;

namespace InboxSdk.Tests.Models;

/// <summary>A value that the server adds does not break an existing application.</summary>
public sealed class EveryOpenEnumTests
{
    public static TheoryData<Type> OpenEnums() => new(typeof(InboxClient).Assembly.GetExportedTypes().Where(IsOpenEnum));

    [Theory]
    [MemberData(nameof(OpenEnums))]
    public void UnknownText_IsKeptAndWrittenAsItCame(Type type)
    {
        foreach (var text in new[] { "value of tomorrow", " Ünïcode ", "UPPER" })
        {
            var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(text), type)!;

            read.ToString().Should().Be(text);
            read.Should().Be(Create(type, text)).And.NotBe(Create(type, null));
            JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(read, type)).Should().Be(text);
        }
    }

    [Theory]
    [MemberData(nameof(OpenEnums))]
    public void NamedValues_AreReadAsThemselvesAndWrittenAsTheirText(Type type)
    {
        var named = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type).ToList();

        named.Should().NotBeEmpty();
        foreach (var value in named.Select(property => property.GetValue(null)!))
        {
            value.ToString().Should().NotBeEmpty();
            JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type), type).Should().Be(value);
            value.Should().Be(Create(type, value.ToString()));
        }

        named.Select(property => property.GetValue(null)).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(OpenEnums))]
    public void NothingKnown_IsTheDefaultValue(Type type)
    {
        foreach (var json in new[] { "null", "\"\"", "7", "true", """{"a":1}""", "[1]" })
            JsonSerializer.Deserialize(json, type).Should().Be(Activator.CreateInstance(type), $"it was read from {json}");
    }

    private static bool IsOpenEnum(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IParsable<>));

    private static object Create(Type type, string? text) => Activator.CreateInstance(type, text)!;
}
