using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

public sealed class ThreadRoutesTests
{
    private const string GuideThread = "threads/lookup?prospectPlatformId=1234567890&accountLinkId=acc_abc123";

    [Fact]
    public async Task Lookup_ProspectAndAccount_ReturnsTheirThread()
    {
        await using var api = await TestApi.StartAsync();

        var found = (await api.GetAsync(GuideThread)).Json.GetProperty("thread");

        found.GetProperty("id").GetString().Should().Be("thread_abc123");
        found.GetProperty("prospect").GetProperty("platformUsername").GetString().Should().Be("johndoe");
    }

    [Theory]
    [InlineData("acc_abc123")]
    [InlineData("acc_def456")]
    [InlineData("acc_third")]
    public async Task Lookup_OneOfThreeThreadsRemoved_StillFindsTheOthers(string removed)
    {
        await using var api = await TestApi.StartEmptyAsync();
        string[] accounts = ["acc_abc123", "acc_def456", "acc_third"];
        api.State.AddAccountLink(new() { Id = "acc_third", PlatformId = "3", Username = "third" });
        api.State.AddProspect(new() { Id = "p", PlatformId = "1", Username = "p" });
        foreach (var account in accounts)
            api.State.AddThread(new() { Id = $"with_{account}", ProspectId = "p", AccountLinkId = account, LastMessageAt = DateTimeOffset.UnixEpoch });

        api.State.RemoveThread($"with_{removed}");

        foreach (var account in accounts)
        {
            var thread = (await api.GetAsync($"threads/lookup?prospectPlatformId=1&accountLinkId={account}")).Json.GetProperty("thread");
            if (account == removed)
                thread.GetRawText().Should().Be("null");
            else
                thread.GetProperty("id").GetString().Should().Be($"with_{account}");
        }
    }

    [Theory]
    [InlineData("threads/lookup?prospectPlatformId=1234567890&accountLinkId=acc_def456")]
    [InlineData("threads/lookup?prospectPlatformId=42&accountLinkId=acc_abc123")]
    [InlineData("threads/lookup?prospectPlatformId=1234567890&accountLinkId=acc_nope")]
    public async Task Lookup_NoSuchThread_ReturnsNull(string path)
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.GetAsync(path);

        response.Status.Should().Be(HttpStatusCode.OK);
        response.Text.Should().Be("""{"thread":null}""");
    }

    [Theory]
    [InlineData("threads/lookup?prospectPlatformId=1", "accountLinkId")]
    [InlineData("threads/lookup?accountLinkId=1", "prospectPlatformId")]
    public async Task Lookup_ParameterMissing_IsABadRequest(string path, string names)
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.GetAsync(path)).ShouldBeError(400, "BAD_REQUEST").Should().Contain(names);
    }

    [Fact]
    public async Task Get_OwnPlatformId_ReturnsIt()
    {
        await using var api = await TestApi.StartAsync();
        api.State.Update(api.State.FindThread("thread_abc123")! with { PlatformId = "dm-77" });

        var thread = (await api.GetAsync("threads/thread_abc123")).Json.GetProperty("thread");

        thread.GetProperty("platformId").GetString().Should().Be("dm-77");
        thread.GetProperty("lastMessageAt").GetString().Should().Be("2025-12-31T12:00:00.000Z");
    }

    [Fact]
    public async Task GetAndUpdate_UnknownId_AreNotFound()
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.GetAsync("threads/nope")).ShouldBeError(404, "THREAD_NOT_FOUND");
        (await api.PatchAsync("threads/nope", "{}")).ShouldBeError(404, "THREAD_NOT_FOUND");
    }

    [Fact]
    public async Task Update_DoneAndAssignee_ChangesThemAndTheTimeOfTheUpdate()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { TimeProvider = clock });

        var response = await api.PatchAsync("threads/thread_abc123", """{"done":true,"assignedToMemberId":"member_support","x":1}""");

        var thread = response.Json.GetProperty("thread");
        thread.GetProperty("done").GetBoolean().Should().BeTrue();
        thread.GetProperty("assignedToMemberId").GetString().Should().Be("member_support");
        thread.GetProperty("updatedAt").GetString().Should().Be("2026-03-04T05:06:07.000Z");
        thread.GetProperty("lastMessageAt").GetString().Should().Be("2025-12-31T12:00:00.000Z");
        thread.GetProperty("prospect").GetProperty("done").GetBoolean().Should().BeFalse("a prospect has a mark of its own");
        (await api.ThreadIdsAsync("inboxView=archived&limit=100")).Should().Contain("thread_abc123");
    }

    [Fact]
    public async Task Update_AssigneeNull_Clears()
    {
        await using var api = await TestApi.StartAsync();
        await api.PatchAsync("threads/thread_abc123", """{"assignedToMemberId":"member_support"}""");

        var response = await api.PatchAsync("threads/thread_abc123", """{"assignedToMemberId":null}""");

        response.Json.GetProperty("thread").GetProperty("assignedToMemberId").GetRawText().Should().Be("null");
    }

    [Theory]
    [InlineData("""{"done":true,"assignedToMemberId":"member_nope"}""", "'assignedToMemberId'")]
    [InlineData("""{"assignedToMemberId":"member_owner","done":1}""", "'done'")]
    public async Task Update_AFieldIsInvalid_ChangesNothing(string body, string names)
    {
        await using var api = await TestApi.StartAsync();
        var before = api.State.FindThread("thread_abc123");

        (await api.PatchAsync("threads/thread_abc123", body)).ShouldBeError(422, "VALIDATION_FAILED").Should().Contain(names);

        api.State.FindThread("thread_abc123").Should().BeSameAs(before);
    }
}
