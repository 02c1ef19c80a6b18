using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Sends what changes to the open pages, as server-sent events: a few times a second, and of many changes only the newest, at any rate of requests.</summary>
internal sealed class ConsoleStream(SandboxParts parts, ExchangeLog exchanges)
{
    private const int MaxPages = 20;
    private const int MaxItems = 60;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private int _pages;

    public async Task SendAsync(HttpContext http)
    {
        if (Interlocked.Increment(ref _pages) > MaxPages)
        {
            Interlocked.Decrement(ref _pages);
            throw new ApiError(503, "SERVICE_UNAVAILABLE", $"There are {MaxPages} pages open already.");
        }

        try
        {
            http.Response.ContentType = "text/event-stream";
            var page = new OpenPage(parts, exchanges);
            // For a person, so not on the clock of the sandbox.
            using var timer = new PeriodicTimer(Interval, TimeProvider.System);
            do
            {
                var events = page.Changes();
                if (events.Length > 0)
                    await http.Response.Body.WriteAsync(events, http.RequestAborted).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(http.RequestAborted).ConfigureAwait(false));
        }
        finally
        {
            Interlocked.Decrement(ref _pages);
        }
    }

    /// <summary>What one page has received.</summary>
    private sealed class OpenPage(SandboxParts parts, ExchangeLog exchanges)
    {
        private readonly Dictionary<string, byte[]> _sent = [];
        private readonly ArrayBufferWriter<byte> _events = new(4_096);
        private readonly ArrayBufferWriter<byte> _data = new(4_096);
        private long _exchanges;
        private long _deliveries;
        private long _lastSentAt = TimeProvider.System.GetTimestamp();

        public ReadOnlyMemory<byte> Changes()
        {
            _events.ResetWrittenCount();
            SendExchanges();
            SendDeliveries();
            SendIfChanged("limits", json => LimitHandlers.Write(json, parts));
            SendIfChanged("faults", json =>
            {
                json.WriteStartObject();
                FaultHandlers.WriteRules(json, parts.Faults, parts.Clock);
                json.WriteEndObject();
            });
            SendIfChanged("webhooks", json => WebhookHandlers.Write(json, parts.Webhooks));
            SendIfChanged("state", WriteState);
            if (_events.WrittenCount == 0 && TimeProvider.System.GetElapsedTime(_lastSentAt) > Heartbeat)
                _events.Write(": \n\n"u8);
            if (_events.WrittenCount > 0)
                _lastSentAt = TimeProvider.System.GetTimestamp();
            return _events.WrittenMemory;
        }

        private void SendExchanges()
        {
            var (changed, skipped, changes) = exchanges.ChangedAfter(_exchanges, MaxItems);
            _exchanges = changes;
            if (changed.Count == 0)
                return;
            Send("requests", Written(json =>
            {
                json.WriteStartObject();
                json.WriteArray("requests", changed, exchange => ExchangeJson.WriteSummary(json, exchange));
                json.WriteNumber("skippedCount"u8, skipped);
                json.WriteEndObject();
            }));
        }

        private void SendDeliveries()
        {
            var added = parts.Webhooks.Log.After(_deliveries, MaxItems);
            if (added.Count == 0)
                return;
            _deliveries = added[^1].Number;
            Send("deliveries", Written(json =>
            {
                json.WriteStartObject();
                json.WriteArray("deliveries", added, each => WebhookHandlers.WriteSummary(json, each.Number, each.Delivery));
                json.WriteEndObject();
            }));
        }

        // The page requests what it shows of the data.
        private void WriteState(Utf8JsonWriter json)
        {
            lock (parts.State.SyncRoot)
            {
                json.WriteStartObject();
                json.WriteNumber("lastSeq"u8, parts.State.EventLog.LastSeq);
                json.WriteNumber("replacedCount"u8, parts.State.ReplacedCount);
                json.WriteNumber("prospectCount"u8, parts.State.ProspectCount);
                json.WriteNumber("threadCount"u8, parts.State.ThreadCount);
                json.WriteEndObject();
            }
        }

        private void SendIfChanged(string name, Action<Utf8JsonWriter> write)
        {
            var data = Written(write);
            if (_sent.TryGetValue(name, out var before) && data.SequenceEqual(before))
                return;
            _sent[name] = data.ToArray();
            Send(name, data);
        }

        private ReadOnlySpan<byte> Written(Action<Utf8JsonWriter> write)
        {
            _data.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_data))
                write(json);
            return _data.WrittenSpan;
        }

        // The data are on one line, because JSON escapes line breaks.
        private void Send(string name, ReadOnlySpan<byte> data)
        {
            _events.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: {name}\ndata: ")));
            _events.Write(data);
            _events.Write("\n\n"u8);
        }
    }
}
