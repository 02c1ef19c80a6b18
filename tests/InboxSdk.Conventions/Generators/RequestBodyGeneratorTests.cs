using InboxSdk.Generators;

namespace InboxSdk.Conventions.Generators;

public sealed class RequestBodyGeneratorTests
{
    private const string Attributes = """
        namespace InboxSdk.Serialization
        {
            internal sealed class RequestBodyAttribute(string? kind = null) : System.Attribute
            {
                public string? Kind { get; } = kind;
            }
        }

        """;

    [Fact]
    public Task RequestBody_IsThatOfTheFile() => GeneratedCode.ShouldBeThatOfTheFileAsync(
        GeneratedCode.Run(new RequestBodyGenerator(), Attributes, """
            public abstract record Target { public string AccountId { get; init; } = ""; }

            [InboxSdk.Serialization.RequestBody("a \"kind\"")]
            public sealed partial record Body(string Name) : Target
            {
                [System.Text.Json.Serialization.JsonPropertyName("done")]
                [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
                public bool IsDone { get; init; }
                [System.Text.Json.Serialization.JsonIgnore] public string? Local { get; init; }
                public int Computed => 1;
            }
            """),
        "RequestBody");
}
