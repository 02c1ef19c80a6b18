using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Handles <c>/prospects</c>.</summary>
internal sealed class ProspectHandlers(SandboxState state)
{
    public ApiResponse Lookup(ApiCall call)
    {
        var prospect = state.FindProspectByPlatformId(call.Query.Required("platformId"));
        return ApiResponse.Ok(json => json.WriteProspect("prospect", prospect, state));
    }

    public ApiResponse Get(ApiCall call)
    {
        var prospect = Find(call.Id);
        return ApiResponse.Ok(json => json.WriteProspect("prospect", prospect, state, call.Id));
    }

    public ApiResponse UpdateContext(ApiCall call)
    {
        var updated = state.Update(Apply(call.ReadBody(), Find(call.Id)));
        return ApiResponse.Ok(json => json.WriteProspectContext("prospect", updated, state, call.Id));
    }

    // The value is replaced as a whole once every field is valid, so an invalid field changes nothing.
    private SandboxProspect Apply(JsonBody body, SandboxProspect prospect)
    {
        if (body.Has("notes"))
            prospect = prospect with { Notes = body.StringOrNull("notes") };
        if (body.Has("valuation"))
            prospect = prospect with { Valuation = body.DecimalOrNull("valuation") };
        if (body.Has("tagIds"))
            prospect = prospect with { TagIds = [.. body.Strings("tagIds").Select(Tag).Distinct()] };
        if (body.Has("statusId"))
            prospect = prospect with { StatusId = Status(body.StringOrNull("statusId")) };
        if (body.Has("assignedToMemberId"))
            prospect = prospect with { AssigneeId = state.CheckedAssignee(body) };
        if (body.Has("done"))
            prospect = prospect with { IsDone = body.Boolean("done") };
        return prospect;
    }

    private SandboxProspect Find(string id) =>
        state.FindProspect(id) ?? throw ApiError.NotFound("PROSPECT_NOT_FOUND", $"There is no prospect '{id}'.");

    private string Tag(string id) =>
        state.FindTag(id)?.Id ?? throw ApiError.Invalid($"'tagIds' names the unknown tag '{id}'.");

    private string? Status(string? id) =>
        id is null ? null : state.FindStatus(id)?.Id ?? throw ApiError.Invalid($"'statusId' names the unknown status '{id}'.");
}
