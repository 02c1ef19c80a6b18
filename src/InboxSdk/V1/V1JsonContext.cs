using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V1;

// v1 wraps a resource in its singular name and a list in its plural name. The model within is that of the guide, which is also the public one.
// A lookup that finds nothing returns null, which differs from a missing property.
internal sealed record ProspectAnswer(Prospect? Prospect, bool IsNone);

internal sealed record ThreadAnswer(InboxThread? Thread, bool IsNone);

internal sealed record ThreadsAnswer(IReadOnlyList<InboxThread>? Threads, V1Cursor? NextCursor);

internal sealed record TagAnswer(Tag? Tag);

internal sealed record TagsAnswer(IReadOnlyList<Tag>? Tags);

internal sealed record ColorsAnswer(IReadOnlyList<string>? Colors);

internal sealed record StatusesAnswer(IReadOnlyList<Status>? Statuses);

internal sealed record MemberAnswer(Member? Member);

internal sealed record MembersAnswer(IReadOnlyList<Member>? Members);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    // Without the fast path for serialization, which small bodies do not need.
    GenerationMode = JsonSourceGenerationMode.Metadata,
    // Optional properties that are not set are default values: they are omitted from the body.
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    MaxDepth = 32,
    Converters =
    [
        typeof(ProspectAnswerJsonConverter),
        typeof(ThreadAnswerJsonConverter),
        typeof(ThreadsAnswerJsonConverter),
        typeof(TextJsonConverter),
        typeof(LenientBooleanJsonConverter),
        typeof(LenientCountJsonConverter),
        typeof(LenientTimestampJsonConverter),
        typeof(ListJsonConverter<Tag>),
        typeof(ListJsonConverter<Status>),
        typeof(ListJsonConverter<Member>),
        typeof(ListJsonConverter<string>),
    ])]
[JsonSerializable(typeof(ProspectAnswer))]
[JsonSerializable(typeof(ThreadAnswer))]
[JsonSerializable(typeof(ThreadsAnswer))]
[JsonSerializable(typeof(V1Cursor))]
[JsonSerializable(typeof(TagAnswer))]
[JsonSerializable(typeof(TagsAnswer))]
[JsonSerializable(typeof(ColorsAnswer))]
[JsonSerializable(typeof(StatusesAnswer))]
[JsonSerializable(typeof(MemberAnswer))]
[JsonSerializable(typeof(MembersAnswer))]
[JsonSerializable(typeof(ProspectContextUpdate))]
[JsonSerializable(typeof(ThreadUpdate))]
[JsonSerializable(typeof(TagCreate))]
[JsonSerializable(typeof(TagUpdate))]
internal sealed partial class V1JsonContext : JsonSerializerContext;
