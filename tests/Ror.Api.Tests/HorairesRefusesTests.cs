using System.Text;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>What is no exception, no instant and no kind of hours; nothing is kept of it.</summary>
public sealed class HorairesRefusesTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    [Theory]
    [InlineData("[]", 400, "")]
    [InlineData("", 400, "")]
    [InlineData("[{\"type\":\"FermetureTemporaire\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\"},{\"type\":\"FermetureTemporaire\",\"dateDebut\":\"2091-01-01\",\"dateFin\":\"2091-01-02\"}]", 400, "")]
    [InlineData("{\"type\":\"FermetureTemporaire\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\",\"raison\":\"x\"}", 400, "/raison")]
    [InlineData("{\"type\":\"FermetureTemporaire\",\"dateDebut\":\"demain\",\"dateFin\":\"2090-01-02\"}", 400, "/dateDebut")]
    [InlineData("{\"type\":\"FermetureTemporaire\",\"dateDebut\":\"2090-02-30\",\"dateFin\":\"2090-03-02\"}", 400, "/dateDebut")]
    [InlineData("{\"exceptions\":[]}", 400, "/exceptions")]
    [InlineData("{}", 422, "/type champ.obligatoire;/dateDebut champ.obligatoire;/dateFin champ.obligatoire")]
    [InlineData("{\"type\":\"Vacances\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\"}", 422, "/type texte.hors-liste")]
    [InlineData("{\"type\":\"FermetureTemporaire\",\"dateDebut\":\"2090-01-03\",\"dateFin\":\"2090-01-02\"}", 422, "/dateFin horaire.periode-inversee")]
    [InlineData("{\"type\":\"FermetureTemporaire\",\"dateDebut\":\"2020-01-01\",\"dateFin\":\"2020-01-02\"}", 422, "/dateFin horaire.exception-passee")]
    [InlineData("{\"type\":\"FermetureTemporaire\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"9999-12-31\"}", 422, "/dateFin date.invraisemblable")]
    [InlineData("{\"id\":\"01920000-0000-7000-8000-000000000d01\",\"type\":\"FermetureTemporaire\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\"}", 422, "/id champ.lecture-seule")]
    [InlineData("{\"type\":\"FermetureTemporaire\",\"typeHoraire\":{\"code\":\"01\"},\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\"}", 422, "/typeHoraire champ.lecture-seule")]
    [InlineData("{\"type\":\"FermetureTemporaire\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\",\"plages\":[{\"type\":{\"code\":\"01\"},\"debut\":\"09:00\",\"fin\":\"10:00\"}]}", 422, "/plages horaire.fermeture-sans-plages")]
    [InlineData("{\"type\":\"HoraireExceptionnel\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\"}", 422, "/plages horaire.exceptionnel-avec-plages")]
    [InlineData("{\"type\":\"HoraireExceptionnel\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\",\"plages\":[]}", 422, "/plages horaire.exceptionnel-avec-plages")]
    [InlineData("{\"type\":\"HoraireExceptionnel\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\",\"plages\":[{\"type\":{\"code\":\"01\"},\"debut\":\"09:00\",\"fin\":\"25:00\"}]}", 422, "/plages/0/fin horaire.heure-invalide")]
    [InlineData("{\"type\":\"HoraireExceptionnel\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\",\"plages\":[{\"type\":{\"code\":\"01\"},\"debut\":\"22:00\",\"fin\":\"06:00\"}]}", 422, "/plages/0/fin horaire.fin-avant-debut")]
    [InlineData("{\"type\":\"HoraireExceptionnel\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\",\"plages\":[{\"type\":{\"code\":\"99\"},\"jour\":8,\"debut\":\"09:00\"}]}", 422, "/plages/0/type code.inconnu;/plages/0/jour nombre.hors-bornes;/plages/0/fin champ.obligatoire")]
    [InlineData("{\"type\":\"HoraireExceptionnel\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-02\",\"plages\":[{\"type\":{\"code\":\"01\"},\"jour\":5,\"debut\":\"09:00\",\"fin\":\"11:00\"}]}", 422, "/plages/0/jour horaire.jour-hors-periode")]
    [InlineData("{\"type\":\"HoraireExceptionnel\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-08\",\"plages\":[{\"type\":{\"code\":\"01\"},\"debut\":\"09:00\",\"fin\":\"11:00\"},{\"type\":{\"code\":\"01\"},\"jour\":3,\"debut\":\"10:00\",\"fin\":\"12:00\"}]}", 422, "/plages/0 horaire.chevauchement;/plages/1 horaire.chevauchement")]
    [InlineData("{\"type\":\"HoraireExceptionnel\",\"dateDebut\":\"2090-01-01\",\"dateFin\":\"2090-01-08\",\"plages\":[{\"type\":{\"code\":\"01\"},\"dateDebut\":\"2090-01-01\",\"debut\":\"09:00\",\"fin\":\"11:00\"}]}", 400, "/plages/0/dateDebut")]
    public async Task Ce_qui_n_est_pas_une_exception_est_refuse_et_rien_n_est_garde(string corps, int statut, string attendu)
    {
        var client = await serveur.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/offres/{Demo.HcChirurgieBariatrique}";
        var avant = (await client.GetAsync(route)).Doit(200);
        var refus = (await client.BrutAsync(HttpMethod.Post, $"{route}/exceptions-horaires", Encoding.UTF8.GetBytes(corps), "application/json", ("If-Match", avant.ETag))).Doit(statut);
        Assert.All(attendu.Split(';'), a => Assert.Contains(a, statut == 400 ? ["", .. refus.Erreurs.Select(e => e.Champ!)] : refus.Erreurs.Select(e => $"{e.Champ} {e.Code}")));
        Assert.Equal(avant.Texte, (await client.GetAsync(route)).Doit(200).Texte);
    }

    [Theory]
    [InlineData("le=")]
    [InlineData("le=demain")]
    [InlineData("le=2026-06-01")]
    [InlineData("le=2026-06-01T10:00:00")]
    [InlineData("le=2026-06-01T10:00:00+02:00")]
    [InlineData("le=2026-06-31T10:00:00Z")]
    [InlineData("le=2026-06-01T24:30:00Z")]
    [InlineData("le=2026-06-01T10:00:00%2B25:00")]
    [InlineData("le=0001-01-01T00:00:00Z")]
    [InlineData("le=0001-01-01T00:00:00%2B14:00")]
    [InlineData("le=9999-12-31T23:59:59-14:00")]
    [InlineData("le=2026-06-01T10:00:00Z&le=2026-06-01T10:00:00Z")]
    [InlineData("type=99")]
    [InlineData("type=")]
    [InlineData("jour=1")]
    public async Task Un_instant_ou_un_type_qui_n_en_est_pas_un_est_refuse(string parametres)
    {
        var client = await serveur.EnAsync("responsable-ch-albi");
        (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationCardiologie}/ouverture?{parametres}")).Doit(400);
        (await client.GetAsync($"/api/v1/diffusion/offres/76-100001/ouverture?{parametres}")).Doit(400);
    }
}
