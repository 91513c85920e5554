using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Application.ModelesSaisie;
using Ror.Application.Nomenclatures;
using Ror.Application.Offres;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;
using static Ror.Application.Demo.ContenusDemo;
using static Ror.Application.Demo.IdsDemo;

namespace Ror.Application.Demo;

/// <summary>
/// A small fictitious Occitanie that tells the story of the user guides. Loaded once, in one transaction, through the domain's own acts.
/// Numbers are of the ranges reserved for fiction.
/// </summary>
public sealed partial class JeuDeDemonstration
{
    private readonly ISaisieDb _db;
    private readonly IImportsDb _imports;
    private readonly IModelesSaisie _modeles;
    private readonly IReferentiels _referentiels;
    private readonly IUniteDeTravail _travail;
    private readonly INumerotation _numerotation;
    private readonly IAppelant _appelant;
    private readonly AccesOffres _acces;
    private readonly DateTime _instant;

    private static readonly DateOnly DonneesMedecin = new(2026, 1, 5);

    internal JeuDeDemonstration(ISaisieDb db, IImportsDb imports, IModelesSaisie modeles, IReferentiels referentiels, IUniteDeTravail travail, INumerotation numerotation, IAppelant appelant, AccesOffres acces, TimeProvider horloge) =>
        (_db, _imports, _modeles, _referentiels, _travail, _numerotation, _appelant, _acces, _instant) = (db, imports, modeles, referentiels, travail, numerotation, appelant, acces, horloge.Instant());

    public Task<bool> ChargerAsync(CancellationToken ct) => _travail.ExecuterAsync(async () =>
    {
        if (!await _db.EntitesGeographiques.AnyAsync(ct))
        {
            await ChargerChAlbi(ct);
            await ChargerEhpad(ct);
            ChargerImports();
            await ChargerLiberalAsync(ct);
            await ChargerModelesAsync(ct);
        }

        return true;
    }, reussi => reussi, ct);

    // Projets as an administrator leaves them; the active modèles come with the service.
    private async Task ChargerModelesAsync(CancellationToken ct)
    {
        await _modeles.ReserverAsync(ct);
        Projet(ModeleAActiver, "hospitalisation-psychiatrie", "Unité d'hospitalisation en psychiatrie", ["355"], new RegleChamp("patientele", "publicsPrisEnCharge", null, null, false, true, null));
        Projet(ModeleAModifier, "service-autonomie-domicile", "Service autonomie à domicile", [], new RegleChamp("accueil-prise-en-charge", "modeGestion", null, null, true, false, null));
        Projet(ModeleASupprimer, "essai", "Essai", ["355"], new RegleChamp("patientele", "ageMin", null, new Age { Valeur = 18, Unite = "a" }, false, false, null));

        void Projet(Guid id, string nom, string titre, string[] categories, RegleChamp regle) => _modeles.Ajouter(new(
            id, $"https://ror.example/modeles-saisie/{nom}", "1", titre, StatutModele.Projet, "structure", new() { Categories = categories.Select(c => new CodeNos(c)).EnListe(), ChampsActivite = [new("03")] }, [regle]));
    }

    // Dry runs that found everything in force already.
    private void ChargerImports()
    {
        var liste = _referentiels.Nomenclatures["J19"];
        Importer(IdsDemo.Import, GenreImport.Nomenclatures, "JDV_J19-ModePriseEnCharge-ROR.json", null, null);
        var ligne = new ListeImportee("JDV_J19-ModePriseEnCharge-ROR.json", liste.Nom, liste.NomOfficiel, liste.Genre, liste.Version, liste.Version, IssueListe.Inchangee, liste.Nombre, [], []);
        _imports.LignesImport.Add(new(IdsDemo.Import, 0, JsonSerializer.Serialize(ligne, JsonRor.Stockage)));
        var bilan = new Dictionary<ActeAnnuaire, CompteAnnuaire> { [ActeAnnuaire.LigneLue] = new(1, []), [ActeAnnuaire.ProfessionnelInchange] = new(1, []) };
        Importer(ImportAnnuaire, GenreImport.Rpps, "PS_LibreAcces_Personne_activite_202601050800.txt", DonneesMedecin, JsonSerializer.Serialize(bilan, JsonRor.Stockage));

        // Known by the national directory, whose extract told of nobody else.
        _db.Professionnels.Add(Professionnel.Creer(IdsDemo.Medecin, ContenusDemo.Medecin(), DonneesMedecin, _instant));
    }

