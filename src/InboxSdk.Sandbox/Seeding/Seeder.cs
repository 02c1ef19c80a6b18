using System.Globalization;

namespace InboxSdk.Sandbox.Seeding;

/// <summary>Generates the data of a sandbox. The same seed and size produce the same data; a larger size only adds to it.</summary>
internal static class Seeder
{
    // A million prospects, the maximum, remain within 18 and 19 digits.
    private const long IdsPerPerson = 400_000_000_000;

    /// <summary>The time of the latest generated message. It is fixed, so that the data does not depend on the current date.</summary>
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Fill(SandboxState state, int seed, int prospects, CancellationToken cancellationToken)
    {
        Team.AddTo(state);
        state.Reserve(prospects);
        if (prospects > 0)
        {
            state.AddProspect(GuideExample.Prospect);
            var threadNumber = 1;
            var threads = AddPeople(state, seed, Enumerable.Range(2, prospects - 1), () => ++threadNumber, cancellationToken);
            state.LoadThreads(threads.Prepend(GuideExample.Thread));
        }

        state.EventLog.Clear();
    }

    /// <summary>Adds people to data that may have any others.</summary>
    public static void Add(SandboxState state, int count, CancellationToken cancellationToken)
    {
        var (number, threadNumber) = (1, 1);
        foreach (var thread in AddPeople(state, state.Seed, Enumerable.Range(0, count).Select(_ => NextNumber()), NextThreadNumber, cancellationToken))
            state.AddThread(thread);

        int NextNumber()
        {
            do
                number++;
            while (state.FindProspect(Numbered("prospect_", number)) is not null);
            return number;
        }

        int NextThreadNumber()
        {
            do
                threadNumber++;
            while (state.FindThread(Numbered("thread_", threadNumber)) is not null);
            return threadNumber;
        }
    }

    private static IEnumerable<SandboxThread> AddPeople(
        SandboxState state, int seed, IEnumerable<int> numbers, Func<int> nextThreadNumber, CancellationToken cancellationToken)
    {
        foreach (var number in numbers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SeededRandom(seed, number);
            var prospect = state.AddProspect(GenerateProspect(ref random, number));

            var both = random.Percent(10);
            var link = random.Below(Team.XAccounts.Length);
            yield return GenerateThread(ref random, nextThreadNumber(), prospect, link);
            if (both)
                yield return GenerateThread(ref random, nextThreadNumber(), prospect, 1 - link);
            if (OtherPlatforms.ThreadOf(prospect, number) is { } other)
                yield return other;
        }
    }

    private static SandboxProspect GenerateProspect(ref SeededRandom random, int number)
    {
        var (name, slug) = random.Pick(Vocabulary.People);
        return new SandboxProspect
        {
            Id = Numbered("prospect_", number),
            // 18 and 19 digits, as most ids of X have. A range of ids per person: they look random and are unique.
            PlatformId = ((number % 2 == 0 ? 400_000_000_000_000_000L : 1_200_000_000_000_000_000L) + (number * IdsPerPerson) + random.Below(IdsPerPerson)).ToString(CultureInfo.InvariantCulture),
            Username = UnusualPeople.HandleOf(number) ?? Handle(slug, number),
            Name = random.Percent(95) ? UnusualPeople.NameOf(number) ?? name : null,
            Bio = random.Percent(85) ? random.Pick(Vocabulary.Bios) : null,
            AvatarUrl = random.Percent(90) ? random.Pick(Vocabulary.Avatars) : null,
            IsVerified = random.Percent(15),
            FollowerCount = random.Percent(95) ? random.LogDistributed(bits: 22) : null,
            FollowingCount = random.Percent(95) ? random.LogDistributed(bits: 13) : null,
            Location = random.Percent(60) ? random.Pick(Vocabulary.Locations) : null,
            WebsiteUrl = random.Percent(40) ? random.Pick(Vocabulary.Websites) : null,
            Notes = random.Percent(25) ? random.Pick(Vocabulary.Notes) : null,
            Valuation = random.Percent(20) ? 500m * (1 + random.Below(200)) : null,
            TagIds = random.Percent(40) ? random.Pick(Vocabulary.TagSets) : [],
            StatusId = random.Percent(55) ? random.Pick(Team.Statuses).Id : null,
            AssigneeId = random.Percent(35) ? random.Pick(Team.Members).Id : null,
            IsDone = random.Percent(20),
            OtherProfiles = OtherPlatforms.ProfilesOf(name, slug, number),
            CreatedAt = Epoch.AddDays(-365).AddSeconds(number),
        };
    }

    private static SandboxThread GenerateThread(ref SeededRandom random, int number, SandboxProspect prospect, int link)
    {
        var lastMessageAt = Epoch.AddMilliseconds(-1 - random.Below((long)TimeSpan.FromDays(180).TotalMilliseconds));
        var isRequest = random.Percent(12);
        return new SandboxThread
        {
            Id = Numbered("thread_", number),
            ProspectId = prospect.Id,
            AccountLinkId = Team.XAccounts[link].Id,
            IsDone = prospect.IsDone,
            IsRequest = isRequest,
            TeamWroteLast = !isRequest && random.Percent(40),
            IsUnread = !isRequest && lastMessageAt.Millisecond % 4 == 0,
            AssigneeId = prospect.AssigneeId,
            LastMessageAt = lastMessageAt,
            CreatedAt = lastMessageAt.AddMilliseconds(-random.Below((long)TimeSpan.FromDays(90).TotalMilliseconds)),
            UpdatedAt = lastMessageAt,
        };
    }

    private static string Numbered(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D6}");

    /// <summary>A unique handle in the format of X: at most 15 letters, digits and underscores.</summary>
    private static string Handle(string slug, int number)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"_{number}");
        return string.Concat(slug.AsSpan(0, Math.Min(slug.Length, 15 - suffix.Length)), suffix);
    }
}
