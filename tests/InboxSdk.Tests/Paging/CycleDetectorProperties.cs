using CsCheck;
using InboxSdk.Paging;

namespace InboxSdk.Tests.Paging;

public class CycleDetectorProperties
{
    [Fact]
    public void Repeats_AnyTailAndCircle_IsNoticedWithinAFewRounds() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[1, 200]).Sample((tail, circle) =>
        {
            var detector = new CycleDetector(start: null);
            var steps = 0;
            while (!detector.Repeats(Cursor(steps)))
                steps++;

            return steps >= tail + Math.Min(circle, 1) && steps <= 3 * (tail + circle) + 2;

            string Cursor(int step) => step < tail ? $"tail{step}" : $"circle{(step - tail) % circle}";
        });

    [Fact]
    public void Repeats_DistinctCursors_IsNeverSaid() =>
        Gen.Int[1, 5000].Sample(count =>
        {
            var detector = new CycleDetector(start: "start");
            return Enumerable.Range(0, count).All(step => !detector.Repeats($"cursor{step}"));
        });
}
