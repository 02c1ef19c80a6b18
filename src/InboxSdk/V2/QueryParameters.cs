using InboxSdk.Paging;
using Refit;

namespace InboxSdk.V2;

/// <summary>The query of a request, in order. A list repeats its key, the only format that v2 accepts.</summary>
internal sealed class QueryParameters
{
    private readonly List<(string Name, string Value)> _parameters = [];

    public List<(string Name, string Value)> Items => _parameters;

    /// <summary>Identifies a query, so that a continuation token cannot be used with another list.</summary>
    public string Fingerprint => ContinuationToken.Fingerprint(_parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"));

    /// <summary>Adds a parameter, unless it is null.</summary>
    public QueryParameters Add(string name, string? value)
    {
        if (value is not null)
            _parameters.Add((name, value));
        return this;
    }

    public QueryParameters AddEach(string name, IEnumerable<string> values)
    {
        if (values.TryGetNonEnumeratedCount(out var count) && count > 0)
            _parameters.EnsureCapacity(_parameters.Count + count);
        foreach (var value in values)
            _parameters.Add((name, value));
        return this;
    }

    public QueryParameters Copy()
    {
        var copy = new QueryParameters();
        // Room for the page size and the cursor.
        copy._parameters.EnsureCapacity(_parameters.Count + 2);
        copy._parameters.AddRange(_parameters);
        return copy;
    }
}

/// <summary>Writes the parameters unchanged.</summary>
internal sealed class QueryParametersConverter : IQueryConverter<QueryParameters>
{
    public void Flatten(QueryParameters value, string keyPrefix, ref GeneratedQueryStringBuilder builder, RefitSettings settings)
    {
        foreach (var (name, text) in value.Items)
            builder.Add(name, text, false);
    }
}
