using System.Globalization;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Arborescences;

/// <summary>The lists in force, and since when the same codes of them are. Taken before anything is read: what comes later only makes another state.</summary>
internal readonly record struct EtatReferentiels(long Generation, DateOnly Depuis)
{
    // Another release may evaluate the same offer, or write the same tree, in another way.
    private static readonly string Livraison = $"{typeof(EtatArborescence).Module.ModuleVersionId:N}{typeof(Perimetre).Module.ModuleVersionId:N}";

    /// <summary>The release, the lists and their codes: what holds for every offer.</summary>
    public string Regles => string.Create(CultureInfo.InvariantCulture, $"{Livraison} {Generation} {Depuis.DayNumber} ");

    public static EtatReferentiels De(IReferentiels referentiels, TimeProvider horloge) => new(referentiels.Generation, referentiels.Nomenclatures.MemesCodesDepuis(DateOnly.FromDateTime(horloge.Instant())));

    /// <summary>What the completeness of an offer depends upon besides itself.</summary>
    /// <param name="professionnel">Version of what the national directories say of the professional of a liberal offer; 0 of a structure's.</param>
    /// <param name="etablissement">Of a liberal offer, the version of the place that they describe too; 0 of a structure's.</param>
    public string Base(string categorie, long professionnel = 0, long etablissement = 0) => string.Create(CultureInfo.InvariantCulture, $"{Regles}{categorie} {professionnel} {etablissement}");
}

/// <summary>What the tree of an établissement depends upon, told without reading it (ADR 33).</summary>
public sealed record ConsulterEtatArborescenceQuery(Guid EntiteGeographiqueId, bool InclureFermees) : IRequete<EtatLecture>;

internal sealed class ConsulterEtatArborescenceHandler(ISaisieDb db, IAppelant appelant, IReferentiels referentiels, TimeProvider horloge)
    : IRequestHandler<ConsulterEtatArborescenceQuery, Resultat<EtatLecture>>
{
    public async Task<Resultat<EtatLecture>> Handle(ConsulterEtatArborescenceQuery request, CancellationToken cancellationToken)
    {
        var etat = EtatReferentiels.De(referentiels, horloge);
        var cumuls = await RequetesArborescence.CumulerAsync(db, request.EntiteGeographiqueId, cancellationToken);
        return cumuls.SingleOrDefault(c => c.Rang == (int)TypeNoeud.EntiteGeographique) is { } eg && appelant.Perimetre.Voit(eg.IdNatStruct!.Valeur, eg.Region!)
            ? EtatArborescence.De(cumuls, eg.Versions, request.InclureFermees, etat, appelant.EnAnglais)
            : StructureErreurs.Introuvable.Avec();
    }
}

/// <summary>From the rows themselves or from their counts, the same words.</summary>
internal static class EtatArborescence
{
    public static EtatLecture De(IReadOnlyList<LigneArborescence> lignes, bool inclureFermees, EtatReferentiels etat, bool enAnglais)
    {
        var cumuls = lignes.GroupBy(l => l.Rang)
            .Select(g => new CumulLignes { Rang = g.Key, Nombre = g.Count(), Versions = g.Sum(l => l.Version), VersionsLiees = g.Sum(l => l.VersionsLiees) });
        return De(cumuls, lignes[0].Version, inclureFermees, etat, enAnglais);
    }

    /// <summary>Versions only grow, rows only come, and those that leave are counted: what changed made one of these numbers greater.</summary>
    public static EtatLecture De(IEnumerable<CumulLignes> cumuls, long version, bool inclureFermees, EtatReferentiels etat, bool enAnglais)
    {
        var termes = cumuls.OrderBy(c => c.Rang).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Rang}:{c.Nombre}:{c.Versions}:{c.VersionsLiees}"));
        return new(version, string.Create(CultureInfo.InvariantCulture, $"{etat.Regles}{inclureFermees} {enAnglais} {string.Join(' ', termes)}"));
    }
}
