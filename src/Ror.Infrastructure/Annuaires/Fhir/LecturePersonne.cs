using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>A person: one Practitioner per professional exercise, all with the same RPPS, and the roles of each.</summary>
internal sealed class LecturePersonne(LectureStructure structures, TimeProvider horloge)
{
    // Nobody has so many, and all are named in one address.
    private const int ExercicesAuPlus = 20;

    // Where professions come from; those of TRE_G15 go without their system.
    private static readonly string[] Professions = ["G15", "R94", "R95", "R291", "R356"];

    /// <returns>Those of the answer that are this person; the others are not looked at.</returns>
    /// <exception cref="PanneAnnuaireException">One was not sent whole, or all are somebody else.</exception>
    public static IReadOnlyList<Practitioner> Exercices(Moisson moisson, string rpps)
    {
        var tous = moisson.De<Practitioner>();
        List<Practitioner> siens = [.. tous.Where(p => p.Identifier.DeType("RPPS").Contains(rpps) || p.Identifier.DeType("IDNPS").Contains($"8{rpps}")).Select(p => LectureStructure.Entiere(p)!)];
        if (siens.Count > ExercicesAuPlus)
        {
            throw new PanneAnnuaireException("L'annuaire national donne trop d'exercices à une seule personne.");
        }

        return siens.Count > 0 || tous.Count == 0 ? siens : throw new PanneAnnuaireException("L'annuaire national a répondu d'une autre personne que celle qu'on demande.");
    }

    public PersonneNationale Lire(string rpps, IReadOnlyList<Practitioner> praticiens, Moisson roles)
    {
        var organisations = roles.De<Organization>().ToDictionary(o => o.Id!);
        var exercices = praticiens.Where(p => p.Active != false).ToDictionary(p => p.Id!, DuPraticien);
        List<(SituationExercice Situation, Organization? Organisation)> situations =
        [
            .. roles.De<PractitionerRole>().Where(EstActif).SelectMany(role => Situation(role, exercices, organisations)),
        ];
        var nom = praticiens.OrderBy(p => p.Active == false).SelectMany(p => p.Name.Presents().OrderBy(n => n.Use != "usual")).FirstOrDefault(n => TexteNational.Nettoyer(n.Family) is not null)
            ?? throw new PanneAnnuaireException("L'annuaire national ne donne pas le nom de la personne.");
        return new(new FicheProfessionnel
        {
            Rpps = rpps,
            Civilite = nom.Prefix.Presents().FirstOrDefault(Vocabulaire.EstUnCode),
            CiviliteExercice = nom.Suffix.Presents().FirstOrDefault(Vocabulaire.EstUnCode),
            Nom = TexteNational.Nettoyer(nom.Family)!,
            Prenom = TexteNational.Nettoyer(string.Join(' ', nom.Given.Presents())),
            Exercices = Fusionner(exercices.Values.SelectMany(e => e)),
            Situations = situations.Select(s => s.Situation).Distinct().OrderBy(s => s.Structure, StringComparer.Ordinal).ThenBy(s => s.Profession.ToString(), StringComparer.Ordinal)
                .ThenBy(s => s.Mode, StringComparer.Ordinal).ThenBy(s => s.GenreActivite, StringComparer.Ordinal).EnListe(),
        }, [.. situations.Select(s => s.Organisation).OfType<Organization>().Select(structures.Etablissement).OfType<FicheEntiteGeographique>()
            .DistinctBy(f => f.IdNatStruct).OrderBy(f => f.IdNatStruct, StringComparer.Ordinal)]);
    }

    private bool EstActif(PractitionerRole role) => role.Active != false && !EstFinie(role.Period);

    private bool EstFinie(Periode? periode) => Vocabulaire.Jour(periode?.End) < horloge.Jour();

