using System.Globalization;
using InboxSdk.Contract;
using Xunit.Abstractions;

namespace InboxSdk.Sandbox.Tests.V2;

/// <summary>Holds every response that the vendor describes, of every operation, against the description.</summary>
public sealed class ContractTests(ITestOutputHelper output)
{
    private const string Contact = "contacts/prospectabc123";
    private const string Thread = "threads/threadabc123";
    private const string Sent = "messages/{sent}";
    private const string Received = "messages/msg000003threadabc123";
    private const string Send = """{"target":{"type":"thread","threadId":"threadabc123"},"content":"Hi"}""";

    private static readonly Dictionary<string, (string Path, string? Body)> Happy = new()
    {
        ["platforms.list"] = ("platforms", null),
        ["team.get"] = ("team", null),
        ["team.listMembers"] = ("members?limit=2", null),
        ["team.getMember"] = ("members/memberowner", null),
        ["accountLinks.list"] = ("account-links?platform=twitter&platform=linkedin&status=active", null),
        ["accountLinks.get"] = ("account-links/accinstagram1", null),
        ["contacts.list"] = ("contacts?platform=twitter&platformId=1234567890&expand=status&expand=tags&expand=assignee", null),
        ["contacts.get"] = (Contact + "?expand=status&expand=tags&expand=assignee", null),
        ["contacts.update"] = (Contact, """{"status":"qualified","notes":"Demo","valuation":12000.5,"assigneeId":"memberowner"}"""),
        ["contacts.addTag"] = (Contact + "/tags/Hot%20Lead", null),
        ["contacts.removeTag"] = (Contact + "/tags/taghotlead", null),
        ["threads.list"] = ("threads?folder=all&expand=profile&expand=contact&expand=accountLink&expand=assignee&limit=100", null),
        ["threads.get"] = (Thread + "?expand=profile&expand=contact&expand=accountLink&expand=assignee", null),
        ["threads.update"] = (Thread, """{"archived":true,"unread":true,"assigneeId":"memberadmin","typingIndicators":"enabled"}"""),
        ["threads.delete"] = (Thread, null),
        ["threads.typing"] = (Thread + "/typing", null),
        ["messages.list"] = (Thread + "/messages?expand=sentBy&expand=reactions.author&expand=thread&expand=replyTo.message", null),
        ["messages.get"] = ("messages/msg000006threadabc123?expand=sentBy&expand=replyTo.message&expand=accountLink&expand=reactions.author", null),
        ["messages.edit"] = (Sent, """{"content":"Hello"}"""),
        ["messages.unsend"] = (Sent + "?scope=all", null),
        ["messages.send"] = ("messages", Send),
        ["messages.history"] = ("messages/msg000005threadabc123/history", null),
        ["messages.react"] = (Received + "/reactions", """{"emoji":"👍"}"""),
        ["messages.unreact"] = (Received + "/reactions?emoji=%F0%9F%91%8D", null),
        ["messages.attachment"] = (Received + "/attachments/0", null),
        ["tags.list"] = ("tags", null),
        ["tags.create"] = ("tags", """{"name":"VIP","color":"Blue"}"""),
        ["tags.get"] = ("tags/enterprise", null),
        ["tags.update"] = ("tags/tagenterprise", """{"name":"Large","color":"#3b82f6"}"""),
        ["tags.delete"] = ("tags/tagenterprise", null),
        ["statuses.list"] = ("statuses", null),
        ["statuses.create"] = ("statuses", """{"name":"Won","color":null}"""),
        ["statuses.get"] = ("statuses/Demo%20scheduled", null),
        ["statuses.update"] = ("statuses/statusnew", """{"name":"Fresh","color":"red"}"""),
        ["statuses.delete"] = ("statuses/statusnew", null),
        ["colors.list"] = ("colors", null),
        ["events.list"] = ("events?type=message.sent&limit=10", null),
    };

    /// <summary>The second success that some operations have.</summary>
    private static readonly Dictionary<(string Operation, int Status), string> Others = new()
    {
        [("messages.attachment", 202)] = Received + "/attachments/1",
    };

