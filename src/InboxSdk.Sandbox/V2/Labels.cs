namespace InboxSdk.Sandbox.V2;

/// <summary>The rules that tags and statuses share for their names and colours.</summary>
internal static class Labels
{
    public static string Name(V2Body body) =>
        body.Text("name").Trim() is { Length: > 0 } name ? name : throw body.Refused("name", "Must not be blank.");

    /// <summary>Refuses a name that another one has; asked once the whole body is known to be good.</summary>
    public static void RequireFree(string name, bool isTaken)
    {
        if (isTaken)
            throw V2Error.NameTaken(name);
    }

    /// <summary>Reads the name of a palette's colour, in any case, or six hexadecimal digits.</summary>
    public static string Color(V2Body body)
    {
        var text = body.Text("color");
        var named = Palette.Named.FirstOrDefault(color => color.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Hex;
        var hex = named ?? (text.StartsWith('#') ? text : "#" + text);
        return Palette.Accepts(hex) ? hex : throw body.Refused("color", "Must be a colour of the palette or six hexadecimal digits.");
    }
}
