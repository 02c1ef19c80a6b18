using System.Text.Json.Serialization;

namespace InboxSdk.Tests.Models;

/// <summary>Represents an application's source-generated context for the models.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(Prospect))]
[JsonSerializable(typeof(InboxThread))]
[JsonSerializable(typeof(Tag))]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(InboxPage<Prospect>))]
[JsonSerializable(typeof(ThreadQuery))]
[JsonSerializable(typeof(TagCreate))]
[JsonSerializable(typeof(Platform))]
[JsonSerializable(typeof(MemberRole))]
[JsonSerializable(typeof(InboxView))]
internal sealed partial class UserJsonContext : JsonSerializerContext;
