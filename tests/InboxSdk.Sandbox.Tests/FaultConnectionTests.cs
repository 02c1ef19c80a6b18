namespace InboxSdk.Sandbox.Tests;

public sealed class FaultConnectionTests
{
    [Fact]
    public async Task Reset_OfARequest_SendsNotAByte()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Reset());

        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags");

        (await connection.ReadToEndAsync()).Should().Be(new RawEnd("", WasReset: true));
        api.Sandbox.Requests.Should().ContainSingle().Which.Status.Should().BeNull();
    }

    [Fact]
    public async Task Reset_OnAConnectionInUse_IsSeenByTheClientAsOneFailure()
    {
        await using var api = await TestApi.StartEmptyAsync();
        await api.GetAsync("tags");
        var rule = api.Sandbox.Faults.HitNext(SandboxFault.Reset());

        await api.Awaiting(each => each.GetAsync("tags")).Should().ThrowAsync<HttpRequestException>();

        rule.Hits.Should().Be(1);
        (await api.GetAsync("tags")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ResetInBody_OfAnAnswer_SendsHalfOfItAndThenResets(bool applied)
    {
        var (whole, end) = await CutAsync(SandboxFault.ResetInBody(applied));

        end.WasReset.Should().BeTrue();
        ShouldBeHalf(end, whole, applied);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TruncatedBody_OfAnAnswer_SendsHalfOfItAndThenCloses(bool applied)
    {
        var (whole, end) = await CutAsync(SandboxFault.TruncatedBody(applied));

        end.WasReset.Should().BeFalse();
        ShouldBeHalf(end, whole, applied);
    }

    [Fact]
    public async Task TruncatedBody_OfAnAnswer_FailsTheHttpClient()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.TruncatedBody());

        (await api.Awaiting(each => each.GetAsync("tags")).Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError
            .Should().Be(HttpRequestError.ResponseEnded);
        api.Sandbox.Requests.Should().ContainSingle().Which.Status.Should().Be(200);
    }

    [Fact]
    public async Task TruncatedBody_OfAnAnswerWithoutOne_CutsAMadeUpBody()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.TruncatedBody());

        using var connection = await RawConnection.SendAsync(api.Sandbox, "DELETE", "tags/tag_partner");

        var end = await connection.ReadToEndAsync();
        end.Text.Should().StartWith("HTTP/1.1 200 OK");
        end.Body.Should().StartWith("{").And.NotEndWith("}");
        api.State.FindTag("tag_partner").Should().BeNull("the request took effect");
    }

    private static async Task<(string Whole, RawEnd End)> CutAsync(SandboxFault fault)
    {
        await using var api = await TestApi.StartEmptyAsync();
        var whole = (await api.GetAsync("tags")).Text;
        api.Sandbox.Faults.HitNext(fault);
        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags");
        return (whole, await connection.ReadToEndAsync());
    }

    private static void ShouldBeHalf(RawEnd end, string whole, bool applied)
    {
        if (applied)
        {
            end.Text.Should().StartWith("HTTP/1.1 200 OK").And.Contain($"Content-Length: {whole.Length}\r\n");
            end.Body.Should().Be(whole[..(whole.Length / 2)]);
        }
        else
        {
            end.Text.Should().StartWith("HTTP/1.1 200 OK");
            end.Body.Should().StartWith("{").And.NotEndWith("}");
        }
    }
}
