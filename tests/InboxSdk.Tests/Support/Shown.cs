using System.Collections;
using System.Diagnostics;
using System.Reflection;

namespace InboxSdk.Tests.Support;

/// <summary>Gets all that a log, a crash report or a debugger shows of an object: its text, and those of its public properties and items, recursively.</summary>
internal static class Shown
{
    public static string Of(object? value)
    {
        var texts = new List<string>();
        Add(value, texts, new(ReferenceEqualityComparer.Instance));
        return string.Join('\n', texts);
    }

    private static void Add(object? value, List<string> texts, HashSet<object> seen)
    {
        if (value is null || !seen.Add(value))
            return;
        texts.Add($"{value}");
        if (value is IEnumerable items and not string)
        {
            foreach (var item in items)
                Add(item, texts, seen);
        }

        if (value is not Exception && value.GetType().Assembly.GetName().Name != "InboxSdk")
            return;
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsShown))
            Add(Value(property, value), texts, seen);
    }

    private static bool IsShown(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0 && property.Name != nameof(Exception.TargetSite)
        && property.GetCustomAttribute<DebuggerBrowsableAttribute>() is not { State: DebuggerBrowsableState.Never };

    private static object? Value(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException;
        }
    }
}
