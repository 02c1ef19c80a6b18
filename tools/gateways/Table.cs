using System.Globalization;
using System.Text;

namespace InboxSdk.Gateways;

/// <summary>Represents a table with a column per gateway, which are measured in parallel.</summary>
internal sealed class Table(IReadOnlyList<Gateway> gateways)
{
    private readonly StringBuilder _text = new StringBuilder()
        .AppendLine(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", gateways.Select(gateway => gateway.Name))} |")
        .AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(gateways.Select(_ => "---|"))}");

    /// <summary>Adds a row.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="running">The gateways, in the order of the columns.</param>
    /// <param name="cell">Measures one gateway.</param>
    public async Task AddAsync(string title, IReadOnlyList<RunningGateway> running, Func<RunningGateway, Task<string>> cell)
    {
        var cells = await Task.WhenAll(running.Select(gateway => Task.Run(() => cell(gateway))));
        _text.AppendLine(CultureInfo.InvariantCulture, $"| {title} | {string.Join(" | ", cells)} |");
        Console.Error.WriteLine(title);
    }

    public override string ToString() => _text.ToString();
}
