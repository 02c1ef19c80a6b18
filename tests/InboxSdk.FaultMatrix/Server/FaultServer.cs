using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Server;

/// <summary>Represents a server on a raw socket in front of a sandbox, which counts the arrivals and the effects, and plays one fault.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Arrival> _arrivals = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Action _timeOut;
    private readonly Socket _listener;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _headersRead = new();
    private Task _accepting = Task.CompletedTask;
    private FaultPlan? _plan;
    private bool _isListening;

    /// <param name="world">The API's state.</param>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="timeOut">Times out the client's attempt; does nothing for a client on the clock of the machine.</param>
    /// <param name="port">The port; by default a free one.</param>
    public FaultServer(World world, Operation operation, Action timeOut, int port = 0)
    {
        (World, Operation, _timeOut) = (world, operation, timeOut);
        Upstream = new(world.Origin);
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        BaseAddress = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/api/v{(int)world.Version}");
    }

    public World World { get; }

    public Operation Operation { get; }

    public Upstream Upstream { get; }

    public Uri BaseAddress { get; }

    /// <summary>Gets the requests that arrived while a fault was planned.</summary>
    public IReadOnlyCollection<Arrival> Arrivals => _arrivals;

    /// <summary>Starts to play a fault; null for a healthy server.</summary>
    public void Play(FaultPlan? plan)
    {
        _plan = plan;
        if (plan?.Fault.RefusesConnections != true)
            Listen();
    }

    /// <summary>Completes when the client has read the headers of the response to an attempt.</summary>
    public Task HeadersReadAsync(string attempt, CancellationToken cancellationToken) => HeadersRead(attempt).Task.WaitAsync(cancellationToken);

    /// <summary>Receives the notification that the client has read the headers of a response.</summary>
    public void ClientReadHeaders(string attempt) => HeadersRead(attempt).TrySetResult();

    /// <summary>Receives the notification that an attempt of the client failed.</summary>
    public void ClientAttemptFailed()
    {
        if (_plan is { Fault.RefusesConnections: true, IsAlways: false })
            Listen();
    }

    /// <summary>Times out the client's attempts, unless the fault is no longer played: a request that the client has abandoned may still be in progress here.</summary>
    public void TimeOut(FaultPlan? plan)
    {
        if (plan == _plan)
            _timeOut();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private void Listen()
    {
        if (_isListening)
            return;
        _isListening = true;
        _listener.Listen();
        _accepting = Task.Run(AcceptAsync);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync(_stop.Token);
                _connections.Add(Task.Run(() => ServeAsync(socket)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                socket.NoDelay = true;
                if (_plan is { Fault.ClosesConnections: true } plan && plan.TryHit())
                {
                    _arrivals.Enqueue(new() { IsTarget = true, IsHit = true });
                    return;
                }

                await using var stream = new NetworkStream(socket);
                while (await WireRequest.ReadAsync(stream, _stop.Token) is { } request)
                {
                    if (!await RespondAsync(socket, stream, request))
                        return;
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The client closed the connection, or the run is over.
            }
        }
    }

    /// <returns>Whether the connection stays open.</returns>
    private async Task<bool> RespondAsync(Socket socket, NetworkStream stream, WireRequest request)
    {
        var plan = _plan;
        var isTarget = plan is not null && plan.IsTarget(request);
        var isHit = isTarget && plan!.Fault.Play is not null && plan.TryHit();
        var arrival = new Arrival { Request = request, IsTarget = isTarget, IsHit = isHit };
        if (plan is not null)
            _arrivals.Enqueue(arrival);

        var exchange = new Exchange(this, plan, socket, stream, request, arrival, _stop.Token);
        if (!isHit)
        {
            await exchange.WriteAsync(await exchange.ApplyAsync());
            return true;
        }

        await plan!.Fault.Play!(exchange);
        return socket.Connected;
    }

    private TaskCompletionSource HeadersRead(string attempt) =>
        _headersRead.GetOrAdd(attempt, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
