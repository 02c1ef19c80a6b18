namespace InboxSdk.Sandbox.Http;

/// <summary>A method and path, and what answers it. A template is relative to the API's prefix and may hold one <c>{id}</c>.</summary>
internal sealed record Route(string Method, string Template, Func<ApiCall, Reply> Handler)
{
    private readonly string[] _segments = Template.Split('/');

    public bool Matches(string[] path, out string id)
    {
        id = "";
        if (path.Length != _segments.Length)
            return false;

        for (var i = 0; i < path.Length; i++)
        {
            if (_segments[i] == "{id}" && path[i].Length > 0)
                id = path[i];
            else if (_segments[i] != path[i])
                return false;
        }

        return true;
    }
}
