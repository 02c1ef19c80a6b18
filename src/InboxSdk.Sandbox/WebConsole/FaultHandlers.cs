using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Handles the fault rules.</summary>
internal sealed class FaultHandlers(SandboxFaults faults, TimeProvider clock)
{
    private const int MaxRules = 100;
    private const int MaxCount = 1_000_000;
    private const double MaxSeconds = 365 * 86_400;

    private static readonly string[] RuleProperties = ["kind", "next", "probability", "seconds", "method", "path", "operation"];

    public ApiResponse List(ApiCall call) => ApiResponse.Ok(json =>
    {
        WriteRules(json, faults, clock);
        json.WriteArray("kinds", FaultKinds.All, kind =>
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, kind.Key);
            json.WriteArray("properties", kind.Value.Properties, json.WriteStringValue);
            json.WriteEndObject();
        });
        json.WriteArray("codes", V2Codes.Names, json.WriteStringValue);
    });

    public ApiResponse Add(ApiCall call)
    {
        var body = call.ReadBody();
        if (!FaultKinds.All.TryGetValue(body.Text("kind"), out var kind))
            throw ApiError.Invalid($"'kind' must be one of {string.Join(", ", FaultKinds.All.Keys)}.");
        body.RequireOnly([.. RuleProperties, .. kind.Properties]);
        if (faults.Rules.Count >= MaxRules)
            throw new ApiError(409, "CONFLICT", $"There are {MaxRules} rules already. Remove some first.");

        var (created, target) = (kind.Create(body), Target.Read(body));
        var rule = (body.Has("next"), body.Has("probability"), body.Has("seconds")) switch
        {
            (true, false, false) when created.Count == 1 => faults.HitNext(created[0], body.Integer("next", 1, MaxCount), target.Predicate),
            (false, true, false) => faults.HitRandomly(created, body.Number("probability", 0, 1), target.Predicate),
            (false, false, true) when created.Count == 1 => faults.HitAll(created[0], TimeSpan.FromSeconds(body.Number("seconds", 0.001, MaxSeconds)), target.Predicate),
            (false, false, false) when created.Count == 1 => faults.HitAll(created[0], when: target.Predicate),
            _ => throw ApiError.Invalid("Set at most one of 'next', 'probability' and 'seconds'; a list of faults requires 'probability'."),
        };
        rule.Target = target.ToString();
        return ApiResponse.Created(json => WriteRule(json, rule, clock.GetUtcNow()));
    }

    public ApiResponse Remove(ApiCall call)
    {
        var number = ConsoleRoutes.NumberOf(call);
        var rule = faults.Rules.FirstOrDefault(each => each.Number == number) ?? throw ConsoleRoutes.NotFound(call.Id);
        rule.Remove();
        return ApiResponse.NoContent;
    }

    public ApiResponse Clear(ApiCall call)
    {
        faults.Clear();
        return ApiResponse.NoContent;
    }

    public static void WriteRules(Utf8JsonWriter json, SandboxFaults faults, TimeProvider clock) => json.WriteArray("rules", faults.Rules, rule =>
    {
        json.WriteStartObject();
        WriteRule(json, rule, clock.GetUtcNow());
        json.WriteEndObject();
    });

    private static void WriteRule(Utf8JsonWriter json, SandboxFaultRule rule, DateTimeOffset now)
    {
        json.WriteNumber("number"u8, rule.Number);
        json.WriteArray("faults", rule.Faults, fault => json.WriteStringValue(fault.Name));
        json.WriteString("target"u8, rule.Target ?? (rule.HasPredicate ? "selected by code" : "all requests"));
        json.WriteNumberOrNull("next", rule.MaxHits == int.MaxValue ? null : rule.MaxHits);
        json.WriteNumberOrNull("probability", rule.Probability < 1 ? (decimal)rule.Probability : null);
        json.WriteTimeOrNull("endsAt", rule.EndsAt == DateTimeOffset.MaxValue ? null : rule.EndsAt);
        json.WriteNumber("hitCount"u8, rule.HitCount);
        json.WriteBoolean("isOver"u8, rule.HitCount >= rule.MaxHits || now >= rule.EndsAt);
    }

    /// <summary>The requests that a rule selects.</summary>
    private sealed record Target(string? Method, string? Path, string? Operation)
    {
        public Func<SandboxRequest, bool>? Predicate => this == new Target(null, null, null) ? null : Matches;

        public static Target Read(JsonBody body) => new(TextOf(body, "method"), TextOf(body, "path"), TextOf(body, "operation"));

        public override string ToString() => Predicate is null ? "all requests" : string.Join(' ', new[] { Operation, Method, Path }.OfType<string>());

        private bool Matches(SandboxRequest request) =>
            (Operation is null || request.Operation == Operation)
            && (Method is null || request.Method.Equals(Method, StringComparison.OrdinalIgnoreCase))
            && (Path is null || request.Is("*", Path));

        private static string? TextOf(JsonBody body, string name) => body.Has(name) ? body.Text(name) : null;
    }
}
