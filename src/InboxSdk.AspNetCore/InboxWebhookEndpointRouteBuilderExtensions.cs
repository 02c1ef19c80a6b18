using System.Diagnostics.CodeAnalysis;
using InboxSdk.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Provides extension methods to map the endpoint of webhooks.</summary>
public static class InboxWebhookEndpointRouteBuilderExtensions
{
    /// <summary>Maps the endpoint that receives webhooks which are registered with <c>AddInboxWebhooks</c>.</summary>
    /// <param name="endpoints">The application or a group of it.</param>
    /// <param name="pattern">The path, such as <c>/inbox/webhooks</c>.</param>
    /// <param name="serviceKey">The key of webhooks that are registered with <c>AddKeyedInboxWebhooks</c>. The default is those without a key.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> or <paramref name="pattern"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The webhooks are not registered, or have neither a handler nor an event processor with the same key.</exception>
    /// <remarks>
    /// <para>The endpoint responds as soon as a delivery is accepted, and the handlers run afterwards: 204 for an accepted delivery, also one of an unknown type; 401 if it is not
    /// authentic; 413 if it is too large; 415 if it is compressed and the application does not decompress it; 400 if it is authentic but not an event; 503 if it was not
    /// accepted, so that the sender retries it.</para>
    /// <para>It allows anonymous requests, since the signature authenticates them.</para>
    /// </remarks>
    public static IEndpointConventionBuilder MapInboxWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var endpoint = endpoints.ServiceProvider.GetKeyedService<WebhookEndpoint>(serviceKey ?? Options.DefaultName) ?? throw new InvalidOperationException(
            serviceKey is null
                ? "The webhooks are not registered. Call services.AddInboxWebhooks() first."
                : $"No webhooks with the key '{serviceKey}' are registered. Call services.AddKeyedInboxWebhooks() first.");
        return endpoints.MapPost(pattern, endpoint.HandleAsync).WithMetadata(new AllowAnonymousAttribute()).WithDisplayName("Inbox webhooks");
    }
}
