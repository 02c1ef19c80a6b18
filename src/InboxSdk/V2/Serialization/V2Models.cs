using System.Text.Json;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads the models of v2.</summary>
internal static partial class V2Models
{
    /// <summary>Reads a page of a list.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads an item.</param>
    public static PageResponse<T> ReadPage<T>(ref Utf8JsonReader reader, JsonRead<T?> read)
        where T : class
    {
        reader.RequireObject("$");
        IReadOnlyList<T>? data = null;
        string? nextCursor = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("data"u8))
                data = reader.Items(read);
            else if (reader.ValueTextEquals("nextCursor"u8))
                nextCursor = reader.Verbatim();
            else
                reader.Skip();
        }

        return new(data, nextCursor);
    }

    [JsonModelReader]
    public static partial ContactThread? ReadContactThread(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial Contact? ReadContact(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ThreadLastMessage? ReadThreadLastMessage(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ThreadActivity? ReadThreadActivity(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ContactProfile? ReadContactProfile(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial ContactStatus? ReadContactStatus(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial ContactTag? ReadContactTag(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial XProfileData? ReadXProfileData(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial AccountLink? ReadAccountLink(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial TeamMember? ReadTeamMember(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial Team? ReadTeam(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial ThreadDeletion? ReadThreadDeletion(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial TypingSignal? ReadTypingSignal(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial PaletteColor? ReadPaletteColor(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial PlatformInfo? ReadPlatformInfo(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial PlatformLimits? ReadPlatformLimits(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial PlatformThreadState? ReadPlatformThreadState(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial PlatformStateSharing? ReadPlatformStateSharing(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial XProfileLink? ReadXProfileLink(ref Utf8JsonReader reader);

    public static ProfilePlatformData? ReadProfilePlatformData(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null
        : JsonReading.Kind(reader, "_tag"u8, "twitter") is var kind && kind == "twitter" ? ReadXProfileData(ref reader)
        : new OtherProfileData { Kind = kind, Raw = JsonReading.Raw(ref reader) };

    private static AccountLinkStatus ReadAccountLinkStatus(ref Utf8JsonReader reader) => new(reader.Known("active", "paused", "offline"));

    private static TeamRole ReadTeamRole(ref Utf8JsonReader reader) => new(reader.Known("owner", "admin", "user"));

    private static Platform ReadPlatform(ref Utf8JsonReader reader) => reader.Known("twitter", "linkedin", "instagram") is { } name ? Platform.FromV2(name) : default;

    private static AcceptanceState ReadAcceptanceState(ref Utf8JsonReader reader) => new(reader.Known("required", "notRequired", "unknown"));

    private static TypingIndicatorSetting ReadTypingIndicatorSetting(ref Utf8JsonReader reader) => new(reader.Known("enabled", "disabled", "teamDefault"));

    private static MessageDirection ReadMessageDirection(ref Utf8JsonReader reader) => new(reader.Known("inbound", "outbound"));

    private static ThreadDeletionScope ReadThreadDeletionScope(ref Utf8JsonReader reader) => new(reader.Known("remoteAndLocal", "local"));

    // A count that is unknown is null.
    private static IReadOnlyDictionary<string, long?>? ReadCounts(ref Utf8JsonReader reader) => JsonReading.Map(ref reader, LenientValues.Count, static _ => true);

    private static IReadOnlyDictionary<string, IReadOnlyList<string>>? ReadTextLists(ref Utf8JsonReader reader) =>
        JsonReading.Map<IReadOnlyList<string>?>(ref reader, static (ref reader) => JsonReading.List(ref reader, ReadText), static list => list is not null)!;

#pragma warning disable CA1859 // The generator looks for readers of the types of the properties.
    private static IReadOnlyList<Capability>? ReadCapabilities(ref Utf8JsonReader reader)
    {
        if (!reader.IsList())
            return null;

        List<Capability>? capabilities = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
                (capabilities ??= []).Add(new(reader.Known()));
        }

        return capabilities;
    }

    private static IReadOnlyList<int>? ReadPositions(ref Utf8JsonReader reader)
    {
        if (!reader.IsList())
            return null;

        List<int> positions = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
                positions.Add(LenientValues.Position(ref reader));
        }

        return positions;
    }
#pragma warning restore CA1859

    private static JsonElement? ReadRaw(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : JsonReading.Raw(ref reader);

    private static string? ReadText(ref Utf8JsonReader reader) => JsonText.Read(ref reader);

    private static ProfileAccountStatus ReadProfileAccountStatus(ref Utf8JsonReader reader) => new(reader.Known("active", "suspended", "notFound"));
}
