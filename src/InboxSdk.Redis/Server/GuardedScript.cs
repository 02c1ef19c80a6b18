namespace InboxSdk.Server;

/// <summary>A Lua script that does not run concurrently with another one that has the same guard key, also on a server that does not execute scripts atomically.</summary>
/// <remarks>The first key is the guard. The body is that of a function; it returns an array whose first element is not <see cref="Busy"/>.</remarks>
internal sealed class GuardedScript(string body)
{
    /// <summary>The first element of the reply if another script has the guard: nothing was executed.</summary>
    public const long Busy = -1;

    // Garnet executes two scripts at the same time by default. Elsewhere the guard is always free. It expires in case the server ends the script.
    public string Text { get; } = $$"""
        if not redis.call('SET', KEYS[1], '1', 'NX', 'PX', 1000) then
          return {-1}
        end
        local function body()
        {{body}}
        end
        local isDone, reply = pcall(body)
        redis.call('DEL', KEYS[1])
        if isDone then return reply end
        return type(reply) == 'table' and reply or { err = reply }
        """;
}