    private void Importer(Guid id, GenreImport genre, string fichier, DateOnly? donneesDu, string? bilan) => _imports.Imports.Add(new()
    {
        Id = id,
        Genre = genre,
        Etat = EtatImport.Termine,
        Simulation = true,
        Auteur = "administrateur",
        Fichier = fichier,
        Taille = 5_000,
        Empreinte = new string('0', 64),
        DeposeLe = _instant,
        CommenceLe = _instant,
        TermineLe = _instant,
        Fait = 1,
        Total = 1,
        Essais = 1,
        DonneesDu = donneesDu,
        Bilan = bilan,
    });

    private async Task ChargerChAlbi(CancellationToken ct)
    {
        var eg = Ouvrir(EjChAlbi, "1810990002", "CENTRE HOSPITALIER D'ALBI (fictif)", "13", ChAlbi, "1810990010", "CH ALBI", "355", new() { NumeroVoie = "22", LibelleVoie = "boulevard de la Démonstration", CodePostal = "81000", Localite = "Albi", Commune = "81004" });
        await ChargerLieuxChAlbiAsync(eg, ct);
        var chirurgie = await Pole(eg, PoleAnesthesieChirurgie, "Pôle Anesthésie-Chirurgie", ct);
        var medecine = await Pole(eg, PoleMedecine, "Pôle Médecine", ct);
        var consultations = await Unite(eg, chirurgie, UfConsultations, "Consultations", ct);
        await Unite(eg, chirurgie, UfHcChirurgies, "HC Chirurgies polyvalentes", ct);
        var medicoChirurgicale = await Unite(eg, medecine, UfMedicoChirurgicale, "Unité médico-chirurgicale", ct);

        Publier(Situer(await Consultation(eg, consultations, ConsultationAnesthesie, "Consultation Anesthésie", "007", ct), LieuConsultations));
        Publier(await Consultation(eg, consultations, ConsultationOrthopedie, "Consultation Chirurgie Orthopédie et Traumatologie", "025", ct));
        var viscerale = Publier(await Consultation(eg, consultations, ConsultationViscerale, "Consultation Chirurgie viscérale et digestive", "033", ct));
        Prevoir(viscerale.Offre, TypeFermeture.Provisoire);
        Prevoir(medecine, TypeFermeture.Provisoire);
        Prevoir(medicoChirurgicale, TypeFermeture.Provisoire);

        var tabacologie = Publier(await Consultation(eg, medicoChirurgicale, ConsultationTabacologie, "Consultation Pneumologie et tabacologie", "114", ct));
        Reussir(new Cascade(tabacologie.Offre, [], null, new DateOnly(2025, 12, 31), _instant).Fermer(new(TypeFermeture.Definitive, new DateOnly(2025, 12, 31))));

        var cardiologie = Publier(await Consultation(eg, medicoChirurgicale, ConsultationCardiologie, "Consultation Cardiologie", "013", ct));
        Reussir(cardiologie.Offre.ModifierSection(Contacts("+33536490019"), "contacts", cardiologie.Environnement));

        await Consultation(eg, medicoChirurgicale, ConsultationEndocrinologie, "Consultation Endocrinologie", "041", ct);
        await Consultation(eg, medicoChirurgicale, ConsultationDermatologie, "Consultation Dermatologie (à supprimer)", "037", ct, complete: false);
        var bariatrique = await Offre(eg, new(TypeNoeud.UniteFonctionnelle, medicoChirurgicale.Id), HcChirurgieBariatrique, medicoChirurgicale.OuvrirOffre, InformationsChirurgie("HC Chirurgie bariatrique (à compléter)"), ct);
        Reussir(bariatrique.Offre.ValiderEtape("accueil-prise-en-charge", [AccueilChirurgie()], bariatrique.Environnement));
        Reussir(bariatrique.Offre.AjouterException(ExceptionBariatrique, FermetureEstivale(), bariatrique.Environnement));
        var mobile = await Offre(eg, new(TypeNoeud.UniteFonctionnelle, medicoChirurgicale.Id), EquipeMobile, medicoChirurgicale.OuvrirOffre, InformationsEquipeMobile("Équipe mobile de réadaptation (à compléter)"), ct);
        Reussir(mobile.Offre.ValiderEtape("accueil-prise-en-charge", [AccueilEquipeMobile()], mobile.Environnement));
        Publier(await Consultation(eg, medicoChirurgicale, ConsultationMedecineGenerale, "Consultation Médecine interne en milieu protégé", "085", ct, sensible: true));
        _db.Anomalies.AddRange(AnomaliesDemo.Faire(eg, [cardiologie.Offre, viscerale.Offre], medicoChirurgicale, _instant));
    }

