using System.Reflection;
using System.Text.Json;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>The catalogue of fields against the records that it describes.</summary>
public sealed class CatalogueChampsTests
{
    public static TheoryData<string> Porteurs() => [.. TousLesPorteurs.Keys];

    public static TheoryData<string> Sections() => [.. LesSections.Toutes.Select(s => s.Cle)];

    private static readonly Dictionary<string, (Type Type, IReadOnlyList<Champ> Champs)> TousLesPorteurs =
        LesSections.Toutes.Select(s => (s.Cle, s.Type, s.Champs))
            .Concat(
            [
                (nameof(Contact), typeof(Contact), Contact.Champs), (nameof(Telecom), typeof(Telecom), Telecom.Champs),
                (nameof(ActiviteOperationnelle), typeof(ActiviteOperationnelle), ActiviteOperationnelle.Champs),
                (nameof(TeleExpertise), typeof(TeleExpertise), TeleExpertise.Champs), (nameof(Age), typeof(Age), Age.Champs),
                (nameof(BoiteMss), typeof(BoiteMss), BoiteMss.Champs), (nameof(PlageHoraire), typeof(PlageHoraire), PlageHoraire.Champs),
                (nameof(ExceptionHoraire), typeof(ExceptionHoraire), ExceptionHoraire.Champs), (nameof(PlageExceptionnelle), typeof(PlageExceptionnelle), PlageExceptionnelle.Champs),
                (nameof(FicheEntiteJuridique), typeof(FicheEntiteJuridique), FicheEntiteJuridique.Champs),
                (nameof(FicheEntiteGeographique), typeof(FicheEntiteGeographique), FicheEntiteGeographique.Champs),
                (nameof(FicheOrganisationInterne), typeof(FicheOrganisationInterne), FicheOrganisationInterne.Champs),
            ])
            .ToDictionary(p => p.Item1, p => (p.Item2, p.Item3));

    [Fact]
    public void Les_sections_sont_celles_du_domaine() =>
        Assert.Equal(["informations-generales", "accueil-prise-en-charge", "patientele", "specificites", "contacts", "adresse", "messagerie-securisee", "horaires", "zone-intervention", "lieux", "donnees-nationales"], LesSections.Toutes.Select(s => s.Cle));

