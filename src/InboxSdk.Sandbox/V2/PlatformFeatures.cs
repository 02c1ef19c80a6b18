using System.Text.Json;

namespace InboxSdk.Sandbox.V2;

/// <summary>A platform under its v2 name, with its capabilities.</summary>
internal sealed record PlatformFeatures(string Id, string Name, string UsernamePrefix, string ProfileUrl, int MaxCharacters)
{
    /// <summary>The platforms of the team.</summary>
    public static readonly IReadOnlyList<PlatformFeatures> All =
    [
        new("twitter", "X", "@", "https://x.com/", 10_000)
        {
            Capabilities =
            [
                "message:send", "message:edit", "message:delete:self", "message:unsend", "message:react", "message:reply", "message:forward", "media:image",
                "media:video", "media:gif", "thread:typing:send", "thread:typing:receive", "thread:message-requests", "thread:delete:remote",
                "thread:archive:observe", "thread:archive:mutate", "thread:read:observe", "thread:read:mutate",
            ],
            Windows = new() { ["message:edit"] = TimeSpan.FromMinutes(15) },
        },
        new("linkedin", "LinkedIn", "", "https://www.linkedin.com/in/", 8_000)
        {
            Capabilities = ["message:send", "message:edit", "message:unsend", "message:react", "media:image", "media:file", "thread:archive:mutate"],
            Windows = new() { ["message:edit"] = TimeSpan.FromHours(1), ["message:unsend"] = TimeSpan.FromHours(1) },
        },
        new("instagram", "Instagram", "@", "https://www.instagram.com/", 1_000)
        {
            Capabilities = ["message:send", "message:unsend", "message:react", "message:reply", "media:image", "media:video", "media:audio"],
        },
    ];

    public required string[] Capabilities { get; init; }

    /// <summary>The time after its creation during which a message can be changed, by capability; one that is not listed has no limit.</summary>
    public Dictionary<string, TimeSpan> Windows { get; init; } = [];

    /// <summary>Returns the features of a platform. One that the team does not have can only send.</summary>
    public static PlatformFeatures Of(Platform platform) =>
        Find(PlatformName.InV2(platform)) ?? new($"{platform}", $"{platform}", "", "", 1_000) { Capabilities = ["message:send"] };

    public static PlatformFeatures? Find(string name) => All.FirstOrDefault(platform => platform.Id == name);

    /// <summary>Validates a platform name of a request.</summary>
    public static string Require(string name) => Find(name) is null ? throw V2Error.PlatformNotAvailable(name) : name;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("platform"u8, Id);
        json.WriteString("name"u8, Name);
        json.WriteString("usernamePrefix"u8, UsernamePrefix);
        json.WriteArray("capabilities", Capabilities, json.WriteStringValue);
        WriteLimits(json);
        json.WriteStartObject("mutationWindows"u8);
        foreach (var (capability, window) in Windows)
            json.WriteNumber(capability, (int)window.TotalSeconds);
        json.WriteEndObject();
        json.WriteStartObject("threadState"u8);
        WriteThreadState(json, "archive");
        WriteThreadState(json, "read");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteLimits(Utf8JsonWriter json)
    {
        json.WriteStartObject("limits"u8);
        json.WriteNumber("characters"u8, MaxCharacters);
        json.WriteNumber("mediaCount"u8, 4);
        json.WriteNumber("mediaBytes"u8, 5_242_880);
        json.WriteStartObject("mediaTypes"u8);
        foreach (var kind in Capabilities.Where(capability => capability.StartsWith("media:", StringComparison.Ordinal)).Select(capability => capability[6..]))
            json.WriteArray(kind, [$"{(kind == "file" ? "application" : kind)}/*"], json.WriteStringValue);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteThreadState(Utf8JsonWriter json, string state)
    {
        var (observe, mutate) = (Capabilities.Contains($"thread:{state}:observe"), Capabilities.Contains($"thread:{state}:mutate"));
        if (!observe && !mutate)
        {
            json.WriteNull(state);
            return;
        }

        json.WriteStartObject(state);
        json.WriteBoolean("observe"u8, observe);
        json.WriteBoolean("mutate"u8, mutate);
        json.WriteEndObject();
    }
}
