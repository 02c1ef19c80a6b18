using InboxSdk.Generators;

namespace InboxSdk.Conventions.Generators;

public sealed class OpenEnumGeneratorTests
{
    private const string Attributes = """
        namespace InboxSdk.Serialization
        {
            internal sealed class OpenEnumAttribute(string example) : System.Attribute
            {
                public string Example { get; } = example;
            }
        }

        """;

    [Fact]
    public Task OpenEnum_IsThatOfTheFile() => GeneratedCode.ShouldBeThatOfTheFileAsync(
        GeneratedCode.Run(new OpenEnumGenerator(), Attributes, """
            [InboxSdk.Serialization.OpenEnum("a:b")]
            public readonly partial record struct Kind : System.IParsable<Kind>
            {
                public static Kind First { get; } = new("a:b");
            }
            """),
        "OpenEnum");
}
