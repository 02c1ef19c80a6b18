using InboxSdk.Generators;
using Microsoft.CodeAnalysis;

namespace InboxSdk.Conventions.Generators;

public sealed class JsonReaderGeneratorTests
{
    private const string Attributes = """
        namespace InboxSdk.Serialization
        {
            internal sealed class JsonModelReaderAttribute : System.Attribute;

            [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
            internal sealed class JsonModelFieldAttribute(string property) : System.Attribute
            {
                public string Property { get; } = property;
                public string? Name { get; set; }
                public string? Reader { get; set; }
            }
        }

        """;

    [Theory]
    [InlineData("Values", """
        public record Base { public string Id { get; init; } = ""; }
        public record Model : Base
        {
            public string? Name { get; init; }
            public bool IsRead { get; init; }
            public bool? IsDone { get; init; }
            public long? Size { get; init; }
            public decimal? Price { get; init; }
            public System.DateTimeOffset? At { get; init; }
            public int Computed => 1;
            public static Model Empty { get; } = new();
            [System.Text.Json.Serialization.JsonIgnore] public string? Local { get; init; }
        }
        static partial class Readers
        {
            [InboxSdk.Serialization.JsonModelReader]
            public static partial Model? ReadModel(ref System.Text.Json.Utf8JsonReader reader);
        }
        """)]
    [InlineData("Nested", """
        public record Item { public string Id { get; init; } = ""; }
        public record Model
        {
            public Item? Item { get; init; }
            public System.Collections.Generic.IReadOnlyList<Item> Items { get; init; } = [];
            [System.Text.Json.Serialization.JsonPropertyName("tags")] public System.Collections.Generic.IReadOnlyList<string> TagIds { get; init; } = [];
        }
        static partial class Readers
        {
            [InboxSdk.Serialization.JsonModelReader]
            [InboxSdk.Serialization.JsonModelField("Item", Name = "about", Reader = "ReadAny")]
            private static partial Model? ReadModel(ref System.Text.Json.Utf8JsonReader reader);
            private static Item? ReadItem(ref System.Text.Json.Utf8JsonReader reader) => null;
            private static object? ReadAny(ref System.Text.Json.Utf8JsonReader reader) => null;
            private static string? ReadText(ref System.Text.Json.Utf8JsonReader reader) => null;
        }
        """)]
    public Task Reader_Model_IsThatOfTheFile(string name, string source) => GeneratedCode.ShouldBeThatOfTheFileAsync(Run(source), name);

    [Fact]
    public void Property_WithoutReader_IsAnError()
    {
        var result = Run("""
            public record Model { public System.Version? Version { get; init; } }
            static partial class Readers
            {
                [InboxSdk.Serialization.JsonModelReader]
                public static partial Model? ReadModel(ref System.Text.Json.Utf8JsonReader reader);
            }
            """);

        result.Diagnostics.Should().ContainSingle().Which.GetMessage(null).Should().StartWith("Model.Version: no single static method of the class reads System.Version?");
    }

    private static GeneratorDriverRunResult Run(string source) => GeneratedCode.Run(new JsonReaderGenerator(), Attributes, source);
}
