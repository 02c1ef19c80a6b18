namespace InboxSdk.Sandbox.Tests;

/// <summary>Tests faults that wait: they end when the client or the sandbox does.</summary>
public sealed class FaultWaitTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StallInBody_OfAResponse_SendsHalfOfItAndHangs(bool applied)
    {
        await using var api = await TestApi.StartEmptyAsync();
        var whole = (await api.GetAsync("tags")).Text;
        api.Sandbox.Faults.HitNext(SandboxFault.StallInBody(applied));
        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags");

        var body = await connection.ReadBodyAsync(applied ? whole.Length / 2 : 20);
        if (applied)
            body.Should().Be(whole[..(whole.Length / 2)]);

        await api.Sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        (await connection.ReadToEndAsync()).Text.Length.Should().BeLessThan(40, "nothing more than the rest of that half comes when the sandbox stops");
    }

    [Fact]
    public async Task Stall_ClientGoes_IsOver()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var rule = api.Sandbox.Faults.HitNext(SandboxFault.Stall());
        using var patience = new CancellationTokenSource();

        var response = api.Http.GetAsync("tags", patience.Token);
        await Eventually.BeTrueAsync(() => api.Sandbox.Requests.Count == 1);
        api.Sandbox.Requests.Single().Should().Match<SandboxRequest>(request => request.StatusCode == null && request.Fault == "Stall");
        await patience.CancelAsync();

        await response.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        rule.HitCount.Should().Be(1);
        (await api.GetAsync("tags")).Status.Should().Be(HttpStatusCode.OK);
        api.Sandbox.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Stall_SandboxStops_IsOver()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Stall());
        var response = api.GetAsync("tags");
        await Eventually.BeTrueAsync(() => api.Sandbox.Requests.Count == 1);

        await api.Sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        await response.Awaiting(task => task).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task Drip_OfAResponse_SendsAllOfItPieceByPiece()
    {
        var clock = new WaitingClock();
        await using var api = await TestApi.StartAsync(new() { ProspectCount = 0, TimeProvider = clock });
        var whole = (await api.GetAsync("tags")).Text;
        var piece = (whole.Length + 2) / 3;
        api.Sandbox.Faults.HitNext(SandboxFault.Drip(TimeSpan.FromSeconds(30), piece));
        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags");

        var first = await connection.ReadBodyAsync(piece);
        first.Should().Be(whole[..piece]);
        for (var pause = 0; pause < 2; pause++)
        {
            (await clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(30));
            clock.Advance(TimeSpan.FromSeconds(30));
        }

        (await connection.ReadRestAsync(whole.Length - piece)).Should().Be(whole[piece..]);
    }

    [Fact]
    public async Task Drip_SandboxStops_IsOver()
    {
        var clock = new WaitingClock();
        await using var api = await TestApi.StartAsync(new() { ProspectCount = 0, TimeProvider = clock });
        api.Sandbox.Faults.HitNext(SandboxFault.Drip(TimeSpan.FromSeconds(1)));
        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags");
        await clock.NextWaitAsync();

        await api.Sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        (await connection.ReadToEndAsync()).Text.Should().EndWith("{", "one byte was sent");
    }

    [Fact]
    public void Drip_OutOfRange_Throws()
    {
        FluentActions.Invoking(() => SandboxFault.Drip(TimeSpan.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SandboxFault.Drip(TimeSpan.FromHours(2))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SandboxFault.Drip(TimeSpan.FromSeconds(1), 0)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
