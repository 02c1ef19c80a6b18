using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using InboxSdk.Sandbox;
using InboxSdk.V2;

namespace InboxSdk.Tests.Models;

/// <summary>An application can store or forward any object: every public record and struct survives System.Text.Json, by reflection and by the application's own source
/// generator.</summary>
public sealed class RoundTripTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<Type, string> Exceptions = new()
    {
        [typeof(Optional<>)] = "a field of an update: it is unset or not within its update, not by itself",
        [typeof(InboxRequestOptions)] = "callbacks of the application are no data",
        [typeof(InboxPermitRequest)] = "what a rate limiter is asked within one process",
    };

    // They contain exceptions, which compare by reference.
    private static readonly Type[] ByReference = [typeof(BulkUpdateResult), typeof(BulkUpdateSummary), typeof(AutoTagResult)];

    private static readonly Assembly[] Assemblies = [typeof(IInboxClient).Assembly, typeof(InboxSandbox).Assembly];

    private static IEnumerable<Type> All => Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(IsData);

    public static TheoryData<Type> Types() => new(All.Where(type => !Exceptions.ContainsKey(type)));

    [Theory]
    [MemberData(nameof(Types))]
    public void RoundTrip_ByReflection_ReturnsTheSame(Type type)
    {
        foreach (var options in new[] { JsonSerializerOptions.Default, Web })
            ShouldSurvive(type, (value, declared) => JsonSerializer.Serialize(value, declared, options), (json, declared) => JsonSerializer.Deserialize(json, declared, options));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void RoundTrip_ByTheApplicationsSourceGeneration_ReturnsTheSame(Type type)
    {
        EveryRecordJsonContext.Default.GetTypeInfo(Closed(type)).Should().NotBeNull($"{type.Name} is new: add it to {nameof(EveryRecordJsonContext)}");

        ShouldSurvive(
            type, (value, declared) => JsonSerializer.Serialize(value, declared, EveryRecordJsonContext.Default),
            (json, declared) => JsonSerializer.Deserialize(json, declared, EveryRecordJsonContext.Default));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void RoundTrip_OfAnEmptyOne_ReturnsTheSame(Type type)
    {
        // A type with required members or constructor parameters is never empty.
        var closed = Closed(type);
        if (type.IsAbstract || closed.GetConstructor(Type.EmptyTypes) is null || closed.IsDefined(typeof(RequiredMemberAttribute)))
            return;
        var json = JsonSerializer.Serialize(Activator.CreateInstance(closed), closed);

        var read = JsonSerializer.Deserialize(json, closed);

        JsonSerializer.Serialize(read, closed).Should().Be(json);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Equals_OfTwoWithTheSameContent_IsTrue(Type type)
    {
        if (ByReference.Contains(type))
            return;
        foreach (var value in FilledRecord.AllOf(Closed(type)))
        {
            var json = JsonSerializer.Serialize(value, Closed(type));
            var (first, second) = (JsonSerializer.Deserialize(json, Closed(type))!, JsonSerializer.Deserialize(json, Closed(type))!);

            first.Equals(second).Should().BeTrue();
            first.Equals(value).Should().BeTrue();
            first.GetHashCode().Should().Be(second.GetHashCode());
            first.ToString().Should().NotContain("System.Collections").And.NotContain("InboxSdk.");
        }
    }

    [Fact]
    public void Search_OfRecords_FindsThemAndTheExceptionsAreNeeded()
    {
        All.Should().HaveCountGreaterThan(110).And.Contain([typeof(Prospect), typeof(BulkUpdateSummary), typeof(SendTarget), typeof(LeadScore), typeof(SandboxRequest)]);
        All.Should().Contain(Exceptions.Keys);
    }

    private static void ShouldSurvive(Type type, Func<object, Type, string> write, Func<string, Type, object?> read)
    {
        foreach (var value in FilledRecord.AllOf(Closed(type)))
        {
            var declared = Closed(type);
            var json = write(value, declared);

            var again = read(json, declared);

            again.Should().BeOfType(value.GetType());
            write(again!, declared).Should().Be(json);
            // The text alone could hide a property that both omit.
            if (!value.GetType().IsValueType)
                Shape(again!).Should().Be(Shape(value));
        }
    }

    // The values of the properties, as text that no serializer wrote.
    private static string Shape(object value) => string.Join('\n', value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .Select(property => $"{property.Name}: {Text(property.GetValue(value))}"));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        JsonElement element => element.GetRawText(),
        Exception exception => exception.Message,
        System.Collections.IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Text)),
        _ when value.GetType().GetMethod("<Clone>$") is not null => Shape(value),
        _ => $"{value}",
    };

    private static bool IsData(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type is { IsValueType: true, IsEnum: false } && type != typeof(void));

    private static Type Closed(Type type) => type == typeof(InboxPage<>) ? typeof(InboxPage<InboxEvent>) : type;
}
