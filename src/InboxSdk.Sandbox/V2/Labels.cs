namespace InboxSdk.Sandbox.V2;

/// <summary>The rules that tags and statuses share for their names and colours.</summary>
internal static class Labels
{
    public static string Name(V2Body body, Func<string, bool> isTaken)
    {
        var name = body.Text("name").Trim();
        if (name.Length == 0)
            throw body.Refused("name", "Must not be blank.");
        return isTaken(name) ? throw V2Error.NameTaken(name) : name;
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
