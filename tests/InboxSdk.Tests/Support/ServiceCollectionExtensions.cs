using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.Tests.Support;

internal static class ServiceCollectionExtensions
{
    public static ServiceCollection Also(this ServiceCollection services, Action<ServiceCollection> configure)
    {
        configure(services);
        return services;
    }
}
