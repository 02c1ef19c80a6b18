using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.Seeding;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Handles the data as a whole.</summary>
internal sealed class StateHandlers(InboxSandboxOptions options, SandboxParts parts)
{
    private const int MaxProspects = 1_000_000;
    private const int MaxAdded = 100_000;

    public ApiResponse Download(ApiCall call) => ApiResponse.Bytes(200, ApiResponse.JsonType, StateFile.Write(parts.State));

    public ApiResponse Upload(ApiCall call)
    {
        call.Body.RequireJson();
        parts.State.ReplaceBy(StateFile.Read(call.Body.Bytes, parts.Clock));
        return Counts();
    }

    /// <summary>Generates the data anew, by default those of the start.</summary>
    public ApiResponse Reset(ApiCall call)
    {
        var body = call.ReadBody();
        body.RequireOnly(["seed", "prospectCount"]);
        var seed = body.Has("seed") ? body.Integer("seed", int.MinValue, int.MaxValue) : options.Seed;
        var count = body.Has("prospectCount") ? body.Integer("prospectCount", 0, MaxProspects) : options.ProspectCount;
        var state = new SandboxState(parts.Clock, seed);
        Seeder.Fill(state, seed, count, call.Aborted);
        parts.State.ReplaceBy(state);
        return Counts();
    }

    public ApiResponse AddProspects(ApiCall call)
    {
        var body = call.ReadBody();
        body.RequireOnly(["count"]);
        var count = body.Has("count") ? body.Integer("count", 1, MaxAdded) : 1;
        if (parts.State.ProspectCount + count > MaxProspects)
            throw new ApiError(409, "CONFLICT", $"A sandbox has at most {MaxProspects} prospects.");
        Seeder.Add(parts.State, count, call.Aborted);
        return Counts();
    }

    private ApiResponse Counts()
    {
        lock (parts.State.SyncRoot)
            return ApiResponse.Ok(json =>
            {
                json.WriteNumber("seed"u8, parts.State.Seed);
                json.WriteNumber("prospectCount"u8, parts.State.ProspectCount);
                json.WriteNumber("threadCount"u8, parts.State.ThreadCount);
            });
    }
}
