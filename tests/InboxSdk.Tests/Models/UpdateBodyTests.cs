using System.Reflection;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Models;

/// <summary>In the request body, an unset field is absent, a cleared field is null, and any other has its value.</summary>
public sealed class UpdateBodyTests
{
    private static readonly Dictionary<Type, (string Path, Func<InboxClient, object, Task> SendAsync, string Response)> Updates = new()
    {
        [typeof(ProspectUpdate)] = ("/api/v1/prospects/p1/context", (inbox, update) => inbox.Prospects.UpdateAsync("p1", (ProspectUpdate)update), """{"prospect":{"id":"p1"}}"""),
        [typeof(ThreadUpdate)] = ("/api/v1/threads/t1", (inbox, update) => inbox.Threads.UpdateAsync("t1", (ThreadUpdate)update), """{"thread":{"id":"t1"}}"""),
        [typeof(TagUpdate)] = ("/api/v1/tags/tag1", (inbox, update) => inbox.Tags.UpdateAsync("tag1", (TagUpdate)update), """{"tag":{"id":"tag1"}}"""),
        [typeof(ContactUpdate)] = ("/api/v2/contacts/con1", (inbox, update) => inbox.V2.Contacts.UpdateAsync("con1", (ContactUpdate)update), """{"id":"con1"}"""),
        [typeof(ContactThreadUpdate)] = ("/api/v2/threads/thr1", (inbox, update) => inbox.V2.Threads.UpdateAsync("thr1", (ContactThreadUpdate)update), """{"id":"thr1"}"""),
        [typeof(ContactTagUpdate)] = ("/api/v2/tags/tag1", (inbox, update) => inbox.V2.Tags.UpdateAsync("tag1", (ContactTagUpdate)update), """{"id":"tag1"}"""),
        [typeof(ContactStatusUpdate)] = ("/api/v2/statuses/sta1", (inbox, update) => inbox.V2.Statuses.UpdateAsync("sta1", (ContactStatusUpdate)update), """{"id":"sta1"}"""),
    };

    // One field each: only that field may be in the body, because all others are unset.
    private static readonly (object Update, string Body)[] Bodies =
    [
        (new ProspectUpdate { Notes = "Demo" }, """{"notes":"Demo"}"""),
        (new ProspectUpdate { Notes = "" }, """{"notes":""}"""),
        (new ProspectUpdate { Notes = null }, """{"notes":null}"""),
        (new ProspectUpdate { Valuation = 75000.25m }, """{"valuation":75000.25}"""),
        (new ProspectUpdate { Valuation = 0 }, """{"valuation":0}"""),
        (new ProspectUpdate { Valuation = null }, """{"valuation":null}"""),
        (new ProspectUpdate { TagIds = ["tag_1", "tag_2"] }, """{"tagIds":["tag_1","tag_2"]}"""),
        (new ProspectUpdate { TagIds = [] }, """{"tagIds":[]}"""),
        (new ProspectUpdate { StatusId = "status_1" }, """{"statusId":"status_1"}"""),
        (new ProspectUpdate { StatusId = null }, """{"statusId":null}"""),
        (new ProspectUpdate { AssigneeId = "member_1" }, """{"assignedToMemberId":"member_1"}"""),
        (new ProspectUpdate { AssigneeId = null }, """{"assignedToMemberId":null}"""),
        (new ProspectUpdate { IsDone = true }, """{"done":true}"""),
        (new ProspectUpdate { IsDone = false }, """{"done":false}"""),
        (new ProspectUpdate { Notes = "No change of the tags", AddTagIds = [], RemoveTagIds = [] }, """{"notes":"No change of the tags"}"""),
        (new ThreadUpdate { IsDone = true }, """{"done":true}"""),
        (new ThreadUpdate { IsDone = false }, """{"done":false}"""),
        (new ThreadUpdate { AssigneeId = "member_1" }, """{"assignedToMemberId":"member_1"}"""),
        (new ThreadUpdate { AssigneeId = null }, """{"assignedToMemberId":null}"""),
        (new TagUpdate { Name = "VIP" }, """{"name":"VIP"}"""),
        (new TagUpdate { Color = "#EF4444" }, """{"color":"#EF4444"}"""),
        (new ContactUpdate { StatusIdOrName = "Qualified" }, """{"status":"Qualified"}"""),
        (new ContactUpdate { StatusIdOrName = null }, """{"status":null}"""),
        (new ContactUpdate { Notes = "Demo" }, """{"notes":"Demo"}"""),
        (new ContactUpdate { Notes = "" }, """{"notes":""}"""),
        (new ContactUpdate { Notes = null }, """{"notes":null}"""),
        (new ContactUpdate { Valuation = 75000.25m }, """{"valuation":75000.25}"""),
        (new ContactUpdate { Valuation = 0 }, """{"valuation":0}"""),
        (new ContactUpdate { Valuation = null }, """{"valuation":null}"""),
        (new ContactUpdate { AssigneeId = "mem1" }, """{"assigneeId":"mem1"}"""),
        (new ContactUpdate { AssigneeId = null }, """{"assigneeId":null}"""),
        (new ContactThreadUpdate { IsArchived = true }, """{"archived":true}"""),
        (new ContactThreadUpdate { IsArchived = false }, """{"archived":false}"""),
        (new ContactThreadUpdate { IsUnread = true }, """{"unread":true}"""),
        (new ContactThreadUpdate { IsUnread = false }, """{"unread":false}"""),
        (new ContactThreadUpdate { AssigneeId = "mem1" }, """{"assigneeId":"mem1"}"""),
        (new ContactThreadUpdate { AssigneeId = null }, """{"assigneeId":null}"""),
        (new ContactThreadUpdate { TypingIndicators = TypingIndicatorSetting.TeamDefault }, """{"typingIndicators":"teamDefault"}"""),
        (new ContactTagUpdate { Name = "VIP" }, """{"name":"VIP"}"""),
        (new ContactTagUpdate { Color = "#3b82f6" }, """{"color":"#3b82f6"}"""),
        (new ContactStatusUpdate { Name = "Won" }, """{"name":"Won"}"""),
        (new ContactStatusUpdate { Color = "red" }, """{"color":"red"}"""),
        (new ContactStatusUpdate { Color = null }, """{"color":null}"""),
    ];

