using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Diffusion;

/// <summary>A structure as it was named when the offer was published.</summary>
/// <param name="Identifiant">idNat_Struct of an EJ or EG, regional identifier of a pôle or UF.</param>
public sealed record StructurePubliee(Guid Id, string Identifiant, string Nom);

/// <summary>The branch of the tree above a published offer.</summary>
public sealed record StructuresPubliees(
    StructurePubliee EntiteJuridique, StructurePubliee EntiteGeographique, StructurePubliee? Pole, StructurePubliee? UniteFonctionnelle);

/// <summary>
/// What the world reads of an offer: one row per offer, codes only, rewritten in the transaction of each publication.
/// Searched values are columns; the rest is one document.
/// </summary>
public sealed class OffrePubliee
{
    private OffrePubliee()
    {
    }

    /// <summary>Id of the offer.</summary>
    public Guid Id { get; private init; }

    public IdentifiantRegional Identifiant { get; private init; } = null!;

    /// <summary>Number of the published version.</summary>
    public int NumeroVersion { get; private set; }

    /// <summary>Grows at each change of what is read here; the version of its ETag.</summary>
    public long Version { get; private set; }

    public StatutOffre Statut { get; private set; }

    public Fermeture? Fermeture { get; private set; }

    /// <summary>What closes it next, planned for itself or for a level above; published as PRE (J185) while it is open.</summary>
    public Fermeture? FermeturePrevue { get; private set; }

    public DateTime ValideeLe { get; private set; }

    public string Region { get; private set; } = null!;

    public string Departement { get; private set; } = null!;

    public Secteur Secteur { get; private set; }

    /// <summary>J20.</summary>
    public string ChampActivite { get; private set; } = null!;

    /// <summary>Rows of sensitive units are filtered in the query, so that totals do not betray them.</summary>
    public bool UniteSensible { get; private set; }

    public StructuresPubliees Structures { get; private set; } = null!;

    public ContenuOffre Contenu { get; private set; } = null!;

    public static OffrePubliee De(Offre offre) => new() { Id = offre.Id, Identifiant = offre.Identifiant };

    /// <summary>The same version in another state: closed, reopened, planned to close.</summary>
    /// <param name="prevue">See <see cref="Previsions"/>.</param>
    public void Suivre(Offre offre, Fermeture? prevue) => (Version, Statut, Fermeture, FermeturePrevue) = (Version + 1, offre.Statut, offre.Fermeture, prevue);

    public void Publier(Offre offre, Fermeture? prevue, EntiteGeographique entiteGeographique, StructuresPubliees structures)
    {
        if (offre.Publie is not { } publie)
        {
            throw new InvalidOperationException("Un brouillon ne quitte jamais la saisie.");
        }

        Suivre(offre, prevue);
        (NumeroVersion, ValideeLe) = (offre.NumeroVersion, offre.ValideeLe!.Value);
        (Region, Departement) = (entiteGeographique.Region, entiteGeographique.Adresse.LireCommune().Departement);
        (Secteur, Structures) = (entiteGeographique.Secteur, structures);
        Contenu = Publication.Publiable(publie);
        ChampActivite = publie.InformationsGenerales!.ChampActivite!.Code;
        UniteSensible = publie.InformationsGenerales.UniteSensible is true;
    }
}
