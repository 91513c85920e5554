using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>The table of combinations, walked whole; what a profile reads of figures; how measures replace each other.</summary>
public sealed class CapacitesTests
{
    // Domain §9, written out again: what goes with each status.
    private static readonly Dictionary<string, (string[] Temporalites, string Dimensions)> Attendues = new()
    {
        ["01"] = (["01"], "----"),
        ["02"] = (["01", "02", "03", "04", "05"], "?---"),
        ["03"] = (["01"], "----"),
        ["04"] = (["01"], "----"),
        ["05"] = (["01"], "-!--"),
        ["06"] = (["01"], "--!?"),
    };

    [Fact]
    public void Chaque_combinaison_est_admise_ou_refusee_comme_la_table_le_dit()
    {
        var (admises, toutes) = (0, 0);
        foreach (var statut in new[] { "01", "02", "03", "04", "05", "06", "07", "08", "09" })
        {
            foreach (var temporalite in new[] { "01", "02", "03", "04", "05" })
            {
                for (var presences = 0; presences < 16; presences++)
                {
                    var indicateur = Indicateur(statut, temporalite, presences);
                    var attendue = Attendues.TryGetValue(statut, out var ligne) && ligne.Temporalites.Contains(temporalite) && ligne.Dimensions.Select((regle, i) => Va(regle, (presences & (1 << i)) != 0)).All(va => va);
                    var fautes = CombinaisonsCapacite.Verifier(indicateur).ToList();
                    Assert.True(attendue == (fautes.Count == 0), $"{statut} {temporalite} {presences} : {string.Join(" ; ", fautes)}");
                    Assert.All(fautes, Attentes.ParleLesDeuxLangues);
                    (admises, toutes) = (admises + (attendue ? 1 : 0), toutes + 1);
                }
            }
        }

        Assert.Equal((720, 16), (toutes, admises));
        Assert.Equal(Attendues.Keys.Order(), CombinaisonsCapacite.Table.Select(l => l.Statut).Order());

        static bool Va(char regle, bool presente) => regle switch { '-' => !presente, '!' => presente, _ => true };
    }

    [Fact]
    public void La_cle_distingue_les_huit_dimensions_et_rien_d_autre()
    {
        var reference = Mesure("02", 3, "2026-03-01T08:30:00Z");
        Assert.Equal("01.01.02.01._._._._", reference.Cle());
        Assert.Equal(reference.Cle(), (reference with { Nombre = 9, Source = new("04"), DateMaj = "2026-03-02T08:30:00Z" }).Cle());
        IndicateurCapacite[] autres =
        [
            reference with { AffectationTemporaire = new("02") }, reference with { Nature = new("02") }, reference with { Statut = new("03") }, reference with { Temporalite = new("02") },
            reference with { Genre = new("01") }, reference with { TypeFermeture = new("01") }, reference with { TypeLitSupplementaire = new("01") }, reference with { TypeCrise = new("01") },
        ];
        Assert.Equal(9, autres.Select(a => a.Cle()).Append(reference.Cle()).Distinct().Count());
    }

    [Fact]
    public void Les_mesures_au_hasard_laissent_la_plus_recente_de_chaque_cle()
    {
        const int graine = 20261130;
        var (hasard, capacites, modele) = (new Random(graine), CapacitesLieu.De(Lieu()), new Dictionary<string, IndicateurCapacite>());
        for (var acte = 0; acte < 2000; acte++)
        {
            var mesure = Mesure(hasard.Next(2) == 0 ? "01" : "02", hasard.Next(5), $"2026-03-01T08:{hasard.Next(60):00}:00.000Z") with { Genre = null };
            var (forcer, version) = (hasard.Next(10) == 0, capacites.Version);
            var connue = modele.GetValueOrDefault(mesure.Cle());
            var refusee = !forcer && connue is not null && string.CompareOrdinal(mesure.DateMaj, connue.DateMaj) < 0;
            Assert.True(refusee == capacites.Refuser([mesure], new(forcer, false)).Any(), $"graine {graine}, acte {acte}");
            if (!refusee)
            {
                Assert.Equal(connue != mesure ? 1 : 0, capacites.Mesurer([mesure], Fabrique.Instant).Count);
                Assert.Equal(version + (connue != mesure ? 1 : 0), capacites.Version);
                modele[mesure.Cle()] = mesure;
            }

            Assert.Equal(modele.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Value), capacites.Indicateurs);
        }
    }

    [Theory]
    [InlineData(0, Secteur.Sanitaire, "")]
    [InlineData(1, Secteur.Sanitaire, "01 02 06")]
    [InlineData(2, Secteur.Sanitaire, "01 02")]
    [InlineData(3, Secteur.Sanitaire, "")]
    [InlineData(3, Secteur.MedicoSocial, "01 02")]
    [InlineData(4, Secteur.Ville, "01 02 06")]
    [InlineData(5, Secteur.Sanitaire, "01")]
    public void Chaque_profil_lit_sa_part(int profil, Secteur secteur, string statuts)
    {
        Liste<IndicateurCapacite> tous = [Mesure("01", 1, "2026-03-01T08:30:00Z"), Mesure("02", 1, "2026-03-01T08:30:00Z"), Mesure("06", 1, "2026-03-01T08:30:00Z")];
        Assert.Equal(statuts, string.Join(' ', Visibilite.Capacites(tous, profil, secteur).Select(i => i.Statut!.Code)));
    }

    [Theory]
    [InlineData("2026-03-01T09:30:00+01:00", "2026-03-01T08:30:00.000Z")]
    [InlineData("2026-03-01T08:30Z", "2026-03-01T08:30:00.000Z")]
    [InlineData("2026-03-01T08:30:00.1234567Z", "2026-03-01T08:30:00.123Z")]
    [InlineData("2026-03-01T08:30:00", null)]
    [InlineData("2026-02-30T08:30:00Z", null)]
    [InlineData("1026-03-01T08:30:00Z", null)]
    [InlineData("demain", null)]
    public void L_instant_d_une_mesure_se_garde_en_UTC(string donne, string? garde) => Assert.Equal(garde, InstantMesure.Lire(donne) is { } lu ? InstantMesure.Ecrire(lu) : null);

    private static LieuRealisationOffre Lieu() =>
        Fabrique.Etablissement().OuvrirLieu(Guid.CreateVersion7(), Identifiants.IdentifiantRegional.Creer("76", 1), new() { Nom = "Lieu", Adresse = new() { Commune = "81004" } }, Fabrique.Instant).Valeur;

    private static IndicateurCapacite Mesure(string statut, int nombre, string dateMaj) =>
        new() { AffectationTemporaire = new("01"), Nature = new("01"), Statut = new(statut), Temporalite = new("01"), Nombre = nombre, Source = new("02"), DateMaj = dateMaj };

    private static IndicateurCapacite Indicateur(string statut, string temporalite, int presences) => Mesure(statut, 1, "2026-03-01T08:30:00Z") with
    {
        Temporalite = new(temporalite),
        Genre = Present(presences, 0),
        TypeFermeture = Present(presences, 1),
        TypeLitSupplementaire = Present(presences, 2),
        TypeCrise = Present(presences, 3),
    };

    private static CodeNos? Present(int presences, int rang) => (presences & (1 << rang)) != 0 ? new("01") : null;
}
