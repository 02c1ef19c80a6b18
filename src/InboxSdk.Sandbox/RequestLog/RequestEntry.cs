namespace InboxSdk.Sandbox.RequestLog;

/// <summary>A pending log entry, stored in the request's features: logged once, when the outcome is known.</summary>
internal sealed class RequestEntry(SandboxRequestLog log, SandboxRequest request)
{
    private bool _logged;
    private Action? _onCompleted;

    public SandboxRequest Request { get; set; } = request;

    /// <summary>Registers a callback that runs when the response starts, or when the connection ends without one.</summary>
    public void OnCompleted(Action action) => _onCompleted += action;

    /// <summary>Logs the request, unless it is already logged.</summary>
    /// <param name="status">The response status; null if there is no response.</param>
    public void Log(int? status)
    {
        if (!_logged)
            log.Add(Request with { StatusCode = status });
        _logged = true;
    }

    /// <summary>Runs the callbacks: the response starts, or the connection ends. Only the first call has an effect.</summary>
    public void Complete()
    {
        var action = _onCompleted;
        _onCompleted = null;
        action?.Invoke();
    }
}
