using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;

namespace Ror.Domain.Offres;

/// <content>Exceptions of its hours: added and removed one at a time, at once; no step is validated, and none bars it (domain §7).</content>
public sealed partial class Offre
{
    /// <summary>Where its days begin and its hours are read.</summary>
    public TimeZoneInfo Fuseau(Environnement environnement) => Fuseaux.De(Contenu.Adresse, environnement.Departement);

    /// <summary>The working content as it is served: without past exceptions (RG_EXP_018).</summary>
    public ContenuOffre Servi(Environnement environnement) => Contenu.SansExceptionsPassees(Aujourdhui(environnement));

    public Resultat<Rien> AjouterException(Guid id, ExceptionHoraire exception, Environnement environnement)
    {
        if (Refuser(ActionOffre.Modifier, environnement) is { } refus)
        {
            return refus;
        }

        var (jour, servies) = (Aujourdhui(environnement), Exceptions(environnement));
        var champ = Horaires.Champs.Single(c => c.ParOperations);
        List<Erreur> fautes = [.. exception.Refuser(servies, jour), .. NonAdmis(exception, environnement), .. servies.Count >= champ.NombreMax ? [ChampErreurs.ListeTropLongue.Avec(champ.Libelle, champ.NombreMax)] : Array.Empty<Erreur>()];
        return fautes.Count > 0 ? fautes : GarderExceptions(servies.Append(exception.Numerotee(id.ToString())), environnement);
    }

    public Resultat<Rien> RetirerException(Guid id, Environnement environnement)
    {
        if (Refuser(ActionOffre.Modifier, environnement) is { } refus)
        {
            return refus;
        }

        var (servies, cle) = (Exceptions(environnement), id.ToString());
        return servies.Any(e => e.Id == cle) ? GarderExceptions(servies.Where(e => e.Id != cle), environnement) : OffreErreurs.ExceptionIntrouvable.Avec(cle);
    }

    private DateOnly Aujourdhui(Environnement environnement) => Fuseaux.Jour(Fuseau(environnement), environnement.Instant);

    private IReadOnlyList<ExceptionHoraire> Exceptions(Environnement environnement) => Servi(environnement).Horaires?.Exceptions ?? [];

    // What its modèle or its parcours does not admit; the rest is told by the shape.
    private IEnumerable<Erreur> NonAdmis(ExceptionHoraire exception, Environnement environnement) => Formes.EstDemesuree(ExceptionHoraire.Champs, exception) ? []
        : Evaluation.De(Horaires.Cle, ExceptionHoraire.Champs, exception, Contexte(environnement)).Select(m => m.Erreur).Where(e => e.Type == ChampErreurs.NonAdmis);

    private Rien GarderExceptions(IEnumerable<ExceptionHoraire> exceptions, Environnement environnement)
    {
        var horaires = (Contenu.Horaires ?? new Horaires()).AvecExceptions(exceptions);
        return Garder(SansFauxChangement(Contenu with { Horaires = horaires == new Horaires() ? null : horaires }, environnement), Marques, environnement);
    }

    // Absent or equal, like all that is read-only.
    private IEnumerable<Erreur> RefuserExceptions(IEnumerable<ISection> sections, Environnement environnement) =>
        from horaires in sections.OfType<Horaires>()
        where horaires.Exceptions is { } recues && !recues.SequenceEqual(Exceptions(environnement))
        let champ = Horaires.Champs.Single(c => c.ParOperations)
        select ChampErreurs.LectureSeule.Sur(champ.Pointeur, champ.Libelle) with { Section = Horaires.Cle };

    private ISection AvecExceptions(ISection section, Environnement environnement) => section is Horaires horaires ? horaires.AvecExceptions(Exceptions(environnement)) : section;

    // What reads alike is the same: an exception that has passed meanwhile makes no modification.
    private ContenuOffre SansFauxChangement(ContenuOffre contenu, Environnement environnement)
    {
        var jour = Aujourdhui(environnement);
        var pareils = new[] { Contenu.Horaires, Publie?.Horaires }.FirstOrDefault(h => h is not null && h.SansExceptionsPassees(jour) == contenu.Horaires?.SansExceptionsPassees(jour));
        return pareils is null ? contenu : contenu with { Horaires = pareils };
    }
}
