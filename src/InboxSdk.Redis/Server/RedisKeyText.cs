namespace InboxSdk.Server;

/// <summary>Validates what an application adds to the keys on the server.</summary>
internal static class RedisKeyText
{
    private const int MaxPrefixLength = 100;

    /// <summary>The rule of a prefix, as it ends a message.</summary>
    public static string PrefixRule { get; } = $"must have up to {MaxPrefixLength} characters, without braces and spaces.";

    public static bool IsPrefix(string? prefix) => prefix is { Length: <= MaxPrefixLength } && prefix.All(IsValid);

    // Braces are the hash tag of a cluster.
    public static bool IsValid(char character) => !(character is '{' or '}' || char.IsWhiteSpace(character) || char.IsControl(character));
}
