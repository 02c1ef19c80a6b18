using InboxSdk;
using InboxSdk.LeadScoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods to register <see cref="LeadScorer"/>.</summary>
/// <remarks>Invalid options prevent the host from starting, with messages that say how to fix them.</remarks>
public static class LeadScoringServiceCollectionExtensions
{
    /// <summary>Registers <see cref="LeadScorer"/> as a singleton.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the options. The defaults are those of <see cref="LeadRule.Defaults"/>.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts, or the scorer is first resolved: an option is invalid.</exception>
    public static IServiceCollection AddLeadScoring(this IServiceCollection services, Action<LeadScoringOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LeadScoringOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        return services.AddScorer();
    }

    /// <summary>Registers <see cref="LeadScorer"/> as a singleton, with rules from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that contains the options, such as <c>configuration.GetSection("LeadScoring")</c>. It is read once.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="section"/> is null.</exception>
    /// <exception cref="InvalidOperationException">When the host starts, or the scorer is first resolved: a value of the section cannot be converted to the type of
    /// its option.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts, or the scorer is first resolved: an option is invalid.</exception>
    public static IServiceCollection AddLeadScoring(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<LeadScoringOptions>().Bind(section).Configure(options =>
        {
            // An empty list disables the rule, but binding treats it as a missing one.
            if (IsEmptyList(section.GetSection(nameof(options.Followers))))
                options.Followers = [];
            if (IsEmptyList(section.GetSection(nameof(options.Bio))))
                options.Bio = [];
        }).ValidateOnStart();
        return services.AddScorer();
    }

    private static bool IsEmptyList(IConfigurationSection list) => list.Value is "" && !list.GetChildren().Any();

    private static IServiceCollection AddScorer(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LeadScoringOptions>, LeadScoringOptionsValidator>());
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<LeadScoringOptions>>().Value;
            return new LeadScorer(options.ToRules(), options.Minimum, options.Maximum);
        });
        return services;
    }
}
