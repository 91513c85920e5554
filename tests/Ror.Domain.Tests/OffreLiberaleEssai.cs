using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>A médecin généraliste with a practice and a maison de santé near by.</summary>
internal static class OffreLiberaleEssai
{
    public static EntiteGeographique Cabinet { get; } = Etablissement("EJ10000000009009", "410000000009009", "CABINET", "SA07", "81004");

    public static EntiteGeographique Maison { get; } = Etablissement("EJ10000000009017", "410000000009017", "MAISON DE SANTE", Offre.MaisonSante, "81222");

    public static FicheProfessionnel Fiche { get; } = new()
    {
        Rpps = "10000000009",
        Nom = "DEMONSTRATION",
        Exercices = [new(new("10"), "C", [new(SavoirFaire.Specialite, "SM54")])],
        Situations = [new("410000000009009", new("10"), SituationExercice.Liberal)],
    };

    public static ModalitesIntervention AuCabinet { get; } = new() { ModalitesAccueil = Fabrique.Codes("03") };

    public static ModalitesIntervention ADomicile { get; } = new() { ModalitesAccueil = Fabrique.Codes("03", "05"), Communes = ["81004"] };

    public static Contacts Contacts(int patients) => new() { Patients = Enumerable.Range(0, patients).Select(i => Fabrique.Contact(telecoms: Fabrique.Telecom(valeur: $"056300000{i}"))).EnListe() };

    public static Horaires Horaires(int plages) => new() { SemaineType = Enumerable.Range(1, plages).Select(jour => new PlageHoraire { Type = Fabrique.Code("07"), Jour = jour, Debut = "09:00", Fin = "12:00" }).EnListe() };

    public static DescriptionOffre Description(string? nom = "Cabinet") => new()
    {
        Nom = nom,
        Activites = [new() { Activite = Fabrique.Code("437") }],
        AgeMin = new() { Valeur = 0, Unite = "d" },
        AgeMax = new() { Valeur = 120, Unite = "a" },
    };

    /// <param name="conventionne">What health insurance says: an edition of the national data.</param>
    public static Environnement Environnement(EntiteGeographique lieu, bool? conventionne = null)
    {
        var situation = Fiche.Situations[0] with { Conventionnement = conventionne is null ? null : new(null, conventionne, null, new DateOnly(2026, 1, 1)) };
        return Fabrique.Environnement(Secteur.Ville, lieu.Categorie) with
        {
            AdresseEtablissement = lieu.Adresse,
            ExtraitNational = ExtraitNational.De(Fiche, situation, Fiche.Exercices[0], lieu, Fabrique.Nomenclatures),
        };
    }

    public static Offre Naitre() => Cabinet.FaireNaitreOffre(new(Guid.CreateVersion7(), IdentifiantRegional.Creer("76", 1), Fiche, Fiche.Exercices[0], Environnement(Cabinet))).Valeur;

    /// <summary>Published, with its zone.</summary>
    public static Offre Publiee()
    {
        var (offre, environnement) = (Naitre(), Environnement(Cabinet));
        offre.ValiderEtape(DonneesNationales.Cle, [new DonneesNationales { Accord = true }], environnement).Reussit();
        offre.ValiderEtape(Description("Source"), environnement).Reussit();
        offre.ValiderEtape(ADomicile, environnement).Reussit();
        offre.ValiderEtape("contacts", [Contacts(2)], environnement).Reussit();
        offre.ValiderEtape("horaires", [Horaires(2)], environnement).Reussit();
        offre.Valider(relu: true, environnement).Reussit();
        return offre;
    }

    private static EntiteGeographique Etablissement(string ej, string eg, string nom, string categorie, string commune) =>
        EntiteJuridique.Importer(Guid.CreateVersion7(), new() { IdNatStruct = ej, RaisonSociale = nom }, Origine.Rpps, Fabrique.Instant).Valeur
            .ImporterEntiteGeographique(Guid.CreateVersion7(), new() { IdNatStruct = eg, Denomination = nom, Categorie = new CodeNos(categorie), Adresse = new() { Commune = commune } }, Origine.Rpps, Fabrique.Instant).Valeur;
}
