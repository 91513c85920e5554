using Microsoft.Extensions.Configuration;
using Ror.Infrastructure.Persistence.PostgreSql;
using Ror.Infrastructure.Persistence.Sqlite;

namespace Ror.Infrastructure.Persistence;

/// <summary>Section <c>Persistance</c> of the configuration.</summary>
public sealed class OptionsPersistance
{
    public string Moteur { get; set; } = "Sqlite";

    /// <summary>When false the node waits, not ready, until the <c>migrer</c> command has been run.</summary>
    public bool MigrerAuDemarrage { get; set; } = true;
}

/// <summary>The engine and the connection that the configuration names.</summary>
public sealed record Persistance(IMoteur Moteur, string Connexion, OptionsPersistance Options)
{
    /// <summary>Those of this assembly; the host adds its own.</summary>
    public static IReadOnlyList<IMoteur> MoteursLivres() => [new MoteurSqlite(), new MoteurPostgreSql()];

    /// <param name="developpement">Elsewhere the connection is never guessed: a mistyped key would start on an empty database.</param>
    /// <param name="fautes">Receives one sentence per fault.</param>
    /// <returns>Null when there is a fault.</returns>
    public static Persistance? Lire(IConfiguration configuration, IReadOnlyList<IMoteur> moteurs, bool developpement, ICollection<string> fautes)
    {
        var options = configuration.Lire<OptionsPersistance>("Persistance", fautes);
        var moteur = options is null ? null : moteurs.SingleOrDefault(m => string.Equals(m.Nom, options.Moteur, StringComparison.OrdinalIgnoreCase));
        if (options is not null && moteur is null)
        {
            fautes.Add($"Persistance:Moteur : « {options.Moteur} » n'est pas un moteur ({string.Join(", ", moteurs.Select(m => m.Nom))}).");
        }

        if (moteur is null)
        {
            return null;
        }

        var connexion = configuration.GetConnectionString("Ror") ?? (developpement ? moteur.ConnexionParDefaut : null);
        List<string> trouvees =
        [
            .. moteur.Empechement is { } empechement ? [empechement] : Array.Empty<string>(),
            .. string.IsNullOrWhiteSpace(connexion) ? [$"ConnectionStrings:Ror : donnez la chaîne de connexion de {moteur.Nom}."] : Fautes(moteur, connexion),
        ];
        foreach (var faute in trouvees)
        {
            fautes.Add(faute);
        }

        return trouvees.Count == 0 ? new(moteur, connexion!, options!) : null;
    }

    private static List<string> Fautes(IMoteur moteur, string connexion)
    {
        try
        {
            return [.. moteur.Fautes(connexion)];
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            // Nothing of it is repeated: a password may be anywhere in it.
            return [$"ConnectionStrings:Ror : illisible pour {moteur.Nom} ({(e as ArgumentException)?.ParamName ?? e.GetType().Name})."];
        }
    }
}

public static class SectionsStrictes
{
    /// <summary>Binds a section; an unknown key or an unreadable value is a fault, not a default in silence.</summary>
    public static T? Lire<T>(this IConfiguration configuration, string section, ICollection<string> fautes)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>(o => o.ErrorOnUnknownConfiguration = true) ?? new();
        }
        catch (InvalidOperationException e)
        {
            fautes.Add($"{section} : {e.Message}");
            return null;
        }
    }
}
