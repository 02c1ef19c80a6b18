using System.Reflection;
using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>In the request body, an unset field of a change is absent, a cleared field is null, and any other has its value.</summary>
public sealed class V2UpdateBodyTests
{
    private static readonly (string Path, Func<IInboxV2Client, object, Task> SendAsync, Type Update, string Response)[] Updates =
    [
        ("contacts/conx7k2m9qwe4rt8yuz1p5sd", (inbox, update) => inbox.Contacts.UpdateAsync("conx7k2m9qwe4rt8yuz1p5sd", (ContactUpdate)update), typeof(ContactUpdate), Examples.Contact),
        ("threads/thrx7k2m9qwe4rt8yuz1p5sd", (inbox, update) => inbox.Threads.UpdateAsync("thrx7k2m9qwe4rt8yuz1p5sd", (ContactThreadUpdate)update), typeof(ContactThreadUpdate), Examples.Thread),
        ("tags/tagx7k2m9qwe4rt8yuz1p5sd", (inbox, update) => inbox.Tags.UpdateAsync("tagx7k2m9qwe4rt8yuz1p5sd", (ContactTagUpdate)update), typeof(ContactTagUpdate), Examples.Tag),
        ("statuses/stax7k2m9qwe4rt8yuz1p5sd", (inbox, update) => inbox.Statuses.UpdateAsync("stax7k2m9qwe4rt8yuz1p5sd", (ContactStatusUpdate)update), typeof(ContactStatusUpdate), Examples.Status),
    ];

    // One field each: only that field may be in the body, because all others are unset.
    private static readonly Dictionary<string, (object Update, string Body)> Bodies = new()
    {
        ["ContactUpdate.StatusIdOrName = value"] = (new ContactUpdate { StatusIdOrName = "Qualified" }, """{"status":"Qualified"}"""),
        ["ContactUpdate.StatusIdOrName = null"] = (new ContactUpdate { StatusIdOrName = null }, """{"status":null}"""),
        ["ContactUpdate.Notes = value"] = (new ContactUpdate { Notes = "Demo" }, """{"notes":"Demo"}"""),
        ["ContactUpdate.Notes = empty"] = (new ContactUpdate { Notes = "" }, """{"notes":""}"""),
        ["ContactUpdate.Notes = null"] = (new ContactUpdate { Notes = null }, """{"notes":null}"""),
        ["ContactUpdate.Valuation = value"] = (new ContactUpdate { Valuation = 75000.25m }, """{"valuation":75000.25}"""),
        ["ContactUpdate.Valuation = zero"] = (new ContactUpdate { Valuation = 0 }, """{"valuation":0}"""),
        ["ContactUpdate.Valuation = null"] = (new ContactUpdate { Valuation = null }, """{"valuation":null}"""),
        ["ContactUpdate.AssigneeId = value"] = (new ContactUpdate { AssigneeId = "mem1" }, """{"assigneeId":"mem1"}"""),
        ["ContactUpdate.AssigneeId = null"] = (new ContactUpdate { AssigneeId = null }, """{"assigneeId":null}"""),
        ["ContactThreadUpdate.IsArchived = true"] = (new ContactThreadUpdate { IsArchived = true }, """{"archived":true}"""),
        ["ContactThreadUpdate.IsArchived = false"] = (new ContactThreadUpdate { IsArchived = false }, """{"archived":false}"""),
        ["ContactThreadUpdate.IsUnread = true"] = (new ContactThreadUpdate { IsUnread = true }, """{"unread":true}"""),
        ["ContactThreadUpdate.IsUnread = false"] = (new ContactThreadUpdate { IsUnread = false }, """{"unread":false}"""),
        ["ContactThreadUpdate.AssigneeId = value"] = (new ContactThreadUpdate { AssigneeId = "mem1" }, """{"assigneeId":"mem1"}"""),
        ["ContactThreadUpdate.AssigneeId = null"] = (new ContactThreadUpdate { AssigneeId = null }, """{"assigneeId":null}"""),
        ["ContactThreadUpdate.TypingIndicators = value"] =
            (new ContactThreadUpdate { TypingIndicators = TypingIndicatorSetting.TeamDefault }, """{"typingIndicators":"teamDefault"}"""),
        ["ContactTagUpdate.Name = value"] = (new ContactTagUpdate { Name = "VIP" }, """{"name":"VIP"}"""),
        ["ContactTagUpdate.Color = value"] = (new ContactTagUpdate { Color = "#3b82f6" }, """{"color":"#3b82f6"}"""),
        ["ContactStatusUpdate.Name = value"] = (new ContactStatusUpdate { Name = "Won" }, """{"name":"Won"}"""),
        ["ContactStatusUpdate.Color = value"] = (new ContactStatusUpdate { Color = "red" }, """{"color":"red"}"""),
        ["ContactStatusUpdate.Color = null"] = (new ContactStatusUpdate { Color = null }, """{"color":null}"""),
    };

    public static TheoryData<string> Names() => new(Bodies.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task UpdateAsync_OneField_SendsThatFieldAlone(string name)
    {
        var (update, body) = Bodies[name];
        var (path, sendAsync, _, response) = Updates.Single(each => each.Update == update.GetType());
        await using var server = V2Server.Of(response);

        await sendAsync(server.Inbox, update);

        server.ShouldBe($"PATCH /{path}", body: body);
    }

    [Fact]
    public void Bodies_EveryFieldOfEveryUpdate_IsThereUnsetNullAndSet()
    {
        foreach (var (_, _, update, _) in Updates)
            foreach (var field in update.GetProperties())
            {
                var fields = Bodies.Keys.Where(name => name.StartsWith($"{update.Name}.{field.Name} ", StringComparison.Ordinal)).ToList();
                fields.Should().Contain(name => !name.EndsWith("null", StringComparison.Ordinal), $"{update.Name}.{field.Name} is set");
                // A nullable field can be cleared. The tests below cover the fields that cannot.
                fields.Should().Match(names => names.Any(name => name.EndsWith("= null", StringComparison.Ordinal)) == IsClearable(field), $"{update.Name}.{field.Name} is cleared");
            }
    }

    [Fact]
    public async Task UpdateAsync_NothingSetOrClearedWhatCannotBe_IsRefusedBeforeARequest()
    {
        await using var server = V2Server.Of();
        object[] refused =
        [
            new ContactUpdate(), new ContactUpdate { StatusIdOrName = "" }, new ContactUpdate { AssigneeId = "" }, new ContactThreadUpdate(),
            new ContactThreadUpdate { AssigneeId = "" }, new ContactThreadUpdate { TypingIndicators = default(TypingIndicatorSetting) }, new ContactTagUpdate(),
            new ContactTagUpdate { Name = null! }, new ContactTagUpdate { Name = "" }, new ContactTagUpdate { Color = null! }, new ContactStatusUpdate(),
            new ContactStatusUpdate { Name = null! }, new ContactStatusUpdate { Name = " " }, new ContactStatusUpdate { Color = "" },
        ];

        foreach (var update in refused)
        {
            var (_, sendAsync, _, _) = Updates.Single(each => each.Update == update.GetType());
            await FluentActions.Awaiting(() => sendAsync(server.Inbox, update)).Should().ThrowAsync<ArgumentException>($"of {update}").WithParameterName("update");
        }

        server.Requests.Should().BeEmpty();
    }

    private static bool IsClearable(PropertyInfo field) =>
        new NullabilityInfoContext().Create(field).GenericTypeArguments[0].ReadState == NullabilityState.Nullable;
}
