using Ror.Application.Annuaires;
using Ror.Domain.Identifiants;
using static Ror.Infrastructure.Tests.Fhir.Donnees;

namespace Ror.Infrastructure.Tests.Fhir;

public sealed class StructureTests
{
    private static readonly string Parent = Organisation("001-9", $"{Identifiant("FINEJ", "990000010")},{Identifiant("SIREN", "356000000")}", "ENTITE FICTIVE", Concept(Coding("R72", "13")));

    [Fact]
    public async Task Un_etablissement_et_son_entite_juridique()
    {
        await using var banc = new Banc().Jouer(Acte.Json(Paquet(Parent, Centre(parent: Lien("partOf", "001-9"), types: "," + Concept(Coding("R66", "355"))))));
        var (etablissement, entite) = (await banc.StructureAsync()).Valeur!;
        Assert.Equal(("1990000028", "1990000010", "CENTRE FICTIF", null, "355", "18033", null), (etablissement.Fiche.IdNatStruct, etablissement.Fiche.EntiteJuridique,
            etablissement.Fiche.Denomination, etablissement.Fiche.NomOperationnel, etablissement.Fiche.Categorie?.Code, etablissement.Fiche.Adresse?.Commune, etablissement.FermeLe));
        Assert.Equal(("1990000010", "ENTITE FICTIVE", "13", "356000000", null), (entite!.Fiche.IdNatStruct, entite.Fiche.RaisonSociale, entite.Fiche.StatutJuridique?.Code, entite.Fiche.NumSiren, entite.FermeLe));
        Assert.Equal("/fhir/v2/Organization?identifier=990000028&_include=Organization:partof&_count=50", Assert.Single(banc.Serveur.Recues).Chemin);
    }

    [Fact]
    public async Task Un_FINESS_qui_nomme_une_entite_juridique_ou_un_SIREN_egal_n_est_pas_l_etablissement()
    {
        await using var banc = new Banc().Jouer(Acte.Json(Paquet(
            Organisation("001-1", $"{Identifiant("IDNST", "1990000028")},{Identifiant("FINEJ", Finess)}", "ENTITE", ""), Organisation("001-2", Identifiant("SIREN", Finess), "AUTRE", ""))));
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.StructureAsync()).Issue);
    }

    [Theory]
    [InlineData(true, null, null)]
    [InlineData(true, "2027-01-01", null)]
    [InlineData(true, "2026-11-29", "2026-11-29")]
    [InlineData(true, "2024", "2024-01-01")]
    [InlineData(true, "2024-06", "2024-06-01")]
    [InlineData(false, "2025-03-31T23:00:00+02:00", "2025-03-31")]
    [InlineData(false, null, "2026-02-03")]
    public async Task Un_etablissement_ferme_dit_depuis_quand(bool actif, string? fin, string? fermeLe)
    {
        var ligne = fin is null ? "" : $",\"end\":\"{fin}\"";
        var periode = $$"""[{"url":"http://hl7.org/fhir/StructureDefinition/organization-period","valuePeriod":{"start":"2019-06-01"{{ligne}} } }]""";
        await using var banc = new Banc().Jouer(Acte.Json(Paquet(Centre(actif: actif, extension: periode))));
        Assert.Equal(fermeLe is null ? null : DateOnly.Parse(fermeLe, System.Globalization.CultureInfo.InvariantCulture), (await banc.StructureAsync()).Valeur!.Etablissement.FermeLe);
    }

    [Fact]
    public async Task Celui_qui_est_ouvert_passe_avant_celui_qui_est_ferme()
    {
        await using var banc = new Banc().Jouer(Acte.Json(Paquet(Centre("001-1", actif: false), Centre("001-2"), Centre("001-3", actif: false))));
        Assert.Null((await banc.StructureAsync()).Valeur!.Etablissement.FermeLe);
    }

    [Theory]
    [InlineData("410990000019000", "RPPSRG", "10990000019000", "SA07")]
    [InlineData("399999990700010", "SIRET", "99999990700010", "SA07")]
    public async Task Un_cabinet_se_lit_par_son_identifiant(string idNatStruct, string type, string numero, string categorie)
    {
        await using var banc = new Banc().Jouer(Acte.Json(Paquet(Cabinet(identifiants: Identifiant(type, numero)))));
        var reponse = await banc.Annuaire.LireStructureAsync(IdNatStruct.LireConnu(idNatStruct)!, CancellationToken.None);
        Assert.Equal((idNatStruct, categorie), (reponse.Valeur!.Etablissement.Fiche.IdNatStruct, reponse.Valeur.Etablissement.Fiche.Categorie?.Code));
        Assert.Null(reponse.Valeur.EntiteJuridique);
    }

    [Theory]
    [InlineData("2356000000")]
    [InlineData("EJ10990000019000")]
    public async Task Une_entite_juridique_n_est_pas_demandee_comme_etablissement(string idNatStruct)
    {
        await using var banc = new Banc();
        Assert.Equal(IssueAnnuaire.Inconnu, (await banc.Annuaire.LireStructureAsync(IdNatStruct.LireConnu(idNatStruct)!, CancellationToken.None)).Issue);
        Assert.Empty(banc.Serveur.Recues);
    }

    [Fact]
    public async Task Un_etablissement_partiel_n_est_pas_pris_pour_le_tout()
    {
        await using var banc = new Banc().Jouer(Acte.Json(Paquet(Centre().Replace("\"meta\":{", "\"meta\":{\"tag\":[null,{\"code\":\"SUBSETTED\"}],", StringComparison.Ordinal))));
        Assert.Equal(IssueAnnuaire.Indisponible, (await banc.StructureAsync()).Issue);
    }
}
