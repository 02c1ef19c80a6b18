using System.IO.Compression;
using System.Text;

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
        api.Sandbox.Requests.Should().ContainSingle().Which.StatusCode.Should().BeNull();
    }

    [Fact]
    public async Task Reset_OnAConnectionInUse_IsSeenByTheClientAsOneFailure()
    {
        await using var api = await TestApi.StartEmptyAsync();
        await api.GetAsync("tags");
        var rule = api.Sandbox.Faults.HitNext(SandboxFault.Reset());

        await api.Awaiting(each => each.GetAsync("tags")).Should().ThrowAsync<HttpRequestException>();

        rule.HitCount.Should().Be(1);
        (await api.GetAsync("tags")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Close_OfARequest_SendsNotAByteAndCloses(bool applied)
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Close(applied));

        using var connection = await RawConnection.SendAsync(api.Sandbox, "DELETE", "tags/tag_partner");

        (await connection.ReadToEndAsync()).Should().Be(new RawEnd("", WasReset: false));
        api.Sandbox.Requests.Should().ContainSingle().Which.StatusCode.Should().BeNull();
        (api.State.FindTag("tag_partner") is null).Should().Be(applied);
    }

    [Fact]
    public async Task Close_OnAConnectionInUse_ClosesIt()
    {
        await using var api = await TestApi.StartEmptyAsync();
        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags/colors");
        await connection.ReadBodyAsync((await api.GetAsync("tags/colors")).Text.Length);
        api.Sandbox.Faults.HitNext(SandboxFault.Close());

        await connection.SendNextAsync(api.Sandbox, "GET", "tags");

        (await connection.ReadToEndAsync()).Should().Be(new RawEnd("", WasReset: false));
    }

    [Fact]
    public async Task Close_ClientStaysOpen_EndsWithTheSandbox()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Close());
        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags");
        await connection.ReadToEndAsync();

        await api.Sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        api.Sandbox.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Unrequested_OnAKeptConnection_ComesBeforeTheApisOwn()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var own = (await api.GetAsync("tags/colors")).Text;
        const string Foreign = """{"tag":{"id":"tag_zoe","name":"Zoë"}}""";
        api.Sandbox.Faults.HitNext(SandboxFault.Unrequested(Foreign));

        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags/colors");

        (await connection.ReadBodyAsync(Encoding.UTF8.GetByteCount(Foreign))).Should().Be(Foreign);
        (await connection.ReadBodyAsync(own.Length)).Should().Be(own);
        await connection.SendNextAsync(api.Sandbox, "GET", "tags/colors");
        (await connection.ReadBodyAsync(own.Length)).Should().Be(own, "the connection is kept");
    }

    [Fact]
    public async Task Unrequested_ToAnHttpClient_IsTakenForItsOwn()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Unrequested("{}"));

        var response = await api.DeleteAsync("tags/tag_partner");

        (response.Status, response.Text).Should().Be((HttpStatusCode.OK, "{}"));
        api.State.FindTag("tag_partner").Should().BeNull("the request took effect");
        var request = api.Sandbox.Requests.Should().ContainSingle().Which;
        (request.StatusCode, request.Fault).Should().Be((204, "Unrequested, applied"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TruncatedGzip_OfAResponse_IsWholeButForItsContent(bool applied)
    {
        await using var api = await TestApi.StartEmptyAsync();
        var whole = (await api.GetAsync("tags")).Text;
        api.Sandbox.Faults.HitNext(SandboxFault.TruncatedGzip(applied));

        using var response = await api.Http.GetAsync("tags");
        var bytes = await response.Content.ReadAsByteArrayAsync();

        (response.StatusCode, response.Content.Headers.ContentLength).Should().Be((HttpStatusCode.OK, bytes.Length));
        response.Content.Headers.ContentEncoding.Should().Equal("gzip");
        bytes.Should().StartWith(new byte[] { 0x1F, 0x8B });
        if (applied)
            bytes.Should().Equal(Compressed(whole)[..(Compressed(whole).Length / 2)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ResetInBody_OfAResponse_SendsHalfOfItAndThenResets(bool applied)
    {
        var (whole, end) = await CutAsync(SandboxFault.ResetInBody(applied));

        end.WasReset.Should().BeTrue();
        ShouldBeHalf(end, whole, applied);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TruncatedBody_OfAResponse_SendsHalfOfItAndThenCloses(bool applied)
    {
        var (whole, end) = await CutAsync(SandboxFault.TruncatedBody(applied));

        end.WasReset.Should().BeFalse();
        ShouldBeHalf(end, whole, applied);
    }

    [Fact]
    public async Task TruncatedBody_OfAResponse_FailsTheHttpClient()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.TruncatedBody());

        (await api.Awaiting(each => each.GetAsync("tags")).Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError
            .Should().Be(HttpRequestError.ResponseEnded);
        api.Sandbox.Requests.Should().ContainSingle().Which.StatusCode.Should().Be(200);
    }

    [Fact]
    public async Task TruncatedBody_OfAResponseWithoutOne_CutsAMadeUpBody()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.TruncatedBody());

        using var connection = await RawConnection.SendAsync(api.Sandbox, "DELETE", "tags/tag_partner");

        var end = await connection.ReadToEndAsync();
        end.Text.Should().StartWith("HTTP/1.1 200 OK");
        end.Body.Should().StartWith("{").And.NotEndWith("}");
        api.State.FindTag("tag_partner").Should().BeNull("the request took effect");
    }

    private static byte[] Compressed(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
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