    private static readonly object[] Refused =
    [
        new ProspectUpdate { StatusId = "" }, new ProspectUpdate { AssigneeId = "" }, new ProspectUpdate { TagIds = ["tag_1", ""] }, new ProspectUpdate { TagIds = [null!] },
        new ThreadUpdate { AssigneeId = "" },
        new TagUpdate { Name = "" }, new TagUpdate { Name = null! }, new TagUpdate { Color = " " }, new TagUpdate { Color = null! },
        new ContactUpdate { StatusIdOrName = "" }, new ContactUpdate { AssigneeId = "" },
        new ContactThreadUpdate { AssigneeId = "" }, new ContactThreadUpdate { TypingIndicators = default(TypingIndicatorSetting) },
        new ContactTagUpdate { Name = null! }, new ContactTagUpdate { Name = "" }, new ContactTagUpdate { Color = null! },
        new ContactStatusUpdate { Name = null! }, new ContactStatusUpdate { Name = " " }, new ContactStatusUpdate { Color = "" },
    ];

    public static TheoryData<Type, string> Sent()
    {
        var data = new TheoryData<Type, string>();
        foreach (var (update, body) in Bodies)
            data.Add(update.GetType(), body);
        return data;
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task UpdateAsync_OneField_SendsThatFieldAlone(Type update, string body)
    {
        var (exception, requests) = await SendAsync(Bodies.Single(each => each.Update.GetType() == update && each.Body == body).Update);

        exception.Should().BeNull();
        var request = requests.Should().ContainSingle().Subject;
        (request.Line, request.Body).Should().Be(($"PATCH {Updates[update].Path} HTTP/1.1", body));
        request.Headers.Should().Contain("Content-Type", "application/json; charset=utf-8");
    }

    [Fact]
    public void Bodies_EveryFieldOfEveryUpdate_IsThereUnsetNullAndSet()
    {
        Updates.Keys.Should().BeEquivalentTo(typeof(InboxClient).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Update", StringComparison.Ordinal)));
        foreach (var (update, field) in from update in Updates.Keys from field in update.GetProperties() select (update, field))
        {
            // Changes to the tags become TagIds before they are sent.
            if (field.Name is nameof(ProspectUpdate.AddTagIds) or nameof(ProspectUpdate.RemoveTagIds))
                continue;
            var name = $"{{\"{WireName.Of(field)}\":";
            var bodies = Bodies.Where(each => each.Update.GetType() == update && each.Body.StartsWith(name, StringComparison.Ordinal)).Select(each => each.Body).ToList();

            bodies.Should().Contain(body => body != name + "null}", $"{update.Name}.{field.Name} is set");
            // A nullable field can be cleared. The tests below cover the fields that cannot.
            bodies.Contains(name + "null}").Should().Be(IsClearable(field), $"{update.Name}.{field.Name} is cleared");
        }
    }

    [Fact]
    public async Task UpdateAsync_NothingSetOrClearedWhatCannotBe_IsRefusedBeforeARequest()
    {
        foreach (var (update, message) in Updates.Keys.Select(update => (Activator.CreateInstance(update)!, "*has no changes*")).Concat(Refused.Select(update => (update, "*"))))
        {
            var (exception, requests) = await SendAsync(update);

            exception.Should().BeOfType<ArgumentException>($"of {update}").Which.ParamName.Should().Be("update");
            exception!.Message.Should().Match(message);
            requests.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task CreateAsync_NewTag_SendsItsNameAndColor()
    {
        await using var server = new ScriptedServer(StubResponse.Json(201, """{"tag":{"id":"tag_1","name":"VIP","color":"#EF4444"}}"""));
        using var inbox = server.CreateClient();

        var tag = await inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" });

        tag.Should().Be(new Tag { Id = "tag_1", Name = "VIP", Color = "#EF4444" });
        server.Requests.Single().Should().BeEquivalentTo(new { Line = "POST /api/v1/tags HTTP/1.1", Body = """{"name":"VIP","color":"#EF4444"}""" });
    }

    private static async Task<(Exception? Exception, IReadOnlyList<SeenRequest> Requests)> SendAsync(object update)
    {
        var (path, sendAsync, response) = Updates[update.GetType()];
        await using var server = new ScriptedServer(StubResponse.Json(200, response));
        using var inbox = server.CreateClient(path.StartsWith("/api/v1/", StringComparison.Ordinal) ? InboxApiVersion.V1 : InboxApiVersion.V2);
        var exception = await Record.ExceptionAsync(() => sendAsync(inbox, update));
        return (exception, server.Requests);
    }

    private static bool IsClearable(PropertyInfo field) =>
        new NullabilityInfoContext().Create(field).GenericTypeArguments[0].ReadState == NullabilityState.Nullable;
}
