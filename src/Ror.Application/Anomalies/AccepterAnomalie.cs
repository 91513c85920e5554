using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Offres;
using Ror.Application.Offres.Sections;
using Ror.Application.Structures;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application.Anomalies;

/// <summary>The proposed value becomes the value, by the act that its author would use (PUT), and the anomaly is corrected; both or neither.</summary>
public sealed record AccepterAnomalieCommand(Guid Id, VersionAttendue Version) : ICommande;

internal sealed class AccepterAnomalieHandler(AccesAnomalies anomalies, AccesOffres offres, ISaisieDb db, IMediator mediator, IJsonDuFil json, IAppelant appelant, TimeProvider horloge)
    : IRequestHandler<AccepterAnomalieCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(AccepterAnomalieCommand request, CancellationToken cancellationToken) =>
        anomalies.ModifierAsync(request.Id, request.Version, StatutAnomalie.Corrige, async (anomalie, roles) =>
        {
            if (Refuser(anomalie, roles) is { } refus)
            {
                return refus;
            }

            var ecrit = await ModifierAsync(anomalie, cancellationToken);
            return ecrit.EstSucces
                ? anomalie.Passer(StatutAnomalie.Corrige, roles, appelant.Sujet, null, null, anomalies.Jour(anomalie), horloge.Instant())
                : Resultat<Rien>.Echec(ecrit.Erreurs);
        }, cancellationToken);

    public static Erreur? Refuser(Anomalie anomalie, IReadOnlyCollection<RoleAnomalie> roles) =>
        anomalie.Nationale ? AnomalieErreurs.ChampNational.Avec()
        : anomalie.ValeurProposee is null ? AnomalieErreurs.SansValeurProposee.Avec()
        : CycleAnomalie.Refuser(anomalie.Statut, StatutAnomalie.Corrige, roles);

    private async Task<Resultat<Ecriture>> ModifierAsync(Anomalie anomalie, CancellationToken ct)
    {
        var id = anomalie.ObjetId;
        switch (anomalie.ObjetType)
        {
            case TypeObjetAnomalie.Offre when await db.Offres.SingleOrDefaultAsync(o => o.Id == id, ct) is { } offre && anomalie.Section is { } cle:
                var section = LesSections.DeCle(cle);
                var environnement = await offres.Environnement((await db.EntitesGeographiques.FindAsync([offre.EntiteGeographiqueId], ct))!, offre, ct);
                return await EnvoyerAsync(anomalie, section.Lire(offre.Servi(environnement)) ?? section.Vide, lue => (IRequest<Resultat<Ecriture>>)Activator.CreateInstance(
                    typeof(ModifierSectionCommand<>).MakeGenericType(section.Type), id, Version(offre), lue)!, ct);
            case TypeObjetAnomalie.EntiteGeographique when await db.EntitesGeographiques.SingleOrDefaultAsync(e => e.Id == id, ct) is { } eg:
                return await EnvoyerAsync(anomalie, eg.Fiche, lue => new ModifierEntiteGeographiqueCommand(id, Version(eg), (FicheEntiteGeographique)lue), ct);
            case TypeObjetAnomalie.EntiteJuridique when await db.EntitesJuridiques.SingleOrDefaultAsync(e => e.Id == id, ct) is { } ej:
                return await EnvoyerAsync(anomalie, ej.Fiche, lue => new ModifierEntiteJuridiqueCommand(id, Version(ej), (FicheEntiteJuridique)lue), ct);
            case TypeObjetAnomalie.Pole when await db.Poles.SingleOrDefaultAsync(p => p.Id == id, ct) is { } pole:
                return await EnvoyerAsync(anomalie, pole.Fiche, lue => new ModifierCommand<Pole>(id, Version(pole), (FicheOrganisationInterne)lue), ct);
            case TypeObjetAnomalie.UniteFonctionnelle when await db.UnitesFonctionnelles.SingleOrDefaultAsync(u => u.Id == id, ct) is { } uf:
                return await EnvoyerAsync(anomalie, uf.Fiche, lue => new ModifierCommand<UniteFonctionnelle>(id, Version(uf), (FicheOrganisationInterne)lue), ct);
            case TypeObjetAnomalie.LieuRealisationOffre when await db.Lieux.SingleOrDefaultAsync(l => l.Id == id, ct) is { } lieu:
                return await EnvoyerAsync(anomalie, lieu.Fiche, lue => new ModifierLieuCommand(id, Version(lieu), (FicheLieu)lue), ct);
            default:
                return AnomalieErreurs.EndroitAbsent.Avec();
        }
    }

    // It is held: nobody has changed it since.
    private static VersionAttendue Version(Agregat objet) => new([objet.Version]);

    // What is written is read back as a body is.
    private async Task<Resultat<Ecriture>> EnvoyerAsync(Anomalie anomalie, object actuelle, Func<object, IRequest<Resultat<Ecriture>>> commande, CancellationToken ct)
    {
        if (PointeurJson.Poser(json.Ecrire(actuelle), anomalie.Champ, JsonNode.Parse(anomalie.ValeurProposee!.Texte)!) is not { } document)
        {
            return AnomalieErreurs.EndroitAbsent.Avec();
        }

        return json.Lire(document, actuelle.GetType()) is { } lue
            ? await mediator.Send(commande(lue), ct)
            : AnomalieErreurs.ValeurIllisible.Sur(anomalie.Champ ?? "") with { Section = anomalie.Section };
    }
}
