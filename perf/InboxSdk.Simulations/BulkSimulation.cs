using System.Globalization;

namespace InboxSdk.Simulations;

/// <summary>Simulates the bulk updater: a tag for many prospects.</summary>
internal sealed class BulkSimulation
{
    private readonly SimulatedApi _api;

    private BulkSimulation(SimulatedApi api, BulkUpdateSummary summary) => (_api, Summary) = (api, summary);

    /// <summary>Gets the numbers of accepted and refused requests.</summary>
    public (int Accepted, int Refused) Requests => _api.Requests;

    /// <summary>Gets the summary of the run.</summary>
    public BulkUpdateSummary Summary { get; }

    public TimeSpan Elapsed => _api.Elapsed;

    /// <param name="version">The API version.</param>
    /// <param name="prospects">The number of prospects to change.</param>
    /// <param name="update">The change; by default a tag is added.</param>
    /// <param name="aMinute">The number of writes a minute that the server allows and the client is configured to; by default as the API documents.</param>
    /// <param name="seed">The seed of the latencies.</param>
    public static BulkSimulation Run(InboxApiVersion version, int prospects, ProspectUpdate? update = null, int? aMinute = null, int seed = 1)
    {
        var api = new SimulatedApi(version, aMinute, seed);
        var changes = Enumerable.Range(0, prospects).Select(i => new ProspectContextChange($"prospect{i}", update ?? new() { AddTagIds = ["tag1"] }));
        return new(api, api.Run((inbox, clock) => new BulkContextUpdater(inbox, new() { TimeProvider = clock }).UpdateAllAsync(changes)));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Summary.SucceededCount} of {Summary.ReadCount} succeeded, {Requests.Accepted} requests, refused {Requests.Refused}, {Elapsed.TotalMinutes:F2} min");
}
