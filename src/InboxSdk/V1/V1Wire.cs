using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V1;

// v1 wraps a resource in its singular name and a collection in its plural. What is inside is the guide's model, which is also the public one.
// A lookup that finds nothing says null, which is not the same as saying nothing.
internal sealed record ProspectAnswer(Prospect? Prospect, bool SaysNone);

internal sealed record ThreadAnswer(InboxThread? Thread, bool SaysNone);

internal sealed record ThreadsAnswer(IReadOnlyList<InboxThread>? Threads, V1Cursor? NextCursor);

internal sealed record TagAnswer(Tag? Tag);

internal sealed record TagsAnswer(IReadOnlyList<Tag>? Tags);

internal sealed record ColorsAnswer(IReadOnlyList<string>? Colors);

internal sealed record StatusesAnswer(IReadOnlyList<Status>? Statuses);

internal sealed record MemberAnswer(Member? Member);

internal sealed record MembersAnswer(IReadOnlyList<Member>? Members);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    // Without the second way of writing that is faster for large bodies, and which nothing small needs.
    GenerationMode = JsonSourceGenerationMode.Metadata,
    // Unset optional fields are default values: they stay out of a body.
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
