namespace InboxSdk.V2;

internal sealed class TeamClient(IV2TeamApi api, InboxRequestOptions? options) : ITeamClient
{
    public Task<Team> GetAsync(CancellationToken cancellationToken = default) =>
        api.GetAsync(IV2TeamApi.Get.Call(options, cancellationToken));
}
