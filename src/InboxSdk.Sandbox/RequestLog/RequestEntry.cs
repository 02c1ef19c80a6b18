namespace InboxSdk.Sandbox.RequestLog;

/// <summary>A request on its way into the log, found among its features: logged once, when its fate is known.</summary>
internal sealed class RequestEntry(SandboxRequestLog log, SandboxRequest request)
{
    private bool _logged;

    public SandboxRequest Request { get; set; } = request;

    /// <summary>Logs the request, unless it is logged already.</summary>
    /// <param name="status">The status of the answer; null when there is none.</param>
    public void Log(int? status)
    {
        if (!_logged)
            log.Add(Request with { Status = status });
        _logged = true;
    }
}
