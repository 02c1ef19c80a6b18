namespace InboxSdk.Sandbox.RequestLog;

/// <summary>A request on its way into the log, found among its features: logged once, when its fate is known.</summary>
internal sealed class RequestEntry(SandboxRequestLog log, SandboxRequest request)
{
    private bool _logged;
    private Action? _onAnswered;

    public SandboxRequest Request { get; set; } = request;

    /// <summary>Keeps what is to be done once the answer leaves, or the connection ends without one.</summary>
    public void OnAnswered(Action action) => _onAnswered += action;

    /// <summary>Logs the request, unless it is logged already.</summary>
    /// <param name="status">The status of the answer; null when there is none.</param>
    public void Log(int? status)
    {
        if (!_logged)
            log.Add(Request with { Status = status });
        _logged = true;
    }

    /// <summary>Says that the answer leaves, or that the connection ends; only the first call counts.</summary>
    public void Answered()
    {
        var action = _onAnswered;
        _onAnswered = null;
        action?.Invoke();
    }
}