    [Fact]
    public async Task EveryDescribedResponse_OfEveryOperation_FitsItsDescription()
    {
        var contract = ApiContract.Current;
        contract.Operations.Select(operation => operation.Id).Should().BeEquivalentTo(Happy.Keys);
        foreach (var operation in contract.Operations)
            foreach (var (status, response) in operation.Responses)
                foreach (var code in response.Codes.DefaultIfEmpty())
                    await CheckAsync(contract, operation, status, code);

        await using var table = new StringWriter(CultureInfo.InvariantCulture);
        contract.Coverage.WriteTable(contract, table);
        output.WriteLine(table.ToString());
        contract.Coverage.Gaps(contract).Should().BeEmpty();
    }

    private static async Task CheckAsync(ApiContract contract, ApiOperation operation, int status, string? code)
    {
        await using var api = await V2Api.StartAsync();
        var (path, body) = Happy[operation.Id];
        if (path.Contains("{sent}", StringComparison.Ordinal))
            path = path.Replace("{sent}", await api.SendMessageAsync(), StringComparison.Ordinal);
        path = Others.GetValueOrDefault((operation.Id, status), path);
        var key = operation.Id == "messages.send" ? "a key" : null;
        if (operation.Id == "messages.send" && status == 200)
            await api.PostAsync(path, body, key);
        contract.CheckRequest(operation.Method, path, body).Should().BeEmpty();
        if (code is not null)
            api.Sandbox.Faults.HitNext(SandboxFault.Error(code), when: request => request.Operation == operation.Id);

        var response = await api.SendAsync(operation.Method, path, body, key);

        ((int)response.Status).Should().Be(status, $"{operation.Id} returned {response.Text}");
        if (code is not null)
            response.ShouldBeV2Error(status, code);
    }

    [Fact]
    public void CheckRequest_WrongRequest_ReportsTheDifference()
    {
        var contract = ApiContract.Current;

        contract.CheckRequest("GET", "nothing", null).Should().ContainSingle();
        contract.CheckRequest("GET", "threads?limit=0", null).Should().ContainSingle();
        contract.CheckRequest("GET", "threads?tag[0]=vip", null).Should().ContainSingle(issue => issue.Contains("tag[0]"));
        contract.CheckRequest("GET", "contacts?platformId=1", null).Should().ContainSingle(issue => issue.Contains("'platform'"));
        contract.CheckRequest("GET", "contacts/prospect_abc123", null).Should().ContainSingle();
        contract.CheckRequest("PATCH", Contact, """{"status":1}""").Should().NotBeEmpty();
        contract.CheckRequest("PATCH", Contact, """{"tags":[]}""").Should().NotBeEmpty();
        contract.CheckRequest("PATCH", Contact, "{").Should().NotBeEmpty();
        contract.CheckRequest("POST", Thread + "/typing", "{}").Should().ContainSingle();
        contract.CheckRequest("POST", "messages", Send.Replace("threadId", "thread")).Should().NotBeEmpty();
    }

    [Fact]
    public void CheckResponse_WrongResponse_ReportsTheDifference()
    {
        var contract = ApiContract.Current;

        contract.CheckResponse("GET", "tags", 418, "{}").Should().ContainSingle();
        contract.CheckResponse("GET", "tags", 200, """{"data":[{"id":"a","name":"b"}],"nextCursor":null}""").Should().NotBeEmpty("a color is missing");
        contract.CheckResponse("GET", "tags", 200, """{"data":[]}""").Should().NotBeEmpty("nextCursor is missing");
        contract.CheckResponse("GET", "tags", 401, """{"code":"unauthorized","message":"","details":{},"requestId":""}""").Should().NotBeEmpty("details are null");
        contract.CheckResponse("DELETE", "tags/a", 204, "{}").Should().ContainSingle();
        contract.CheckResponse("GET", "events", 200, """{"data":[{"type":"tag.created"}],"lastSeq":1,"hasMore":false}""").Should().NotBeEmpty();
    }
}
