namespace InboxSdk.Sandbox.V2;

/// <summary>Validates the names and colors of tags and statuses.</summary>
internal static class NameAndColor
{
    public static string Name(V2Body body) =>
        body.Text("name").Trim() is { Length: > 0 } name ? name : throw body.Invalid("name", "Must not be blank.");

    /// <summary>Rejects a name that is in use; called once the rest of the body is valid.</summary>
    public static void RequireFree(string name, bool isTaken)
    {
        if (isTaken)
            throw V2Error.NameTaken(name);
    }

    /// <summary>Reads the name of a palette color, in any case, or six hexadecimal digits.</summary>
    public static string Color(V2Body body)
    {
        var text = body.Text("color");
        var named = Palette.Named.FirstOrDefault(color => color.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Hex;
        var hex = named ?? (text.StartsWith('#') ? text : "#" + text);
        return Palette.Accepts(hex) ? hex : throw body.Invalid("color", "Must be a color of the palette or six hexadecimal digits.");
    }
}
