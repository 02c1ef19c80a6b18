using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace InboxSdk.Tests.Models;

/// <summary>Creates a record with a distinct value in each property, and in those of all nested records.</summary>
internal static class FilledRecord
{
    private const int Deepest = 4;

    /// <summary>Creates an instance of each derived type of an abstract record; one instance of any other type.</summary>
    public static IEnumerable<object> AllOf(Type type) => Concrete(type).Select(each => Of(each, 0)!);

    private static IEnumerable<Type> Concrete(Type type) =>
        type.IsAbstract ? type.Assembly.GetExportedTypes().Where(each => each is { IsAbstract: false } && type.IsAssignableFrom(each)) : [type];

    private static object? Of(Type type, int depth)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(string))
            return $"text {depth}";
        if (value == typeof(bool))
            return true;
        if (value == typeof(int) || value == typeof(long) || value == typeof(decimal) || value == typeof(double))
            return Convert.ChangeType(7 + depth, value, System.Globalization.CultureInfo.InvariantCulture);
        if (value.IsEnum)
            return Enum.GetValues(value).GetValue(Enum.GetValues(value).Length - 1);
        if (value == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 9, 14, 10, 32, depth, TimeSpan.FromHours(2));
        if (value == typeof(TimeSpan))
            return TimeSpan.FromSeconds(90 + depth);
        if (value == typeof(Uri))
            return new Uri("https://example.com/");
        if (value == typeof(JsonElement))
            return JsonSerializer.SerializeToElement(new { Any = new object?[] { 1, null, "two" } });
        if (value == typeof(Exception))
            return new InboxApiException("No such tag.", System.Net.HttpStatusCode.NotFound, "tagNotFound") { RequestId = "req_1", AttemptCount = 2 };
        if (value.IsGenericType)
            return OfGeneric(value, depth);
        if (depth > Deepest)
            return null;
        // An open enum has one text; every other record has its properties and constructor parameters.
        return value.GetConstructor([typeof(string)]) is { } open && value.IsValueType ? open.Invoke(["value of tomorrow"]) : OfRecord(Concrete(value).First(), depth);
    }

    private static object? OfGeneric(Type type, int depth)
    {
        var definition = type.GetGenericTypeDefinition();
        var last = type.GenericTypeArguments[^1];
        if (definition == typeof(Optional<>))
            return Activator.CreateInstance(type, Of(last, depth + 1));
        if (definition == typeof(ImmutableArray<>))
            return ImmutableArrayOf(last, Of(last, depth + 1));
        if (definition == typeof(IReadOnlyDictionary<,>))
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments))!;
            map["name"] = Of(last, depth + 1);
            return map;
        }

        if (definition == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(last))!;
            // For a union, one instance of each kind.
            foreach (var item in last.IsAbstract ? Concrete(last).Select(each => Of(each, depth + 1)) : [Of(last, depth + 1)])
            {
                if (item is not null)
                    list.Add(item);
            }

            return list;
        }

        return OfRecord(type, depth);
    }

    private static object? ImmutableArrayOf(Type type, object? item)
    {
        var items = Array.CreateInstance(type, 1);
        items.SetValue(item, 0);
        return typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(type).Invoke(null, [items]);
    }

    private static object OfRecord(Type type, int depth)
    {
        // The constructor with the most parameters, except the copy constructor of the compiler.
        var constructor = type.GetConstructors().Where(each => each.GetParameters() is not [var only] || only.ParameterType != type)
            .OrderByDescending(each => each.GetParameters().Length).FirstOrDefault();
        var made = constructor is null
            ? RuntimeHelpers.GetUninitializedObject(type)
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, depth + 1))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is { IsPublic: true })
                property.SetValue(made, Of(property.PropertyType, depth + 1));
        }

        return made;
    }
}
