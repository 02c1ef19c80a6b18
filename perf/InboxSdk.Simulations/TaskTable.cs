namespace InboxSdk.Simulations;

/// <summary>The time that tasks with many people take under the rate limit of v2: together, and with a call for each id.</summary>
internal static class TaskTable
{
    private static readonly (string Task, Func<object> Run)[] Tasks =
    [
        ("10,000 people by X user id, FindManyByPlatformIdAsync", () => TaskSimulation.FindMany(InboxApiVersion.V2, 10_000)),
        ("  FindByPlatformIdAsync for each", () => TaskSimulation.FindEach(InboxApiVersion.V2, 10_000)),
        ("one tag for 10,000 prospects, BulkContextUpdater", () => BulkSimulation.Run(InboxApiVersion.V2, 10_000)),
        ("one tag for 10,000 people by X user id, half have it, BulkContextUpdater", () => TaskSimulation.TagMany(10_000, skipUnchanged: false)),
        ("  with SkipUnchanged", () => TaskSimulation.TagMany(10_000, skipUnchanged: true)),
        ("  two calls for each", () => TaskSimulation.TagEach(10_000)),
        ("the notes of 1,000 prospects, UpdateAsync", () => TaskSimulation.UpdateEach(InboxApiVersion.V2, 1_000)),
        ("100,000 prospects listed, for example by an export", () => TaskSimulation.List(100_000)),
        ("  GetAsync for each", () => TaskSimulation.GetEach(100_000)),
        ("the pipeline of 10,000 prospects, GetPipelineAsync", () => TaskSimulation.Pipeline(10_000)),
        ("  GetAsync for each", () => TaskSimulation.GetEach(10_000)),
        ("10,000 prospects scored and tagged, AutoTagger", () => TaskSimulation.AutoTag(10_000)),
        ("  two calls for each", () => TaskSimulation.AutoTagEach(10_000)),
        ("V1: 1,000 people by X user id, FindManyByPlatformIdAsync", () => TaskSimulation.FindMany(InboxApiVersion.V1, 1_000)),
    ];

    public static void Print()
    {
        Console.WriteLine("What a team does with many people, under the rate limit of v2: together, and with a call for each id");
        foreach (var (task, run) in Tasks)
            Console.WriteLine($"  {task,-75}: {run()}");
    }
}