    private async Task ChargerEhpad(CancellationToken ct)
    {
        var eg = Ouvrir(EjMicocouliers, "1810990028", "ASSOCIATION LES MICOCOULIERS (fictive)", "60", EhpadMicocouliers, "1810990036", "EHPAD LES MICOCOULIERS", "500", new() { NumeroVoie = "3", LibelleVoie = "chemin des Micocouliers", CodePostal = "81100", Localite = "Castres", Commune = "81065" });
        await ChargerLieuEhpadAsync(eg, ct);
        var offre = await Offre(eg, new(TypeNoeud.EntiteGeographique, eg.Id), HebergementPermanent, eg.OuvrirOffre, InformationsEhpad("Hébergement permanent"), ct);
        Reussir(offre.Offre.ValiderEtape("accueil-prise-en-charge", [AccueilEhpad()], offre.Environnement));
        Reussir(offre.Offre.ValiderEtape("patientele-et-specificites", [PatienteleEhpad(), SpecificitesEhpad()], offre.Environnement));
        Reussir(offre.Offre.ModifierSection(Contacts("+33536490020"), "contacts", offre.Environnement));
        Prevoir(eg, TypeFermeture.Definitive);
        Publier(Situer(offre, LieuEhpad));
    }

    // Far enough to tell the story of a planned closing without ever carrying it out.
    private void Prevoir(Noeud noeud, TypeFermeture type) => Reussir(new Cascade(noeud, [], null, DateOnly.FromDateTime(_instant), _instant).Fermer(
        new(type, new DateOnly(2090, 7, 1), type == TypeFermeture.Provisoire ? new DateOnly(2090, 9, 1) : null)));

    private EntiteGeographique Ouvrir(Guid ejId, string idNatEj, string raisonSociale, string statut, Guid egId, string idNatEg, string denomination, string categorie, Adresse adresse)
    {
        var ej = Reussir(EntiteJuridique.Creer(ejId, new() { IdNatStruct = idNatEj, RaisonSociale = raisonSociale, StatutJuridique = new(statut) }, _instant));
        var eg = Reussir(ej.OuvrirEntiteGeographique(egId, new() { IdNatStruct = idNatEg, Denomination = denomination, Categorie = new(categorie), Adresse = adresse }, _instant));
        _db.EntitesJuridiques.Add(ej);
        _db.EntitesGeographiques.Add(eg);
        return eg;
    }

    private async Task<Pole> Pole(EntiteGeographique eg, Guid id, string nom, CancellationToken ct)
    {
        var pole = Reussir(eg.OuvrirPole(id, await _numerotation.SuivantAsync(TypeIdentifiant.OrganisationInterne, eg.Region, ct), new() { Nom = nom }, _instant));
        _db.Poles.Add(pole);
        return pole;
    }

    private async Task<UniteFonctionnelle> Unite(EntiteGeographique eg, Pole pole, Guid id, string nom, CancellationToken ct)
    {
        var unite = Reussir(pole.OuvrirUniteFonctionnelle(id, await _numerotation.SuivantAsync(TypeIdentifiant.OrganisationInterne, eg.Region, ct), new() { Nom = nom }, eg.Fermeture, _instant));
        _db.UnitesFonctionnelles.Add(unite);
        return unite;
    }

    private async Task<OffreEnPlace> Consultation(
        EntiteGeographique eg, UniteFonctionnelle uf, Guid id, string nom, string activite, CancellationToken ct, bool sensible = false, bool complete = true)
    {
        var offre = await Offre(eg, new(TypeNoeud.UniteFonctionnelle, uf.Id), id, uf.OuvrirOffre, InformationsConsultation(nom, sensible), ct);
        if (complete)
        {
            Reussir(offre.Offre.ValiderEtape("accueil-prise-en-charge", [AccueilConsultation()], offre.Environnement));
            Reussir(offre.Offre.ValiderEtape("patientele-et-specificites", [ToutPublic(), Specificites(activite)], offre.Environnement));
            Reussir(offre.Offre.ModifierSection(Contacts("+33536490010"), "contacts", offre.Environnement));
        }

        return offre;
    }

    private async Task<OffreEnPlace> Offre(
        EntiteGeographique eg, Rattachement parent, Guid id, Func<OuvertureOffre, Resultat<Offre>> ouvrir, Domain.Offres.Sections.InformationsGenerales informations, CancellationToken ct)
    {
        var environnement = await _acces.Environnement(eg, parent, ct);
        var offre = Reussir(ouvrir(new(id, await _numerotation.SuivantAsync(TypeIdentifiant.Offre, eg.Region, ct), eg, informations, environnement)));
        _db.Offres.Add(offre);
        return new(offre, eg, environnement);
    }

    private OffreEnPlace Publier(OffreEnPlace offre)
    {
        Reussir(offre.Offre.Valider(relu: true, offre.Environnement));
        _db.VersionsOffre.Add(VersionOffre.De(offre.Offre, _appelant.Sujet));
        return offre;
    }

    private static T Reussir<T>(Resultat<T> resultat) => resultat.Valeur;
}
