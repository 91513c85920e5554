using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;

namespace Ror.Domain.Tests;

/// <summary>Exceptions of the typical week: what they are, and what they do to an offer.</summary>
public sealed class ExceptionsHorairesTests
{
    // 15 September 2026.
    private static readonly DateOnly Jour = DateOnly.FromDateTime(Fabrique.Instant);
    private static readonly Dossier Dossier = Fabrique.Chirurgie;

    [Theory]
    [InlineData("FermetureTemporaire", 0, 0, "")]
    [InlineData("FermetureTemporaire", 3, 0, "/dateFin horaire.periode-inversee")]
    [InlineData("Vacances", 0, 1, "/type texte.hors-liste")]
    [InlineData(null, 0, 1, "/type champ.obligatoire")]
    [InlineData("FermetureTemporaire", null, 1, "/dateDebut champ.obligatoire")]
    [InlineData("FermetureTemporaire", 0, null, "/dateFin champ.obligatoire")]
    [InlineData("HoraireExceptionnel", 0, 1, "/plages horaire.exceptionnel-avec-plages")]
    public void Ce_qu_aucune_exception_ne_peut_etre_est_refuse_par_sa_forme(string? type, int? debut, int? fin, string attendu) =>
        Assert.Equal(attendu.Length == 0 ? [] : [attendu], Formes(new() { Type = type, DateDebut = Dans(debut), DateFin = Dans(fin) }));

    [Theory]
    [InlineData("09:00", "12:00", "12:00", "14:00", "")]
    [InlineData("09:00", "12:00", "11:59", "24:00", "/plages/0 horaire.chevauchement;/plages/1 horaire.chevauchement")]
    [InlineData("25:00", "26:00", "11:59", "24:00", "/plages/0/debut horaire.heure-invalide;/plages/0/fin horaire.heure-invalide")]
    [InlineData("22:00", "06:00", "11:00", "12:00", "/plages/0/fin horaire.fin-avant-debut")]
    public void Ses_plages_suivent_les_regles_de_la_semaine_type(string debut, string fin, string autreDebut, string autreFin, string attendu)
    {
        var plages = new PlageExceptionnelle[] { new() { Type = Fabrique.Code("01"), Debut = debut, Fin = fin }, new() { Type = Fabrique.Code("01"), Jour = 2, Debut = autreDebut, Fin = autreFin } };
        var exception = Exception(0, 8) with { Type = ExceptionHoraire.HoraireExceptionnel, Plages = [.. plages] };
        Assert.Equal(attendu.Split(';', StringSplitOptions.RemoveEmptyEntries), Formes(exception).Order());

        // Of different kinds they may overlap; on no common day of the period, they do not.
        Assert.DoesNotContain(Formes(exception with { Plages = [plages[0] with { Type = Fabrique.Code("06") }, plages[1]] }), f => f.EndsWith("chevauchement", StringComparison.Ordinal));
        Assert.DoesNotContain(Formes(exception with { DateFin = exception.DateDebut, Plages = [plages[0], plages[1] with { Jour = 3 }] }), f => f.EndsWith("chevauchement", StringComparison.Ordinal));
    }

    [Fact]
    public void Une_fermeture_n_a_pas_de_plages() =>
        Assert.Equal(["/plages horaire.fermeture-sans-plages"], Formes(Exception(0, 1) with { Plages = [new() { Type = Fabrique.Code("01"), Debut = "09:00", Fin = "10:00" }] }));

    [Fact]
    public void Elle_s_ajoute_au_brouillon_sans_valider_d_etape_et_recoit_son_numero_et_son_type()
    {
        var offre = Dossier.Brouillon();
        var (id, marques) = (Guid.CreateVersion7(), offre.Marques);
        offre.AjouterException(id, Exception(2, 3), Dossier.Environnement).Reussit();

        var ajoutee = Assert.Single(offre.Contenu.Horaires!.Exceptions!);
        Assert.Equal((id.ToString(), Fabrique.Code("08")), (ajoutee.Id, ajoutee.TypeHoraire));
        Assert.Equal((StatutOffre.Brouillon, marques, 2L), (offre.Statut, offre.Marques, offre.Version));

        offre.AjouterException(Guid.CreateVersion7(), Exception(0, 1) with { Type = ExceptionHoraire.HoraireExceptionnel, Plages = [new() { Type = Fabrique.Code("01"), Debut = "09:00", Fin = "10:00" }] }, Dossier.Environnement).Reussit();
        Assert.Equal([(Jour, null), (Jour.AddDays(2), Fabrique.Code("08"))], offre.Contenu.Horaires.Exceptions!.Select(e => (e.DateDebut!.Value, e.TypeHoraire)));
    }

