using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FluentAssertions.Execution;
using InboxSdk.Contract;
using InboxSdk.Conventions.Repository;
using InboxSdk.Tests.Errors;
using InboxSdk.Tests.Models;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using Refit;
using Xunit.Abstractions;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.V2;

/// <summary>The client reads every response that the vendor describes: each success with the values of its example, each error by its code.</summary>
public sealed class V2DocumentedResponseTests(ITestOutputHelper output)
{
    // In addition to GET, PUT and DELETE: a send has an idempotency key, and these PATCH requests set absolute values.
    private static readonly HashSet<string> AlsoRepeatable = ["messages.send", "contacts.update", "threads.update", "tags.update", "statuses.update"];

    private static readonly Dictionary<string, Type> Exceptions = V2ErrorTests.Codes.ToDictionary(row => (string)row[1], row => (Type)row[2]);

    [Fact]
    public async Task EveryDescribedResponse_OfEveryOperation_ReachesTheCaller()
    {
        var contract = ApiContract.Current;
        var coverage = new ApiCoverage();
        OperationCalls.V2.Select(call => call.Name).Should().BeEquivalentTo(contract.Operations.Select(operation => operation.Id));
        Exceptions.Keys.Should().BeEquivalentTo(contract.ErrorCodes).And.HaveCount(33);

        // The table is written even if an assertion fails.
        using var scope = new AssertionScope();
        foreach (var operation in contract.Operations)
            foreach (var (status, response) in operation.Responses)
                await CheckAsync(operation, status, response, coverage);

        await using var table = new StringWriter(CultureInfo.InvariantCulture);
        coverage.WriteTable(contract, table);
        output.WriteLine(table.ToString());
        Write(table.ToString());
        coverage.Gaps(contract).Should().BeEmpty("all that is described is checked");
    }

    [Fact]
    public void EveryModel_HasTheFieldsOfTheDescription()
    {
        var bodies = Bodies();
        var differences = new List<string>();
        foreach (var operation in ApiContract.Current.Operations)
        {
            foreach (var (status, response) in operation.Responses.Where(response => response.Key < 400 && response.Value.Schema is not null))
                differences.AddRange(ModelShape.Differences(response.Schema!, CallOf(operation).Response!, $"{operation.Id} {status}"));
            if (operation.Body is not null)
                differences.AddRange(ModelShape.Differences(operation.Body, bodies[$"{operation.Method} {operation.Path}"], $"{operation.Id} body"));
        }

        string.Join('\n', differences).Should().BeEmpty();
    }

    /// <summary>Returns the type of each request body, by the method and the path.</summary>
    private static Dictionary<string, Type> Bodies() => new(
        from operation in DeclaredOperations.V2
        from parameter in operation.Method.GetParameters()
        where parameter.GetCustomAttribute<BodyAttribute>() is not null
        select KeyValuePair.Create($"{operation.Method.GetCustomAttribute<HttpMethodAttribute>()!.Method} {operation.Route}", parameter.ParameterType));

    private static async Task CheckAsync(ApiOperation operation, int status, ApiResponse response, ApiCoverage coverage)
    {
        if (status >= 400)
        {
            foreach (var example in response.Examples)
                if (await ThrowsItsErrorAsync(operation, status, example))
                    coverage.Add(operation.Id, status, example.Name);
            return;
        }

        var areRead = true;
        foreach (var example in response.Examples.DefaultIfEmpty())
            areRead &= await IsReadAsync(operation, status, example);
        if (areRead)
            coverage.Add(operation.Id, status, null);
    }

    private static async Task<bool> IsReadAsync(ApiOperation operation, int status, ApiExample? example)
    {
        var body = example is null ? null : CallOf(operation).AsAsked(example.Json);
        await using var server = new V2Server([body is null ? StubResponse.Raw(status, []) : StubResponse.Json(status, body)]);

        var read = await CallOf(operation).InvokeAsync(server.Client);

        using var scope = new AssertionScope($"{operation.Id} {status} {example?.Name}");
        server.Requests.Should().ContainSingle();
        if (body is not null)
            ReadValues.Differences(CallOf(operation), body, read).Should().BeEmpty();

        return !scope.HasFailures();
    }

    private static async Task<bool> ThrowsItsErrorAsync(ApiOperation operation, int status, ApiExample example)
    {
        var response = StubResponse.Json(status, example.Json);
        var clock = new TestClock { Timeouts = { TimeSpan.FromSeconds(45) } };
        await using var server = new V2Server([response, response], options =>
        {
            (options.TimeProvider, options.AttemptTimeout) = (clock, TimeSpan.FromSeconds(45));
            (options.Retry.MaxRetries, options.RateLimit.IsEnabled) = (1, false);
        });
        clock.Timeouts.Remove(TimeSpan.FromSeconds(30));

        var call = Record.ExceptionAsync(() => CallOf(operation).InvokeAsync(server.Client));
        await clock.PassWaitsAsync(call);
        var exception = await call;

        using var scope = new AssertionScope($"{operation.Id} {status} {example.Name}");
        using var json = JsonDocument.Parse(example.Json);
        exception.Should().BeOfType(Exceptions[example.Name]);
        if (exception is InboxApiException error)
        {
            ((int?)error.StatusCode).Should().Be(status);
            error.Code.Should().Be(example.Name).And.Be(json.RootElement.GetProperty("code").GetString());
            error.RequestId.Should().Be(json.RootElement.GetProperty("requestId").GetString());
            error.Details.ToString().Should().Be(json.RootElement.GetProperty("details") is { ValueKind: JsonValueKind.Object } details ? details.GetRawText() : "");
            error.AttemptCount.Should().Be(Attempts(operation, status, example.Name)).And.Be(server.Requests.Count);
        }

        return !scope.HasFailures();
    }

    private static OperationCall CallOf(ApiOperation operation) => OperationCalls.All[$"V2 {operation.Id}"];

    /// <summary>Returns the number of attempts that the vendor's rules allow with one retry.</summary>
    private static int Attempts(ApiOperation operation, int status, string code)
    {
        var isRepeatable = operation.Method is "GET" or "PUT" or "DELETE" || AlsoRepeatable.Contains(operation.Id);
        return (status, code) switch
        {
            (_, "sendUnconfirmed") => 1,
            (429, _) => 2,
            ( >= 500, _) or (_, "sendInProgress") when isRepeatable => 2,
            _ => 1,
        };
    }

    private static void Write(string table)
    {
        var path = RepositoryFiles.Absolute("artifacts/contract/v2-operations.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // The tests of the other target may write it at the same time.
        var whole = Path.Combine(Path.GetDirectoryName(path)!, Path.GetRandomFileName());
        File.WriteAllText(whole, $"# Checks of the responses of v2\n\n{table}");
        File.Move(whole, path, overwrite: true);
    }
}
