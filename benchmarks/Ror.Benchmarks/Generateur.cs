using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;
using Ror.Infrastructure.Persistence;

namespace Ror.Benchmarks;

/// <summary>
/// A fictitious country, the same for a seed: établissements of all regions, each with 4 pôles, 20 UF and 100 published offers, made by the domain's own
/// acts. Only the entry side is written: what is published is worked out from it afterwards.
/// </summary>
internal sealed class Generateur(IServiceProvider services, int graine)
{
    private const int ParEtablissement = 100;
    private const int ParUnite = 5;
    private const int ParEnregistrement = 505;
    private const int UnitesParPole = 5;

    private static readonly string[] Activites = ["007", "013", "025", "033", "037", "041", "085", "114"];
    private static readonly string[] Specialites = ["Anesthésie", "Cardiologie", "Orthopédie", "Chirurgie viscérale", "Dermatologie", "Endocrinologie", "Médecine interne", "Tabacologie"];

    private readonly Random _alea = new(graine);
    private readonly DateTime _instant = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
    private int _numero = 900_000;

    public async Task PeuplerAsync(int offres)
    {
        var departements = Departements.ParRegion.Values.SelectMany(d => d).Where(d => d.Length == 2 && d.All(char.IsAsciiDigit)).ToList();
        for (var rang = 0; rang * ParEtablissement < offres; rang++)
        {
            await using var portee = services.CreateAsyncScope();
            var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            Etablissement(db, departements[_alea.Next(departements.Count)], rang, portee.ServiceProvider.GetRequiredService<IReferentiels>());
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Makes one établissement grow to that many nodes: a UF for nine offers, a pôle for ten UF.</summary>
    public async Task AgrandirAsync(Guid etablissement, int noeuds)
    {
        await using var portee = services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var eg = await db.EntitesGeographiques.AsNoTracking().SingleAsync(e => e.Id == etablissement);
        var environnement = Environnement(eg, portee.ServiceProvider.GetRequiredService<IReferentiels>());
        var (nombre, pole, unite) = (1 + await db.Poles.CountAsync(p => p.EntiteGeographiqueId == eg.Id) + await db.UnitesFonctionnelles.CountAsync(u => u.EntiteGeographiqueId == eg.Id) + await db.Offres.CountAsync(o => o.EntiteGeographiqueId == eg.Id), (Pole?)null, (UniteFonctionnelle?)null);
        for (var rang = 0; nombre < noeuds; rang++, nombre++)
        {
            if (rang % 101 == 0)
            {
                db.Add(pole = eg.OuvrirPole(Guid.CreateVersion7(), Identifiant(eg), new() { Nom = $"Pôle {rang}" }, _instant).Valeur);
            }
            else if (rang % 101 % 10 == 1)
            {
                db.Add(unite = pole!.OuvrirUniteFonctionnelle(Guid.CreateVersion7(), Identifiant(eg), new() { Nom = $"Unité {rang}" }, null, _instant).Valeur);
            }
            else
            {
                db.Add(Offre(eg, unite!, environnement));
            }

            // What has been saved need not be looked at again.
            if (rang % ParEnregistrement == ParEnregistrement - 1)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync();
    }

    private Environnement Environnement(EntiteGeographique eg, IReferentiels referentiels) =>
        new(eg.Secteur, eg.Categorie, null, referentiels.Nomenclatures, referentiels.Modeles, _instant) { AdresseEtablissement = eg.Adresse };

    private string Commune(string departement)
    {
        var (debut, fin) = (Communes.DuDepartement(departement).Start.Value, Communes.DuDepartement(departement).End.Value);
        return Communes.Lire(_alea.Next(debut, fin)).Code;
    }

    private void Etablissement(DbContext db, string departement, int rang, IReferentiels referentiels)
    {
        var ej = EntiteJuridique.Creer(Guid.CreateVersion7(), new() { IdNatStruct = IdNat(departement, rang * 2), RaisonSociale = $"CENTRE HOSPITALIER {rang} (fictif)", StatutJuridique = new("13") }, _instant).Valeur;
        var adresse = new Adresse { NumeroVoie = "1", LibelleVoie = "rue de la Mesure", CodePostal = $"{departement}000", Localite = $"VILLE {rang}", Commune = Commune(departement) };
        var fiche = new FicheEntiteGeographique { IdNatStruct = IdNat(departement, (rang * 2) + 1), Denomination = $"HÔPITAL {rang}", Categorie = new("355"), Adresse = adresse };
        var eg = ej.OuvrirEntiteGeographique(Guid.CreateVersion7(), fiche, _instant).Valeur;
        db.AddRange(ej, eg);
        var environnement = Environnement(eg, referentiels);
        for (var p = 0; p < ParEtablissement / ParUnite / UnitesParPole; p++)
        {
            var pole = eg.OuvrirPole(Guid.CreateVersion7(), Identifiant(eg), new() { Nom = $"Pôle {Specialites[_alea.Next(Specialites.Length)]} {p}" }, _instant).Valeur;
            db.Add(pole);
            for (var u = 0; u < UnitesParPole; u++)
            {
                var unite = pole.OuvrirUniteFonctionnelle(Guid.CreateVersion7(), Identifiant(eg), new() { Nom = $"Unité {p}.{u}" }, null, _instant).Valeur;
                db.Add(unite);
                for (var o = 0; o < ParUnite; o++)
                {
                    var offre = Offre(eg, unite, environnement);
                    db.AddRange(offre, VersionOffre.De(offre, "generateur"));
                }
            }
        }
    }

    private Offre Offre(EntiteGeographique eg, UniteFonctionnelle unite, Environnement environnement)
    {
        var choix = _alea.Next(Activites.Length);
        var informations = new InformationsGenerales
        {
            Nom = $"Consultation {Specialites[choix]} {_numero}",
            ChampActivite = new("01"),
            ModeleSaisie = "https://ror.example/modeles-saisie/consultation-externe|1",
            UniteSensible = _alea.Next(100) == 0,
        };
        var offre = unite.OuvrirOffre(new(Guid.CreateVersion7(), Identifiant(eg), eg, informations, environnement)).Valeur;
        ISection[] accueil = [new AccueilPriseEnCharge { TypesOffre = Codes("69"), ModePriseEnCharge = new("32"), ModalitesAccueil = Codes("03"), OuvertureAnnuelle = new("04") }];
        ISection[] patientele =
        [
            new Patientele { PublicsPrisEnCharge = Codes("07"), AgeMin = new() { Valeur = _alea.Next(1, 18), Unite = "a" }, AgeMax = new() { Valeur = _alea.Next(60, 120), Unite = "a" } },
            new Specificites { Activites = [new() { Activite = new(Activites[choix]) }], ActesSpecifiques = Codes("0172") },
        ];
        Reussir(offre.ValiderEtape("accueil-prise-en-charge", accueil, environnement));
        Reussir(offre.ValiderEtape("patientele-et-specificites", patientele, environnement));
        Reussir(offre.ModifierSection(Contacts(), "contacts", environnement));
        Reussir(offre.Valider(relu: true, environnement));
        return offre;
    }

    // Numbers that no subscriber has.
    private Contacts Contacts() => new()
    {
        Patients = [new() { Nature = new("02"), Telecoms = [new() { Canal = new("2"), Valeur = $"+33536490{_alea.Next(1000):000}" }] }],
        Professionnels = _alea.Next(2) == 0 ? [] : [new() { Fonction = new("05"), Nom = "Secrétariat", NiveauConfidentialite = new("2"), Telecoms = [new() { Canal = new("2"), Valeur = $"+33536490{_alea.Next(1000):000}", NiveauConfidentialite = new("2") }] }],
    };

    private IdentifiantRegional Identifiant(EntiteGeographique eg) => IdentifiantRegional.Creer(eg.Region, _numero++);

    // A FINESS number with its key.
    private static string IdNat(string departement, int rang)
    {
        var numero = string.Create(CultureInfo.InvariantCulture, $"{departement}0{rang:00000}");
        return Enumerable.Range(0, 10).Select(cle => $"1{numero}{cle}").First(candidat => IdNatStruct.Lire(candidat) is not null);
    }

    private static Liste<CodeNos> Codes(params string[] codes) => [.. codes.Select(c => new CodeNos(c))];

    private static void Reussir(Resultat<Rien> resultat) => _ = resultat.EstSucces ? resultat.Valeur : throw new InvalidOperationException(string.Join(", ", resultat.Erreurs.Select(e => e.Type.Code)));
}
