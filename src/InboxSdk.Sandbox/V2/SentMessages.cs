namespace InboxSdk.Sandbox.V2;

/// <summary>The messages sent by <c>Idempotency-Key</c>; the oldest keys are dropped. Requires the state's lock.</summary>
internal sealed class SentMessages
{
    private const int Capacity = 25_000;

    private readonly Dictionary<string, Sent> _byKey = [];
    private readonly Queue<string> _keys = new();

    public Sent? Find(string key) => _byKey.GetValueOrDefault(key);

    public Sent Add(string key, SendRequest request, SandboxMessage message, ThreadEntry thread)
    {
        var sent = new Sent(request, message, thread);
        _byKey.Add(key, sent);
        _keys.Enqueue(key);
        if (_keys.Count > Capacity)
            _byKey.Remove(_keys.Dequeue());
        return sent;
    }

    public void Clear()
    {
        _byKey.Clear();
        _keys.Clear();
    }

    /// <summary>A message at the time it was sent.</summary>
    internal sealed class Sent(SendRequest request, SandboxMessage message, ThreadEntry thread)
    {
        public SendRequest Request => request;

        public SandboxMessage Message => message;

        public ThreadEntry Thread => thread;

        /// <summary>Whether the first request with the key is still in progress.</summary>
        public bool IsRunning { get; set; } = true;
    }
}
