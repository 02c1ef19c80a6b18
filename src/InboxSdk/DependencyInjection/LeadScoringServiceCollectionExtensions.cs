using InboxSdk;
using InboxSdk.LeadScoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="LeadScorer"/>.</summary>
/// <remarks>Wrong options fail the start of the host, with messages that say what to do.</remarks>
public static class LeadScoringServiceCollectionExtensions
{
    /// <summary>Registers <see cref="LeadScorer"/> as a singleton.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; what it leaves alone is the guide's rule.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">At the start of the host, or when the scorer is first asked for: an option is wrong.</exception>
    public static IServiceCollection AddLeadScoring(this IServiceCollection services, Action<LeadScoringOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LeadScoringOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        return services.AddScorer();
    }

    /// <summary>Registers <see cref="LeadScorer"/> as a singleton, with rules from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds the options, such as <c>configuration.GetSection("LeadScoring")</c>. It is read once.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="section"/> is null.</exception>
    /// <exception cref="InvalidOperationException">At the start of the host, or when the scorer is first asked for: a value of the section cannot be read as its
    /// option.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Likewise: an option is wrong.</exception>
    public static IServiceCollection AddLeadScoring(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<LeadScoringOptions>().Bind(section).Configure(options =>
        {
            // An empty list leaves the rule out; binding takes it for one that is not there.
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