    [Fact]
    public void Deux_exceptions_ne_se_chevauchent_jamais_et_le_refus_nomme_les_deux()
    {
        var (offre, id) = (Dossier.Publiee(), Guid.CreateVersion7());
        offre.AjouterException(id, Exception(2, 4), Dossier.Environnement).Reussit();
        var avant = offre.Instantane();

        var refus = offre.AjouterException(Guid.CreateVersion7(), Exception(4, 6), Dossier.Environnement).Refuse("/dateDebut horaire.exceptions-chevauchees");
        Assert.All(["FermetureTemporaire 2026-09-19/2026-09-21", "FermetureTemporaire 2026-09-17/2026-09-19", id.ToString()], dit => Assert.Contains(dit, refus.Message(), StringComparison.Ordinal));
        offre.AjouterException(Guid.CreateVersion7(), Exception(2, 4), Dossier.Environnement).Refuse("/dateDebut horaire.exceptions-chevauchees");
        Assert.Equal(avant, offre.Instantane());

        offre.AjouterException(Guid.CreateVersion7(), Exception(5, 5), Dossier.Environnement).Reussit();
        offre.AjouterException(Guid.CreateVersion7(), Exception(1, 1), Dossier.Environnement).Reussit();
        Assert.Equal((StatutOffre.Validee, true), (offre.Statut, offre.ModificationsEnAttente));
    }

    [Fact]
    public void Ce_qui_est_passe_numerote_ou_de_trop_est_refuse()
    {
        var offre = Dossier.Brouillon();
        offre.AjouterException(Guid.CreateVersion7(), Exception(-3, -1), Dossier.Environnement).Refuse("/dateFin horaire.exception-passee");
        offre.AjouterException(Guid.CreateVersion7(), Exception(0, 1) with { Id = "x" }, Dossier.Environnement).Refuse("/id champ.lecture-seule");
        offre.AjouterException(Guid.CreateVersion7(), Exception(0, 1) with { TypeHoraire = Fabrique.Code("01") }, Dossier.Environnement).Refuse("/typeHoraire champ.lecture-seule");
        for (var n = 0; n < 100; n++)
        {
            offre.AjouterException(Guid.CreateVersion7(), Exception(n, n) with { TypeHoraire = Fabrique.Code("08") }, Dossier.Environnement).Reussit();
        }

        offre.AjouterException(Guid.CreateVersion7(), Exception(200, 200), Dossier.Environnement).Refuse("liste.trop-longue");
    }

    [Fact]
    public void Une_exception_passee_n_est_plus_servie_et_part_a_la_prochaine_ecriture()
    {
        var offre = Dossier.Complet();
        offre.AjouterException(Guid.CreateVersion7(), Exception(0, 1), Dossier.Environnement).Reussit();
        offre.AjouterException(Guid.CreateVersion7(), Exception(5, 6), Dossier.Environnement).Reussit();
        offre.Valider(relu: true, Dossier.Environnement).Reussit();

        // Its last day ends at midnight where the offer is.
        Assert.Equal(2, offre.Servi(A(new(2026, 9, 16, 21, 59, 59, DateTimeKind.Utc))).Horaires!.Exceptions!.Count);
        var apres = A(new(2026, 9, 16, 22, 0, 0, DateTimeKind.Utc));
        var reste = Assert.Single(offre.Servi(apres).Horaires!.Exceptions!);
        Assert.Equal(2, offre.Publie!.Horaires!.Exceptions!.Count);

        // The same thing again changes nothing; nor does what is left out.
        var version = offre.Version;
        offre.ModifierSection(offre.Servi(apres).Horaires!, "horaires", apres).Reussit();
        offre.ModifierSection(new Horaires(), "horaires", apres).Reussit();
        Assert.Equal((version, false), (offre.Version, offre.ModificationsEnAttente));

        var semaine = new Horaires { SemaineType = [new() { Type = Fabrique.Code("07"), Jour = 1, Debut = "09:00", Fin = "12:00" }] };
        offre.ModifierSection(semaine, "horaires", apres).Reussit();
        Assert.Equal(semaine with { Exceptions = [reste] }, offre.Contenu.Horaires);

        // Undone, there is nothing to publish.
        offre.ModifierSection(new Horaires(), "horaires", apres).Reussit();
        Assert.False(offre.ModificationsEnAttente);
        Assert.Equal(2, offre.Publie.Horaires.Exceptions.Count);
    }

    [Fact]
    public void Dans_la_section_les_exceptions_sont_absentes_ou_identiques()
    {
        var offre = Dossier.Publiee();
        offre.ModifierSection(new Horaires { Exceptions = [] }, "horaires", Dossier.Environnement).Reussit();
        offre.AjouterException(Guid.CreateVersion7(), Exception(2, 4), Dossier.Environnement).Reussit();
        var avant = offre.Instantane();
        var servie = offre.Contenu.Horaires!.Exceptions![0];
        foreach (var autres in new Liste<ExceptionHoraire>[] { [], [servie with { Motif = "Autre" }], [servie, Exception(8, 9)], [servie, servie] })
        {
            offre.ModifierSection(new Horaires { Exceptions = autres }, "horaires", Dossier.Environnement).Refuse("horaires/exceptions champ.lecture-seule");
        }

        Assert.Equal(avant, offre.Instantane());
        offre.ModifierSection(new Horaires { Exceptions = [servie] }, "horaires", Dossier.Environnement).Reussit();
        Assert.Equal(avant, offre.Instantane());
    }

