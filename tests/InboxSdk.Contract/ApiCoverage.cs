using System.Globalization;

namespace InboxSdk.Contract;

/// <summary>Records the covered responses of the operations. Thread-safe.</summary>
public sealed class ApiCoverage
{
    private readonly HashSet<(string Operation, int Status, string? Code)> _seen = [];

    /// <summary>Returns the described responses that were not covered, such as <c>tags.get 404 tagNotFound</c>.</summary>
    /// <param name="contract">The contract.</param>
    /// <returns>The gaps; empty if everything was covered.</returns>
    public IReadOnlyList<string> Gaps(ApiContract contract) =>
    [
        .. from each in Described(contract)
           where !Contains(each)
           select string.Create(CultureInfo.InvariantCulture, $"{each.Operation} {each.Status} {each.Code}").TrimEnd(),
    ];

    /// <summary>Writes a table with a row per operation and a column per status: the described responses, marked <c>✓</c> if covered and <c>✗</c> if
    /// not.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="writer">The writer.</param>
    public void WriteTable(ApiContract contract, TextWriter writer)
    {
        var statuses = contract.Operations.SelectMany(operation => operation.Responses.Keys).Distinct().Order().ToList();
        writer.WriteLine($"| operation | {string.Join(" | ", statuses)} |");
        writer.WriteLine($"|---|{string.Concat(statuses.Select(_ => "---|"))}");
        foreach (var row in Described(contract).GroupBy(each => each.Operation))
        {
            var cells = statuses.Select(status => string.Join("<br>", row.Where(each => each.Status == status).Select(Mark)));
            writer.WriteLine($"| {row.Key} | {string.Join(" | ", cells)} |");
        }

        var described = Described(contract).ToList();
        writer.WriteLine();
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{contract.Operations.Count} operations, {described.Count} responses described, {described.Count(Contains)} of them checked; {contract.ErrorCodes.Count} error codes."));
    }

    /// <summary>Records a response as covered.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The error code; null for a success.</param>
    public void Add(string operation, int status, string? code)
    {
        lock (_seen)
            _seen.Add((operation, status, code));
    }

    private string Mark((string Operation, int Status, string? Code) each) => $"{each.Code ?? "success"} {(Contains(each) ? '✓' : '✗')}";

    private bool Contains((string Operation, int Status, string? Code) each)
    {
        lock (_seen)
            return _seen.Contains(each);
    }

    private static IEnumerable<(string Operation, int Status, string? Code)> Described(ApiContract contract) =>
        from operation in contract.Operations
        from response in operation.Responses
        from code in response.Value.Codes.DefaultIfEmpty()
        select (operation.Id, response.Key, code);
}
