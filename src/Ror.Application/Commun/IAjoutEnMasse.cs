using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Application.Commun;

/// <summary>New objects that come by the thousand, from the outside: nothing hangs below them, and no offer among them is published.</summary>
public sealed class Nouveautes
{
    public List<EntiteJuridique> EntitesJuridiques { get; } = [];

    /// <summary>Each with its legal entity, new or known.</summary>
    public List<(EntiteJuridique EntiteJuridique, EntiteGeographique EntiteGeographique)> EntitesGeographiques { get; } = [];

    public List<Professionnel> Professionnels { get; } = [];

    public List<Offre> Offres { get; } = [];

    /// <summary>Known before, and changed by the same act: for the audit alone.</summary>
    public List<Agregat> Modifies { get; } = [];

    public IEnumerable<Agregat> Tous => EntitesJuridiques.Concat<Agregat>(EntitesGeographiques.Select(e => e.EntiteGeographique)).Concat(Professionnels).Concat(Offres);
}

/// <summary>Writes new objects with all that goes with them (codes, audit, what is published), in the open act, in the fastest way that the engine has.</summary>
public interface IAjoutEnMasse
{
    /// <param name="acte">For the audit.</param>
    Task AjouterAsync(Nouveautes nouveautes, string acte, string auteur, CancellationToken ct);
}