    private IEnumerable<(SituationExercice, Organization?)> Situation(
        PractitionerRole role, Dictionary<string, List<ExerciceProfessionnel>> exercices, Dictionary<string, Organization> organisations)
    {
        // Somebody else's, or without a place: nothing that a fiche could say.
        if (role.Practitioner.IdDe(nameof(Practitioner)) is not { } praticien || !exercices.TryGetValue(praticien, out var siens) || siens.Count == 0
            || LectureStructure.Entiere(role)!.Organization.IdDe(nameof(Organization)) is not { } id)
        {
            yield break;
        }

        var organisation = LectureStructure.Entiere(organisations.GetValueOrDefault(id));
        var codes = role.Code.Codes().ToList();
        yield return (new(organisation is null ? id : LectureStructure.IdNat(organisation)?.Valeur ?? organisation.Identifier.DeType("INTRN").FirstOrDefault(Vocabulaire.EstUnCode) ?? id, siens[0].Profession, codes.DeTre("R23"))
        {
            NomStructure = organisation is null ? null : LectureStructure.Nom(organisation),
            SecteurActivite = organisation is null ? null : LectureStructure.Secteur(organisation),
            GenreActivite = codes.DeTre("R22"),
            Telephones = organisation is null ? [] : LectureStructure.Telephones(organisation),
            Courriel = organisation is null ? null : LectureStructure.Courriel(organisation),
            Conventionnement = Conventionnement(role),
        }, organisation);
    }

    // The open service never sends them; the day it does, they are read.
    private Conventionnement? Conventionnement(PractitionerRole role)
    {
        var secteur = role.Extension.Nommee("practitionerrole-contracted")?.ValueCodeableConcept.Codes().FirstOrDefault(c => c.Code is not null && Domain.Professionnels.Conventionnement.Secteurs.Contains(c.Code))?.Code;
        var optam = role.Extension.Nommee("practitionerrole-hascas")?.ValueBoolean;
        var vitale = role.Extension.Nommee("practitionerrole-vitale-accepted")?.ValueBoolean;
        return secteur is null && optam is null && vitale is null ? null
            : new(secteur is null ? null : new CodeNos(secteur), optam, vitale, Vocabulaire.Jour(role.Meta?.LastUpdated) ?? horloge.Jour());
    }

    /// <summary>Those that one Practitioner states: one as a rule. Know-how that stands apart belongs to the first.</summary>
    private List<ExerciceProfessionnel> DuPraticien(Practitioner praticien)
    {
        var qualifications = praticien.Qualification.Presents().Where(q => !EstFinie(q.Period)).Select(q => q.Code.Codes().Where(c => Vocabulaire.EstUnCode(c.Code)).ToList()).ToList();
        var categorie = qualifications.Select(q => q.DeTre("R09")).FirstOrDefault(c => c is not null);
        var exercices = qualifications.Where(q => Profession(q) is not null)
            .Select(q => new ExerciceProfessionnel(Profession(q)!, q.DeTre("R09") ?? categorie, SavoirFaire(q).EnListe())).ToList();
        if (exercices.Count > 0)
        {
            exercices[0] = exercices[0] with { SavoirFaire = [.. exercices[0].SavoirFaire, .. qualifications.Where(q => Profession(q) is null).SelectMany(SavoirFaire)] };
        }

        return exercices;
    }

    private static CodeNos? Profession(List<Coding> qualification) => qualification.FirstOrDefault(c => Professions.Contains(Vocabulaire.Tre(c.System))) is { } trouvee
        ? new(trouvee.Code!, Vocabulaire.Tre(trouvee.System) == Professions[0] ? null : trouvee.System) : null;

    // The type names the list of the code, so that the code is the other one of the pair.
    private static IEnumerable<SavoirFaire> SavoirFaire(List<Coding> qualification) =>
        qualification.DeTre("R04") is { } type && qualification.FirstOrDefault(EstSavoirFaire) is { } code ? [new(type, code.Code!)] : [];

    private static bool EstSavoirFaire(Coding code) => Vocabulaire.Tre(code.System) is { } tre && tre is not ("R04" or "R09") && !Professions.Contains(tre);

    private static Liste<ExerciceProfessionnel> Fusionner(IEnumerable<ExerciceProfessionnel> exercices) => exercices
        .GroupBy(e => (e.Profession, e.Categorie))
        .Select(g => new ExerciceProfessionnel(g.Key.Profession, g.Key.Categorie, g.SelectMany(e => e.SavoirFaire).Distinct()
            .OrderBy(s => s.Type, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal).EnListe()))
        .OrderBy(e => e.Profession.ToString(), StringComparer.Ordinal).ThenBy(e => e.Categorie, StringComparer.Ordinal).EnListe();
}