    [Fact]
    public void Retirer_la_seule_exception_laisse_l_offre_comme_avant()
    {
        var (offre, id) = (Dossier.Publiee(), Guid.CreateVersion7());
        offre.AjouterException(id, Exception(2, 4), Dossier.Environnement).Reussit();
        offre.RetirerException(Guid.CreateVersion7(), Dossier.Environnement).Refuse("horaire.exception-introuvable");
        offre.RetirerException(id, Dossier.Environnement).Reussit();
        offre.RetirerException(id, Dossier.Environnement).Refuse("horaire.exception-introuvable");
        Assert.False(offre.ModificationsEnAttente);
    }

    [Fact]
    public void Une_offre_fermee_definitivement_n_en_recoit_et_n_en_perd_plus()
    {
        var offre = Dossier.EnEtat(StatutOffre.FermeeDefinitivement);
        offre.AjouterException(Guid.CreateVersion7(), Exception(2, 4), Dossier.Environnement).Refuse("offre.transition-interdite");
        offre.RetirerException(Guid.CreateVersion7(), Dossier.Environnement).Refuse("offre.transition-interdite");
    }

    [Fact]
    public void Le_jour_est_celui_de_l_adresse_de_l_offre()
    {
        var offre = Dossier.Publiee();
        offre.ModifierSection(new Adresse { Commune = "97411" }, "adresse", Dossier.Environnement).Reussit();
        offre.AjouterException(Guid.CreateVersion7(), Exception(0, 0), Dossier.Environnement).Reussit();

        // Midnight of La Réunion.
        Assert.NotNull(offre.Servi(A(new(2026, 9, 15, 19, 59, 59, DateTimeKind.Utc))).Horaires!.Exceptions);
        Assert.Null(offre.Servi(A(new(2026, 9, 15, 20, 0, 0, DateTimeKind.Utc))).Horaires!.Exceptions);
    }

    [Fact]
    public void Deux_plages_qui_se_chevauchent_sont_nommees_toutes_les_deux()
    {
        var horaires = new Horaires
        {
            SemaineType =
            [
                new() { Type = Fabrique.Code("07"), Jour = 1, Debut = "09:00", Fin = "11:00" },
                new() { Type = Fabrique.Code("06"), Jour = 1, Debut = "09:00", Fin = "11:00" },
                new() { Type = Fabrique.Code("07"), Jour = 1, Debut = "10:00", Fin = "12:00", DateDebut = new(2026, 10, 1) },
            ],
        };
        var fautes = horaires.Regles().ToList();
        Assert.Equal(["/semaineType/0 horaire.chevauchement", "/semaineType/2 horaire.chevauchement"], fautes.Lisibles());
        Assert.Equal(
            [
                "Deux plages du même type (07) se chevauchent : /semaineType/0 (lundi 09:00–11:00) et /semaineType/2 (lundi 10:00–12:00, dès le 2026-10-01).",
                "Deux plages du même type (07) se chevauchent : /semaineType/2 (lundi 10:00–12:00, dès le 2026-10-01) et /semaineType/0 (lundi 09:00–11:00).",
            ],
            fautes.Select(f => f.Message()));
        Assert.Equal("Two rows of the same type (07) overlap: /semaineType/0 (Monday 09:00–11:00) and /semaineType/2 (Monday 10:00–12:00, from 2026-10-01).", fautes[0].Message(enAnglais: true));
    }

    [Fact]
    public void Une_offre_liberale_ne_consulte_que_sur_rendez_vous_sans_ou_a_domicile()
    {
        var contexte = Dossier.Contexte with { Parcours = "liberal" };
        var types = new[] { "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11" };
        Assert.Equal(["05", "06", "07"], types.Where(t => !Refuses(contexte, t)));
        Assert.Equal(types, types.Where(t => !Refuses(Dossier.Contexte, t)));

        static bool Refuses(ContexteSaisie contexte, string type) => LesSections.DeCle("horaires")
            .Evaluer(new Horaires { SemaineType = [new() { Type = Fabrique.Code(type), Jour = 1, Debut = "09:00", Fin = "10:00" }] }, contexte).Any(m => m.Erreur.Type.Code == "code.non-admis");
    }

    private static ExceptionHoraire Exception(int debut, int fin) => new() { Type = ExceptionHoraire.FermetureTemporaire, DateDebut = Dans(debut), DateFin = Dans(fin) };

    private static DateOnly? Dans(int? jours) => jours is { } j ? Jour.AddDays(j) : null;

    private static Environnement A(DateTime instant) => Dossier.Environnement with { Instant = instant };

    private static List<string> Formes(ExceptionHoraire exception) => [.. Fiches.Verifier(ExceptionHoraire.Champs, exception, Fabrique.Nomenclatures, Jour).Select(e => $"{e.Champ} {e.Type.Code}").Distinct()];
}
