using System.Globalization;
using InboxSdk.Contract;
using InboxSdk.Http;

namespace InboxSdk.Tests.V2;

/// <summary>Stands next to the network and holds every request, and its answer, against the vendor's description.</summary>
internal sealed class ContractRecorder(ApiContract contract) : DelegatingHandler(InboxTransport.Create())
{
    private const string BasePath = "/api/v2/";

    private readonly List<string> _issues = [];
    private readonly Dictionary<string, HashSet<string>> _sent = [];

    /// <summary>What was wrong with a request or an answer.</summary>
    public IReadOnlyList<string> Issues => _issues;

    /// <summary>The parameters of an operation that a request had; null when the operation was never called.</summary>
    public IReadOnlyCollection<string>? SentTo(string operation) => _sent.GetValueOrDefault(operation);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.RequestUri!.PathAndQuery;
        target.Should().StartWith(BasePath);
        target = target[BasePath.Length..];
        var headers = request.Headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value))).ToList();
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        // This also keeps it for the reader after us.
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);

        lock (_issues)
        {
            _issues.AddRange(contract.CheckRequest(request.Method.Method, target, body, headers));
            _issues.AddRange(contract.CheckResponse(request.Method.Method, target, (int)response.StatusCode, answer)
                .Select(issue => string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {issue}")));
            if (contract.Find(request.Method.Method, target) is { } operation)
            {
                var names = target.Split('?') is [_, var query] ? query.Split('&').Select(pair => pair.Split('=')[0]) : [];
                if (!_sent.TryGetValue(operation.Id, out var sent))
                    _sent[operation.Id] = sent = [];
                sent.UnionWith(names);
                sent.UnionWith(headers.Select(header => operation.HeaderNamed(header.Key)?.Name).OfType<string>());
            }
        }

        return response;
    }
}
