using CsCheck;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Bulk;

public class BulkRunProperties
{
    private enum Fate
    {
        Succeeds,
        FailsOnce,
        AlwaysFails,
        BreaksOnce,
        Invalid,
    }

    private static readonly Gen<(int Prospect, Fate Fate)[]> Inputs =
        Gen.Select(Gen.Int[0, 11], Gen.Frequency((6, Gen.Const(Fate.Succeeds)), (1, Gen.Const(Fate.FailsOnce)), (1, Gen.Const(Fate.AlwaysFails)),
            (1, Gen.Const(Fate.BreaksOnce)), (1, Gen.Const(Fate.Invalid)))).Array[0, 60];

    [Fact]
    public async Task UpdateAsync_AnyInputStoppedAnywhereAndResumed_EndsEachChangeOnce() =>
        await Gen.Select(Inputs, Gen.Int[1, 6], Gen.Int[1, 30].Array[0, 5], Gen.Bool).SampleAsync(async (input, concurrency, stops, byToken) =>
        {
            var tried = new HashSet<int>();
            var sent = new List<int>();
            var prospects = new FakeProspects(async (change, _) =>
            {
                var index = int.Parse(change.Notes, System.Globalization.CultureInfo.InvariantCulture);
                bool isFirst;
                lock (tried)
                {
                    isFirst = tried.Add(index);
                    sent.Add(index);
                }

                await Task.Yield();
                switch (input[index].Fate)
                {
                    case Fate.AlwaysFails or Fate.FailsOnce when isFirst || input[index].Fate == Fate.AlwaysFails:
                        throw new InboxServerException("Down.");
                    case Fate.BreaksOnce when isFirst:
                        throw new InboxTransportException("Broken.");
                }
            });
            var changes = input.Select((item, index) => BulkInput.Change(item.Fate == Fate.Invalid ? "" : $"p{item.Prospect}", $"{index}")).ToList();
            var updater = new BulkContextUpdater(prospects, new() { MaxConcurrency = concurrency, Checkpoint = new MemoryCheckpoint(), TimeProvider = new TestClock() });
            var succeeded = new HashSet<long>();

            // Some runs end early, one runs to the end, and the last one has only failures left to retry.
            foreach (var stop in stops)
                await RunAsync(stop);
            await RunAsync(int.MaxValue);
            var last = await RunAsync(int.MaxValue);

            last.Select(result => result.Index).Should().Equal(Enumerable.Range(0, input.Length).Select(index => (long)index));
            foreach (var result in last)
            {
                // A change that did not succeed either cannot succeed, or a later change of its prospect was applied before it.
                var fate = input[result.Index].Fate;
                var isOvertaken = last.Any(later => later.Index > result.Index && later.ProspectId == result.ProspectId && later.IsSuccess);
                if (!result.IsSuccess && fate is not (Fate.AlwaysFails or Fate.Invalid) && !isOvertaken)
                    return false;
                if (result.IsSuccess && fate is Fate.AlwaysFails or Fate.Invalid)
                    return false;
            }

            // For each prospect, no change is sent after a later one that was applied.
            return sent.GroupBy(index => input[index].Prospect).All(group =>
            {
                var list = group.ToList();
                var made = list.Where(index => succeeded.Contains(index)).ToList();
                return made.GroupBy(index => index).All(same => same.Count() <= (input[same.Key].Fate is Fate.Succeeds ? 1 : 2));
            });

            async Task<List<BulkUpdateResult>> RunAsync(int stopAfter)
            {
                using var cancellation = new CancellationTokenSource();
                var results = new List<BulkUpdateResult>();
                var mayNotBeSent = succeeded.ToHashSet();
                int sentBefore;
                lock (tried)
                    sentBefore = sent.Count;
                try
                {
                    await foreach (var result in updater.UpdateAsync(changes, cancellationToken: cancellation.Token))
                    {
                        results.Add(result);
                        if (result.IsSuccess)
                            succeeded.Add(result.Index);
                        if (results.Count != stopAfter)
                            continue;
                        if (!byToken)
                            break;
                        await cancellation.CancelAsync();
                    }
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                }

                var now = sent.Skip(sentBefore).ToList();
                now.Should().OnlyHaveUniqueItems().And.NotContain(index => mayNotBeSent.Contains(index));
                results.Select(result => result.Index).Should().OnlyHaveUniqueItems();
                foreach (var group in now.GroupBy(index => input[index].Prospect))
                    group.Should().BeInAscendingOrder();
                foreach (var index in now)
                    succeeded.Should().NotContain(later => later > index && mayNotBeSent.Contains(later) && input[later].Prospect == input[index].Prospect && input[later].Fate != Fate.Invalid);
                return [.. results.OrderBy(result => result.Index)];
            }
        }, iter: 300, threads: 1);
}
