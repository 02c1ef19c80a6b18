using System.Diagnostics.CodeAnalysis;

namespace InboxSdk.Sandbox.Http;

/// <summary>A method, a path and its handler. The template is relative to the API's prefix; a segment such as <c>{id}</c> matches any value.</summary>
internal sealed record Route(string Method, string Template, Func<ApiCall, ApiResponse> Handler)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>The operation id in the API description; null in v1.</summary>
    public string? Operation { get; init; }

    /// <summary>Whether the handler runs outside the state's lock, because it takes long.</summary>
    public bool IsLong { get; init; }

    public bool Matches(string[] path, [NotNullWhen(true)] out List<string>? ids)
    {
        ids = null;
        if (path.Length != _segments.Length)
            return false;

        var values = new List<string>();
        for (var i = 0; i < path.Length; i++)
        {
            if (_segments[i].StartsWith('{') && path[i].Length > 0)
                values.Add(path[i]);
            else if (_segments[i] != path[i])
                return false;
        }

        ids = values;
        return true;
    }
}
