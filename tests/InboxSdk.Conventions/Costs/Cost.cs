namespace InboxSdk.Conventions.Costs;

/// <summary>A row of docs/costs.md: a call, and why it takes no fewer requests on v2.</summary>
/// <param name="Call">The method.</param>
/// <param name="Input">The typical input.</param>
/// <param name="Act">Makes the call.</param>
/// <param name="Reason">Why v2 takes more than one request.</param>
internal sealed record Cost(string Call, string Input, Func<CostScene, Task> Act, string Reason = "")
{
    /// <summary>Gets what happens before; its requests do not count.</summary>
    public Func<CostScene, Task>? Arrange { get; init; }

    public async Task<int> CountRequestsAsync(InboxApiVersion version)
    {
        await using var scene = await CostScene.CreateAsync(version);
        if (Arrange is not null)
            await Arrange(scene);
        scene.Sandbox.Requests.Clear();
        await Act(scene);
        return scene.Sandbox.Requests.Count;
    }
}
