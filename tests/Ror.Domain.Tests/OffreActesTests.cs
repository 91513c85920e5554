using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>Every (state, action) pair on a real offer, for the acts that exist.</summary>
public sealed class OffreActesTests
{
    private static readonly Dossier Dossier = Fabrique.Chirurgie;

    // Domain §3 by hand: what is possible in each state; "+" is a state with pending modifications.
    private static readonly Dictionary<string, string[]> Possibles = new()
    {
        ["Brouillon"] = ["Modifier", "Valider", "Supprimer", "Transferer"],
        ["Validee"] = ["Modifier", "FermerTemporairement", "FermerDefinitivement", "Transferer", "Confirmer"],
        ["Validee+"] = ["Modifier", "Valider", "Abandonner", "FermerTemporairement", "FermerDefinitivement", "Transferer", "Confirmer"],
        ["FermeeTemporairement"] = ["Modifier", "FermerTemporairement", "FermerDefinitivement", "Rouvrir", "Transferer", "DesignerSuccesseur", "Confirmer"],
        ["FermeeTemporairement+"] = ["Modifier", "Valider", "Abandonner", "FermerTemporairement", "FermerDefinitivement", "Rouvrir", "Transferer", "DesignerSuccesseur", "Confirmer"],
        ["FermeeDefinitivement"] = ["DesignerSuccesseur"],
    };

    private static readonly Dictionary<string, Func<Offre, Resultat<Rien>>> Actes = new()
    {
        ["Modifier"] = o => o.ModifierSection(Dossier.Contacts with { Professionnels = [Fabrique.Contact()] }, "contacts", Dossier.Environnement),
        ["Valider"] = o => o.Valider(relu: true, Dossier.Environnement),
        ["Abandonner"] = o => o.AbandonnerModifications(Dossier.Environnement),
        ["FermerDefinitivement"] = o => o.Fermer(TypeFermeture.Definitive),
        ["FermerTemporairement"] = o => o.Fermer(TypeFermeture.Provisoire, reouverture: new DateOnly(2027, 1, 1)),
        ["Rouvrir"] = o => o.Rouvrir(),
        ["Confirmer"] = o => o.Confirmer(Dossier.Environnement),
        ["DesignerSuccesseur"] = o => o.DesignerSuccesseur("76/100001", Dossier.Environnement),
    };

    public static TheoryData<string, string> Paires() => [.. from etat in Possibles.Keys from acte in Actes.Keys select (etat, acte)];

    public static TheoryData<string> Etats() => [.. Possibles.Keys];

    [Theory]
    [MemberData(nameof(Paires))]
    public void Un_acte_change_l_offre_ou_la_laisse_intacte_selon_son_etat(string etat, string acte)
    {
        var offre = EnEtat(etat);
        var (avant, version) = (offre.Instantane(), offre.Version);

        var resultat = Actes[acte](offre);

        if (Possibles[etat].Contains(acte))
        {
            resultat.Reussit();
            Assert.Equal(version + 1, offre.Version);
            return;
        }

        var refus = resultat.Refuse("offre.transition-interdite");
        Assert.Equal(Nature.Etat, refus.Type.Nature);
        Assert.Equal(etat.TrimEnd('+'), refus.Precisions["etat"]);
        Assert.Equal(EnTirets(acte), refus.Precisions["action"]);
        Assert.Equal(Possibles[etat].Select(EnTirets), Assert.IsType<IEnumerable<string>>(refus.Precisions["actionsPossibles"], exactMatch: false));
        Assert.Equal(avant, offre.Instantane());
    }

    [Theory]
    [MemberData(nameof(Etats))]
    public void Les_actions_possibles_font_partie_de_l_offre(string etat) =>
        Assert.Equal(Possibles[etat], EnEtat(etat).ActionsPossibles.Select(a => a.ToString()));

    [Fact]
    public void Une_offre_fermee_definitivement_refuse_une_etape_par_son_etat()
    {
        var offre = EnEtat("FermeeDefinitivement");
        var avant = offre.Instantane();

        Assert.Equal("modifier", Dossier.Accueillir(offre).Refuse("offre.transition-interdite").Precisions["action"]);
        Assert.Equal(avant, offre.Instantane());
    }

    [Fact]
    public void Une_offre_nait_brouillon_en_version_un()
    {
        var offre = Dossier.Brouillon();

        Assert.Equal((StatutOffre.Brouillon, 1L, 0), (offre.Statut, offre.Version, offre.NumeroVersion));
        Assert.Null(offre.Publie);
        Assert.False(offre.ModificationsEnAttente);
    }

    [Fact]
    public void Valider_un_brouillon_le_publie_en_version_un()
    {
        var offre = Dossier.Complet();

        offre.Valider(relu: true, Dossier.Environnement).Reussit();

        Assert.Equal((StatutOffre.Validee, 1, Fabrique.Instant), (offre.Statut, offre.NumeroVersion, offre.ValideeLe));
        Assert.Equal(offre.Contenu, offre.Publie);
        Assert.False(offre.ModificationsEnAttente);
    }

    [Fact]
    public void Publier_sous_fermeture_temporaire_laisse_l_offre_fermee()
    {
        var offre = EnEtat("FermeeTemporairement+");

        offre.Valider(relu: true, Dossier.Environnement).Reussit();

        Assert.Equal((StatutOffre.FermeeTemporairement, 2), (offre.Statut, offre.NumeroVersion));
    }

    [Fact]
    public void Fermer_definitivement_perd_les_modifications_en_attente()
    {
        var offre = EnEtat("Validee+");
        var publie = offre.Publie;

        offre.Fermer(TypeFermeture.Definitive).Reussit();

        Assert.Equal(StatutOffre.FermeeDefinitivement, offre.Statut);
        Assert.Equal(publie, offre.Contenu);
        Assert.False(offre.ModificationsEnAttente);
        Assert.Equal(new Fermeture(TypeFermeture.Definitive, new DateOnly(2026, 9, 15)), offre.Fermeture);
    }

    private static Offre EnEtat(string etat) =>
        etat == "FermeeDefinitivement"
            ? Fermee()
            : Dossier.EnEtat(Enum.Parse<StatutOffre>(etat.TrimEnd('+')), enAttente: etat.EndsWith('+'));

    private static Offre Fermee()
    {
        var offre = Dossier.Publiee();
        offre.Fermer(TypeFermeture.Definitive).Reussit();
        return offre;
    }

    private static string EnTirets(string acte) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(acte);
}
