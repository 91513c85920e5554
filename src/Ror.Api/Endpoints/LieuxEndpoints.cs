using MediatR;
using Ror.Api.Acces;
using Ror.Api.Http;
using Ror.Application.Demo;
using Ror.Application.Lieux;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Api.Endpoints;

/// <summary>Lieux of an établissement: what they are, what they have, and the offers that are delivered there.</summary>
internal static class LieuxEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var lieux = api.MapGroup("/lieux").RequireAuthorization(Authentification.RoleRequis).WithTags("Lieux");
        lieux.MapGet("", ListerLieux).WithName(nameof(ListerLieux)).WithSummary("Lieux de mon périmètre").Lit<PageLue<LieuResume>>().AvecParametresStricts().AvecExemple("entiteGeographique", IdsDemo.ChAlbi);
        lieux.MapFermetures<LieuRealisationOffre>(TypeNoeud.LieuRealisationOffre, IdsDemo.LieuBloc, IdsDemo.LieuBloc, PersonaDocumente.ParDefaut);

        var lieu = lieux.MapGroup("/{id:guid}").AvecAcces(TypeNoeud.LieuRealisationOffre).AvecParametresStricts();
        lieu.MapGet("", ConsulterLieu).WithName(nameof(ConsulterLieu)).WithSummary("Un lieu, ses offres, ses capacités, ses équipements").Lit<LieuLu>(404).AvecExemple("id", IdsDemo.LieuChirurgie);
        lieu.MapPut("", ModifierLieu).WithName(nameof(ModifierLieu)).WithSummary("Modifier un lieu").Ecrit<LieuLu>().AvecExemple("id", IdsDemo.LieuChirurgie).AvecCorpsExemple(Exemples.Lieu);
        lieu.MapPut("/equipements", EquiperLieu).WithName(nameof(EquiperLieu)).WithSummary("Remplacer les équipements et les capacités d'habitation d'un lieu")
            .Ecrit<LieuLu>().AvecExemple("id", IdsDemo.LieuBloc).AvecCorpsExemple(Exemples.Equipements);

        api.MapGroup("/entites-geographiques/{id:guid}").RequireAuthorization(Authentification.RoleRequis).WithTags("Lieux").AvecAcces(TypeNoeud.EntiteGeographique).AvecParametresStricts()
            .MapPost("/lieux", CreerLieu).WithName(nameof(CreerLieu)).WithSummary("« Créer + » un lieu").Cree<LieuLu>().AvecExemple("id", IdsDemo.ChAlbi).AvecCorpsExemple(Exemples.Lieu);

        // The offer is what changes: its access, its version.
        var offres = lieux.MapGroup("/{lieuId:guid}/offres/{id:guid}").AvecAcces(TypeNoeud.Offre, ActionOffre.Modifier).AvecParametresStricts();
        offres.MapPut("", AssocierOffre).WithName(nameof(AssocierOffre)).WithSummary("Associer une offre à un lieu de son établissement ; publié par la validation de l'offre")
            .EcritOffre().AvecExemple("lieuId", IdsDemo.LieuChirurgie).AvecExemple("id", IdsDemo.HcChirurgieBariatrique);
        offres.MapDelete("", DissocierOffre).WithName(nameof(DissocierOffre)).WithSummary("Dissocier une offre d'un lieu ; publié par la validation de l'offre")
            .EcritOffre().AvecExemple("lieuId", IdsDemo.LieuConsultations).AvecExemple("id", IdsDemo.ConsultationAnesthesie);
    }

    private static Task<IResult> ListerLieux(
        Guid? entiteGeographique, string? idExterneSynchro, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerLieuxQuery(entiteGeographique, idExterneSynchro, p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterLieu(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterLieuQuery(id), json, ct);

    private static Task<IResult> CreerLieu(Guid id, Corps<FicheLieu> corps, EcritureHttp ecriture, CancellationToken ct) => ecriture.Creer(corps, fiche => new CreerLieuCommand(id, fiche), ct);

    private static Task<IResult> ModifierLieu(Guid id, Corps<FicheLieu> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, fiche) => new ModifierLieuCommand(id, version, fiche), ct);

    private static Task<IResult> EquiperLieu(Guid id, Corps<EquipementsLieu> corps, EcritureHttp ecriture, CancellationToken ct) =>
        ecriture.Modifier(corps, (version, equipements) => new EquiperLieuCommand(id, version, equipements), ct);

    private static Task<IResult> AssocierOffre(Guid lieuId, Guid id, EcritureHttp ecriture, CancellationToken ct) => ecriture.Executer(version => new AssocierOffreCommand(lieuId, id, version), ct);

    private static Task<IResult> DissocierOffre(Guid lieuId, Guid id, EcritureHttp ecriture, CancellationToken ct) => ecriture.Executer(version => new DissocierOffreCommand(lieuId, id, version), ct);
}
