namespace InboxSdk.Conventions.Surface;

internal static class Interfaces
{
    public static IReadOnlyList<Type> All { get; } = [.. PublicSurface.AllTypes.Where(type => type.IsInterface)];
}
