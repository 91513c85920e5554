using System.Globalization;
using Ror.Domain.Acces;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;

namespace Ror.Domain.Tests;

/// <summary>Anomalies against domain §10, written out once more from the page alone.</summary>
public sealed class AnomaliesTests
{
    private const string Region = "76";
    private const string Etablissement = "1810990010";
    private const string Rpps = "10000000009";
    private static readonly DateTime Instant = new(2026, 9, 15, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Jour = new(2026, 9, 15);

    // "01 créé → 02, 04, 03; 02 à traiter → …"
    private static readonly Dictionary<string, string> Transitions = new()
    {
        ["01"] = "02 04 03",
        ["02"] = "05 06 07 08 09 10 03 11",
        ["03"] = "",
        ["04"] = "02 03",
        ["05"] = "06 07 08 09 10 11 03",
        ["06"] = "02 08",
        ["07"] = "",
        ["08"] = "10 02",
        ["09"] = "",
        ["10"] = "08 02",
        ["11"] = "02 03",
    };

    // The service: the resolution of the recipient, the end of a tolerance, a gap that is gone.
    private static readonly string[] DuService = ["01-02", "01-04", "06-02", "02-08", "05-08", "06-08", "10-08", "01-03", "04-03", "11-03"];

    private static readonly Perimetre Personne = new([], [], [], 0, null);
    private static readonly Perimetre Responsable = new([Role.ResponsableOffre], [Etablissement], [], 2, null);
    private static readonly Perimetre Referent = new([Role.ReferentRor], [], [Region], 2, null);
    private static readonly Perimetre Medecin = new([Role.Professionnel], [], [], 2, Rpps);

    [Fact]
    public void Chaque_statut_vers_chaque_statut_pour_chacun()
    {
        var statuts = Enum.GetValues<StatutAnomalie>();
        Assert.Equal(Transitions.Keys, statuts.Select(s => s.Code()));
        Assert.Equal(CycleAnomalie.Table.Count, CycleAnomalie.Table.Select(t => (t.De, t.Vers)).Distinct().Count());
        foreach (var (de, vers, role) in from d in statuts from v in statuts from r in Enum.GetValues<RoleAnomalie>() select (d, v, r))
        {
            var existe = Transitions[de.Code()].Split(' ').Contains(vers.Code());
            var permise = existe && role switch
            {
                RoleAnomalie.Declarant => vers == StatutAnomalie.Annule,
                RoleAnomalie.Destinataire => vers.Code() is "05" or "08" or "09" or "11",
                RoleAnomalie.Referent => true,
                RoleAnomalie.Systeme => DuService.Contains($"{de.Code()}-{vers.Code()}"),
            };
            var repere = $"{de.Code()} → {vers.Code()}, {role}";
            Assert.True(permise == (CycleAnomalie.Refuser(de, vers, [role]) is null), repere);
            Assert.True(permise == CycleAnomalie.Possibles(de, [role]).Contains(vers), repere);
            if (!existe)
            {
                var refus = CycleAnomalie.Refuser(de, vers, [role])!;
                Assert.Equal(("anomalie.transition-interdite", de.Code(), vers.Code()), (refus.Type.Code, refus.Precisions["etat"], refus.Precisions["statut"]));
                Assert.Equal(CycleAnomalie.Possibles(de, [role]).Select(p => p.Code()), (IEnumerable<string>)refus.Precisions["statutsPossibles"]);
            }
            else if (!permise)
            {
                Assert.Equal("anomalie.transition-non-permise", CycleAnomalie.Refuser(de, vers, [role])!.Type.Code);
            }
        }
    }

    [Theory]
    [InlineData("01", "03")]
    [InlineData("02", "08")]
    [InlineData("03", null)]
    [InlineData("04", "03")]
    [InlineData("05", "08")]
    [InlineData("06", "08")]
    [InlineData("07", null)]
    [InlineData("08", null)]
    [InlineData("09", null)]
    [InlineData("10", "08")]
    [InlineData("11", "03")]
    public void Quand_l_ecart_a_disparu(string de, string? vers) => Assert.Equal(vers, CycleAnomalie.Resolu(CycleAnomalie.DeCode(de)!.Value)?.Code());

    [Fact]
    public void Le_destinataire_est_le_premier_de_sa_ligne_qui_n_est_pas_le_declarant()
    {
        (CibleAnomalie Cible, bool Nationale, Perimetre Declarant, string? Attendu)[] cas =
        [
            (Offre(), false, Personne, $"responsable-offre:{Etablissement}"),
            (Offre(), false, Responsable, $"referent-ror:{Region}"),
            (Offre(), false, Referent, $"responsable-offre:{Etablissement}"),
            (Offre(), false, Responsable with { Roles = [Role.ResponsableOffre, Role.ReferentRor], Regions = [Region] }, null),
            (Offre(Rpps), false, Personne, $"professionnel:{Rpps}"),
            (Offre(Rpps), false, Medecin, $"referent-ror:{Region}"),
            (Offre(Rpps), true, Medecin, $"referent-ror:{Region}"),
            (Offre(Rpps), true, Referent, null),
            (Offre(), true, Responsable, $"referent-ror:{Region}"),
            (Autre(TypeObjetAnomalie.Pole), false, Personne, $"responsable-offre:{Etablissement}"),
            (Autre(TypeObjetAnomalie.UniteFonctionnelle), false, Responsable, $"referent-ror:{Region}"),
            (Autre(TypeObjetAnomalie.LieuRealisationOffre), false, Personne, $"responsable-offre:{Etablissement}"),
            (Autre(TypeObjetAnomalie.EntiteGeographique), false, Responsable, $"referent-ror:{Region}"),
            (Autre(TypeObjetAnomalie.EntiteGeographique), true, Responsable, $"referent-ror:{Region}"),
            (Autre(TypeObjetAnomalie.EntiteGeographique), true, Referent, null),
            (Autre(TypeObjetAnomalie.EntiteJuridique), false, Personne, $"referent-ror:{Region}"),
            (Autre(TypeObjetAnomalie.EntiteJuridique), true, Personne, $"referent-ror:{Region}"),
            (Autre(TypeObjetAnomalie.EntiteJuridique) with { Region = null }, true, Personne, null),
            (Autre(TypeObjetAnomalie.Professionnel) with { Rpps = Rpps }, true, Medecin, $"referent-ror:{Region}"),
            (Autre(TypeObjetAnomalie.Professionnel) with { Rpps = Rpps, Region = null }, true, Medecin, null),
        ];
        Assert.All(cas, c => Assert.Equal(c.Attendu, Destinataires.Resoudre(c.Cible, c.Nationale, c.Declarant)?.ToString()));
        var lignes = Destinataires.Table.Select(l => (l.Type, l.Liberale, l.Nationale)).ToList();
        Assert.Equal(lignes.Count, lignes.Distinct().Count());
        Assert.Equal(lignes.ToHashSet(), cas.Select(c => (c.Cible.Type, c.Cible.Type == TypeObjetAnomalie.Offre && c.Cible.Rpps is not null, c.Nationale)).ToHashSet());
    }

    [Theory]
    [InlineData(TypeObjetAnomalie.Offre, null, null, false)]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", null, false)]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "/ageMin/valeur", false)]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "/publicsPrisEnCharge/0", false)]
    [InlineData(TypeObjetAnomalie.Offre, "contacts", "/patients/3/telecoms/0/valeur", false)]
    [InlineData(TypeObjetAnomalie.Offre, "donnees-nationales", "/extrait/structure/denomination", true)]
    [InlineData(TypeObjetAnomalie.Offre, "donnees-nationales", null, true)]
    [InlineData(TypeObjetAnomalie.EntiteGeographique, null, "/denomination", true)]
    [InlineData(TypeObjetAnomalie.EntiteGeographique, null, "/adresse/commune", true)]
    [InlineData(TypeObjetAnomalie.EntiteGeographique, null, "/idNatStruct", true)]
    [InlineData(TypeObjetAnomalie.EntiteGeographique, null, "/contacts/patients/0", false)]
    [InlineData(TypeObjetAnomalie.EntiteGeographique, null, "/nomOperationnel", false)]
    [InlineData(TypeObjetAnomalie.EntiteGeographique, null, null, false)]
    [InlineData(TypeObjetAnomalie.EntiteJuridique, null, "/raisonSociale", true)]
    [InlineData(TypeObjetAnomalie.Pole, null, "/nom", false)]
    [InlineData(TypeObjetAnomalie.LieuRealisationOffre, null, "/adresse/commune", false)]
    [InlineData(TypeObjetAnomalie.Professionnel, null, "/nom", true)]
    [InlineData(TypeObjetAnomalie.Professionnel, null, "/situations/0/conventionnement/secteur", true)]
    public void Un_endroit_declare(TypeObjetAnomalie type, string? section, string? champ, bool nationale)
    {
        var lu = Endroit.Lire(Autre(type) with { Nationale = true }, section, champ);
        lu.Reussit();
        Assert.Equal(new(section, champ, nationale), lu.Valeur);
    }

    [Theory]
    [InlineData(TypeObjetAnomalie.Offre, null, "/nom", "/section anomalie.section-requise")]
    [InlineData(TypeObjetAnomalie.Offre, "inconnue", null, "/section anomalie.section-inconnue")]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "/age", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "ageMin", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "/", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "/ageMin/", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "/ageMin/0", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "/publicsPrisEnCharge/00", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "/publicsPrisEnCharge/-1", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Offre, "patientele", "/publicsPrisEnCharge/0/code", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Offre, "donnees-nationales", "sans-barre", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Pole, "patientele", "/nom", "/section anomalie.section-inconnue")]
    [InlineData(TypeObjetAnomalie.Pole, null, "/denomination", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Professionnel, null, "/situations/x", "/champ anomalie.champ-inconnu")]
    [InlineData(TypeObjetAnomalie.Professionnel, null, "/inconnu", "/champ anomalie.champ-inconnu")]
    public void Un_endroit_que_rien_ne_declare_est_refuse(TypeObjetAnomalie type, string? section, string? champ, string attendue) =>
        Endroit.Lire(Autre(type), section, champ).Refuse(attendue);

    [Fact]
    public void A_la_declaration_le_destinataire_est_trouve_ou_l_anomalie_bloquee_et_tout_est_garde()
    {
        var trouvee = Declarer(Offre(), Responsable);
        Assert.Equal(["Cree agent", "ATraiter moteur"], trouvee.Historique.Select(p => $"{p.Vers} {p.Par}"));
        Assert.Null(trouvee.Historique[0].De);
        Assert.Equal((1, StatutAnomalie.ATraiter, $"referent-ror:{Region}"), (trouvee.Version, trouvee.Statut, trouvee.Destinataire!.ToString()));

        var bloquee = Declarer(Offre() with { Region = null }, Responsable);
        Assert.Equal((StatutAnomalie.Bloque, null), (bloquee.Statut, bloquee.Destinataire));
        Assert.Equal(["Cree", "Bloque"], bloquee.Historique.Select(p => $"{p.Vers}"));
    }

    [Fact]
    public void Un_referent_reprend_ce_qui_etait_bloque_ou_mal_adresse()
    {
        var anomalie = Declarer(Offre(), Personne);
        anomalie.Passer(StatutAnomalie.DestinataireErrone, [RoleAnomalie.Destinataire], "x", "pas pour nous", null, Jour, Instant).Reussit();
        Assert.Equal([], anomalie.Roles("x", Responsable).Where(r => CycleAnomalie.Possibles(anomalie.Statut, [r]).Any()));
        anomalie.Passer(StatutAnomalie.ATraiter, [RoleAnomalie.Referent], "r", null, null, Jour, Instant).Reussit();
        Assert.Equal(($"referent-ror:{Region}", 3, "pas pour nous"), (anomalie.Destinataire!.ToString(), anomalie.Version, anomalie.Historique[2].Commentaire));
    }

    [Fact]
    public void Une_tolerance_a_une_fin_a_venir_puis_l_anomalie_est_de_nouveau_a_traiter()
    {
        var anomalie = Declarer(Offre(), Personne);
        Resultat<Rien> Tolerer(DateOnly? fin) => anomalie.Passer(StatutAnomalie.TolereTemporairement, [RoleAnomalie.Referent], "r", null, fin, Jour, Instant);
        Tolerer(null).Refuse("/echeance anomalie.echeance-requise");
        Tolerer(Jour).Refuse("/echeance anomalie.echeance-passee");
        anomalie.Passer(StatutAnomalie.Envoye, [RoleAnomalie.Referent], "r", null, Jour.AddDays(2), Jour, Instant).Refuse("/echeance anomalie.echeance-sans-objet");
        Assert.Equal(1, anomalie.Version);
        Tolerer(Jour.AddDays(2)).Reussit();
        Assert.False(anomalie.TerminerTolerance(Jour.AddDays(1), Instant));
        Assert.True(anomalie.TerminerTolerance(Jour.AddDays(2), Instant));
        Assert.False(anomalie.TerminerTolerance(Jour.AddDays(2), Instant));
        Assert.Equal((StatutAnomalie.ATraiter, null, "moteur"), (anomalie.Statut, anomalie.Echeance, anomalie.Historique[^1].Par));
    }

    [Fact]
    public void Une_seule_vivante_par_regle_objet_et_endroit()
    {
        var (anomalie, jumelle) = (Declarer(Offre(), Personne), Declarer(Offre(), Medecin));
        Assert.Equal(anomalie.CleVivante, jumelle.CleVivante);
        Assert.Equal(64, anomalie.CleVivante!.Length);
        Assert.NotEqual(anomalie.CleVivante, Anomalie.Cle("ST3", anomalie.ObjetId, new(anomalie.Section, anomalie.Champ, false)));
        Assert.NotEqual(anomalie.CleVivante, Anomalie.Cle(null, Guid.NewGuid(), new(anomalie.Section, anomalie.Champ, false)));
        Assert.NotEqual(anomalie.CleVivante, Anomalie.Cle(null, anomalie.ObjetId, new(anomalie.Section, "/ageMax", false)));
        foreach (var statut in Enum.GetValues<StatutAnomalie>())
        {
            Assert.Equal(statut.Code() is not ("03" or "07" or "08" or "09"), statut.EstVivant());
        }
    }

    [Fact]
    public void Trois_mille_transitions_au_hasard_suivent_la_page()
    {
        var graine = int.TryParse(Environment.GetEnvironmentVariable("ROR_SEED"), CultureInfo.InvariantCulture, out var lue) ? lue : 20261005;
        var (hasard, statuts, vus) = (new Random(graine), Enum.GetValues<StatutAnomalie>(), new HashSet<string>());
        var (anomalie, modele, versions) = (Declarer(Offre(), Personne), "02", 1);
        for (var acte = 1; acte <= 3000; acte++)
        {
            var (vers, role) = (statuts[hasard.Next(statuts.Length)].Code(), Enum.GetValues<RoleAnomalie>()[hasard.Next(4)]);
            DateOnly? echeance = vers == "06" ? Jour.AddDays(hasard.Next(-1, 5)) : null;
            var existe = Transitions[modele].Split(' ').Contains(vers);
            var permise = existe && (role == RoleAnomalie.Referent || (role == RoleAnomalie.Declarant && vers == "03") || (role == RoleAnomalie.Destinataire && vers is ("05" or "08" or "09" or "11"))
                || (role == RoleAnomalie.Systeme && DuService.Contains($"{modele}-{vers}")));
            var attendu = !existe ? "anomalie.transition-interdite" : !permise ? "anomalie.transition-non-permise" : echeance <= Jour ? "anomalie.echeance-passee" : "ok";
            var obtenu = anomalie.Passer(CycleAnomalie.DeCode(vers)!.Value, [role], "x", null, echeance, Jour, Instant);
            Assert.True(attendu == (obtenu.EstSucces ? "ok" : obtenu.Erreurs.Single().Type.Code), $"ROR_SEED={graine} acte {acte} : {modele} → {vers} par {role}");
            (modele, versions) = attendu == "ok" ? (vers, versions + 1) : (modele, versions);
            Assert.True((modele, versions, modele is not ("03" or "07" or "08" or "09")) == (anomalie.Statut.Code(), (int)anomalie.Version, anomalie.CleVivante is not null), $"ROR_SEED={graine} acte {acte}");
            Assert.Equal(versions + 1, anomalie.Historique.Count);
            vus.Add(modele);
            if (Transitions[modele].Length == 0)
            {
                (anomalie, modele, versions) = (Declarer(Offre(), Personne), "02", 1);
            }
        }

        // A walk that went nowhere would prove nothing.
        Assert.Equal(9, vus.Count);
    }

    [Theory]
    [InlineData(" { \"valeur\" : 3 , \"unite\":\"a\" } ", "{\"valeur\":3,\"unite\":\"a\"}")]
    [InlineData("\"\\u00e9t\\u00e9\"", "\"été\"")]
    [InlineData("[1.50, true, null]", "[1.50,true,null]")]
    public void Une_valeur_se_garde_en_JSON_compact(string json, string compact) => Assert.Equal(compact, ValeurJson.De(json).Texte);

    private static CibleAnomalie Offre(string? rpps = null) => Autre(TypeObjetAnomalie.Offre) with { Rpps = rpps };

    private static CibleAnomalie Autre(TypeObjetAnomalie type) =>
        new(type, Guid.Parse("01920000-0000-7000-8000-000000000999"), "76/100001", Guid.Parse("01920000-0000-7000-8000-000000000998"), Etablissement, Region, null, Nationale: false);

    private static Anomalie Declarer(CibleAnomalie cible, Perimetre declarant) => Anomalie.Declarer(
        Guid.CreateVersion7(), new(cible, new("patientele", "/ageMin", false), "06", "COR", null, null, "Faux.", "saisie", "agent", null, null), declarant, Instant);
}
