using System.Globalization;
using InboxSdk.Contract;
using InboxSdk.Pipeline;

namespace InboxSdk.Tests.V2;

/// <summary>Represents the innermost handler, which compares every request and its response with the vendor's description.</summary>
internal sealed class ContractRecorder(ApiContract contract) : DelegatingHandler(InboxTransport.Create())
{
    private const string BasePath = "/api/v2/";

    private readonly List<string> _issues = [];
    private readonly Dictionary<string, HashSet<string>> _sent = [];

    /// <summary>Gets the issues of the requests and the responses.</summary>
    public IReadOnlyList<string> Issues => _issues;

    /// <summary>Returns the parameters of an operation that were sent; null if the operation was never called.</summary>
    public IReadOnlyCollection<string>? SentTo(string operation) => _sent.GetValueOrDefault(operation);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.RequestUri!.PathAndQuery;
        target.Should().StartWith(BasePath);
        target = target[BasePath.Length..];
        var headers = request.Headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value))).ToList();
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        // This also buffers the content for the next reader.
        var responseBody = await response.Content.ReadAsStringAsync(cancellationToken);

        lock (_issues)
        {
            _issues.AddRange(contract.CheckRequest(request.Method.Method, target, body, headers));
            _issues.AddRange(contract.CheckResponse(request.Method.Method, target, (int)response.StatusCode, responseBody)
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
