using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using WireMock;

namespace InboxSdk.Tests.Guide;

/// <summary>Represents a request as the server received it.</summary>
/// <param name="Line">The method and the path below the base address, such as <c>GET /threads</c>.</param>
/// <param name="Query">The parameters, decoded, as <c>name=value</c>.</param>
/// <param name="Body">The body, which must be UTF-8; null when there was none.</param>
/// <param name="Headers">The headers, by case-insensitive name.</param>
public sealed record SentRequest(string Line, IReadOnlyList<string> Query, string? Body, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Asserts the complete request: line, query, body, and the headers that every request has. The query and the body have no other values.</summary>
    /// <param name="line">The method and the path.</param>
    /// <param name="query">The parameters, decoded, in any order.</param>
    /// <param name="body">The JSON that the body must equal in meaning; null for no body.</param>
    public void ShouldBe(string line, IEnumerable<string>? query = null, [StringSyntax(StringSyntaxAttribute.Json)] string? body = null)
    {
        Line.Should().Be(line);
        Query.Should().BeEquivalentTo(query ?? []);
        Headers.Should().Contain("Authorization", $"Bearer {GuideServer.Token}");
        Headers.Should().Contain("Accept", "application/json");
        Headers["User-Agent"].Should().MatchRegex(@"^InboxSdk/\d+\.\d+\.\d+");
        if (body is null)
        {
            Body.Should().BeNull();
            Headers.Should().NotContainKey("Content-Type");
        }
        else
        {
            Headers.Should().Contain("Content-Type", "application/json; charset=utf-8");
            JsonNode.DeepEquals(JsonNode.Parse(Body!), JsonNode.Parse(body)).Should().BeTrue("the body was {0}, to be {1}", Body, body);
        }
    }

    internal static SentRequest From(IRequestMessage request, string basePath)
    {
        var address = new Uri(request.AbsoluteUrl);
        request.AbsolutePath.Should().StartWith(basePath + "/");
        return new SentRequest(
            $"{request.Method} {request.AbsolutePath[basePath.Length..]}",
            [.. address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)],
            request.BodyAsBytes is { Length: > 0 } bytes ? StrictUtf8.GetString(bytes) : null,
            request.Headers!.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }
}