    [Theory]
    [MemberData(nameof(Porteurs))]
    public void Les_champs_declares_sont_exactement_les_membres_de_l_enregistrement(string nom)
    {
        var (type, champs) = TousLesPorteurs[nom];

        Assert.Equal(Membres(type).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal), champs.Select(c => c.Nom).Order(StringComparer.Ordinal));
        Assert.Distinct(champs.Select(c => c.Nom));
    }

    [Theory]
    [MemberData(nameof(Porteurs))]
    public void Un_champ_a_le_type_de_son_membre(string nom)
    {
        var (type, champs) = TousLesPorteurs[nom];

        Assert.All(champs, c => Assert.Equal(Membres(type).Single(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == c.Nom).PropertyType, c.TypeValeur));
    }

    [Theory]
    [MemberData(nameof(Porteurs))]
    public void Chaque_nomenclature_nommee_existe(string nom) =>
        Assert.All(TousLesPorteurs[nom].Champs.Where(c => c.Nomenclature is not null), c => Assert.NotNull(Fabrique.Nomenclatures.Trouver(c.Nomenclature!)));

    [Theory]
    [MemberData(nameof(Porteurs))]
    public void Un_champ_de_codes_nomme_sa_nomenclature_et_un_champ_de_lignes_ses_colonnes(string nom) =>
        Assert.All(TousLesPorteurs[nom].Champs, c =>
        {
            Assert.True(c.Type is not (TypeChamp.Code or TypeChamp.Codes) || c.Nomenclature is not null, c.Nom);
            Assert.Equal(c.Type is TypeChamp.Lignes or TypeChamp.Age or TypeChamp.Objet, c.Colonnes.Count > 0);
            Assert.NotEmpty(c.Libelle);
            Assert.Equal("/" + c.Nom, c.Pointeur);
        });

    // Domain §4, by hand.
    [Theory]
    [InlineData("informations-generales", "champActivite", "J20")]
    [InlineData("accueil-prise-en-charge", "typesOffre", "J238")]
    [InlineData("accueil-prise-en-charge", "modePriseEnCharge", "J19")]
    [InlineData("accueil-prise-en-charge", "modalitesAccueil", "J226")]
    [InlineData("accueil-prise-en-charge", "temporaliteAccueil", "J30")]
    [InlineData("accueil-prise-en-charge", "ouvertureAnnuelle", "J28")]
    [InlineData("accueil-prise-en-charge", "modeGestion", "J26")]
    [InlineData("patientele", "publicsPrisEnCharge", "J29")]
    [InlineData("specificites", "activites", "J17")]
    [InlineData("specificites", "actesSpecifiques", "J16")]
    [InlineData("specificites", "actesHorsCabinet", "J16")]
    [InlineData("specificites", "specialisations", "J35")]
    [InlineData("specificites", "professionsRessources", "J186")]
    [InlineData("specificites", "competencesSpecifiques", "J33")]
    [InlineData("specificites", "niveauxExpertise", "J227")]
    [InlineData("adresse", "typeVoie", "J219")]
    [InlineData(nameof(BoiteMss), "niveauConfidentialite", "J222")]
    [InlineData(nameof(PlageHoraire), "type", "J41")]
    [InlineData(nameof(PlageExceptionnelle), "type", "J41")]
    [InlineData(nameof(ExceptionHoraire), "typeHoraire", "J41")]
    [InlineData(nameof(FicheEntiteJuridique), "statutJuridique", "J199")]
    [InlineData(nameof(FicheEntiteGeographique), "categorie", "J55")]
    [InlineData(nameof(FicheEntiteGeographique), "accessibilite", "J50")]
    [InlineData(nameof(FicheEntiteGeographique), "participationServicePublic", "J202")]
    [InlineData(nameof(FicheEntiteGeographique), "niveauRecoursOrsan", "J204")]
    [InlineData(nameof(ActiviteOperationnelle), "activite", "J17")]
    [InlineData(nameof(ActiviteOperationnelle), "familleActivite", "J51")]
    [InlineData(nameof(Contact), "nature", "J221")]
    [InlineData(nameof(Contact), "fonction", "J220")]
    [InlineData(nameof(Contact), "niveauConfidentialite", "J222")]
    [InlineData(nameof(Telecom), "canal", "J225")]
    [InlineData(nameof(Telecom), "niveauConfidentialite", "J222")]
    [InlineData(nameof(TeleExpertise), "canal", "J225")]
    public void Un_champ_prend_ses_codes_dans_la_liste_du_domaine(string porteur, string champ, string nomenclature) =>
        Assert.Equal(nomenclature, TousLesPorteurs[porteur].Champs.Single(c => c.Nom == champ).Nomenclature);

    [Theory]
    [MemberData(nameof(Sections))]
    public void Lire_apres_Ecrire_rend_la_valeur(string cle)
    {
        var description = LesSections.DeCle(cle);
        var pleine = Pleine(description);

        Assert.All(description.Champs, champ =>
        {
            Assert.True(champ.EstRempli(pleine), champ.Nom);
            var ecrite = champ.Ecrire(description.Vide, champ.Lire(pleine));
            Assert.Equal(champ.Lire(pleine), champ.Lire(ecrite));
            Assert.Equal([champ.Nom], description.Champs.Where(c => c.EstRempli(ecrite)).Select(c => c.Nom));
        });
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Ecrire_rien_vide_le_champ_et_lui_seul(string cle)
    {
        var description = LesSections.DeCle(cle);
        var pleine = Pleine(description);

        Assert.All(description.Champs, champ =>
            Assert.Equal(description.Champs.Select(c => c.Nom).Where(n => n != champ.Nom), description.Champs.Where(c => c.EstRempli(champ.Ecrire(pleine, null))).Select(c => c.Nom)));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Une_section_se_lit_dans_le_contenu_ou_on_l_a_ecrite(string cle)
    {
        var description = LesSections.DeCle(cle);
        var pleine = description.Lire(Fabrique.Plein)!;

        var contenu = description.Ecrire(Offres.ContenuOffre.Vide, pleine);

        Assert.Equal(pleine, description.Lire(contenu));
        Assert.All(LesSections.Toutes.Where(d => d.Cle != cle), d => Assert.Null(d.Lire(contenu)));
    }

    [Fact]
    public void Les_actes_et_competences_seuls_sont_caches_comme_tels() =>
        Assert.Equal(["actesSpecifiques", "actesHorsCabinet", "specialisations", "professionsRessources", "competencesSpecifiques"],
            LesSections.Toutes.SelectMany(s => s.Champs).Where(c => c.Confidentialite == Confidentialite.ActesEtCompetences).Select(c => c.Nom));

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("   ", false)]
    [InlineData("x", true)]
    [InlineData(false, true)]
    [InlineData(0, true)]
    public void Un_champ_est_rempli_par_une_valeur_qui_dit_quelque_chose(object? valeur, bool remplie)
    {
        Assert.Equal(remplie, Champ.EstRemplie(valeur));
        Assert.False(Champ.EstRemplie(Liste<string>.Vide));
    }

    [Fact]
    public void Un_texte_un_peu_trop_long_est_refuse_a_sa_longueur_declaree()
    {
        var longueur = LesSections.DeCle("informations-generales").Champs.Single(c => c.Nom == "nom").LongueurMax;

        Assert.Empty(AvecNom(new string('x', longueur)).VerifierForme(Fabrique.Informations));
        AvecNom(new string('x', longueur + 1)).VerifierForme(Fabrique.Informations).Seule("informations-generales/nom texte.trop-long");
    }

    [Fact]
    public void Un_texte_avec_un_caractere_interdit_est_refuse() =>
        Assert.All(new[] { "nom\0", "nom\u001B[31m", "nom\uD83D" },
            nom => AvecNom(nom).VerifierForme(Fabrique.Informations).Seule("informations-generales/nom texte.caractere-interdit"));

    [Fact]
    public void Une_valeur_en_double_est_refusee_a_la_place_de_la_seconde()
    {
        var dossier = Fabrique.Psychiatrie with
        {
            Accueil = Fabrique.Psychiatrie.Accueil with { ModalitesAccueil = Fabrique.Codes("03", "04", "03") },
            Specificites = new() { Activites = [new() { Activite = Fabrique.Code("001") }, new() { Activite = Fabrique.Code("001") }] },
        };

        dossier.VerifierForme(Fabrique.Accueil).Seule("accueil-prise-en-charge/modalitesAccueil/2 liste.doublon");
        dossier.VerifierForme("specificites").Seule("specificites/activites/1 liste.doublon");
    }

    [Fact]
    public void Une_liste_demesuree_est_une_seule_erreur() =>
        (Fabrique.Psychiatrie with { Accueil = Fabrique.Psychiatrie.Accueil with { ModalitesAccueil = Enumerable.Repeat(Fabrique.Code("zz"), 10_000).EnListe() } })
            .VerifierForme(Fabrique.Accueil).Seule("accueil-prise-en-charge/modalitesAccueil liste.trop-longue");

    private static Dossier AvecNom(string nom) => Fabrique.Chirurgie with { Informations = Fabrique.Chirurgie.Informations with { Nom = nom } };

    // Computed members (an age in days) are not fields.
    private static IEnumerable<PropertyInfo> Membres(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    // One value of each kind: a new field needs no change here.
    private static ISection Pleine(DescriptionSection description) =>
        description.Champs.Aggregate(description.Vide, (section, champ) => (ISection)champ.Ecrire(section, Echantillon(champ.TypeValeur)));

    private static object Echantillon(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type == typeof(bool?) => true,
        _ when Nullable.GetUnderlyingType(type) is { } valeur => Activator.CreateInstance(valeur)!,
        _ when type == typeof(CodeNos) => new CodeNos("01"),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Liste<>) => ListeDUn(type.GetGenericArguments()[0]),
        _ => Activator.CreateInstance(type)!,
    };

    private static object ListeDUn(Type element)
    {
        var tableau = Array.CreateInstance(element, 1);
        tableau.SetValue(Echantillon(element), 0);
        return typeof(Liste).GetMethod(nameof(Liste.EnListe))!.MakeGenericMethod(element).Invoke(null, [tableau])!;
    }
}
