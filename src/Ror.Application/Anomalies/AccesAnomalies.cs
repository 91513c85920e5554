using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Application.Anomalies;

/// <summary>The one way to an anomaly: sight, role, version, act; written once for every use case.</summary>
internal sealed class AccesAnomalies(ISaisieDb db, DeclarationsAnomalies declarations, IVerrous verrous, IAppelant appelant, TimeProvider horloge)
{
    /// <summary>Its declarer, its recipients, the référents of its region and administrators see it.</summary>
    public IQueryable<Anomalie> Visibles
    {
        get
        {
            var (sujet, siens, regions) = (appelant.Sujet, DestinataireAnomalie.De(appelant.Perimetre), appelant.Perimetre.RegionsVisibles.ToList());
            return appelant.Perimetre.Roles.Contains(Role.Administrateur) ? db.Anomalies
                : db.Anomalies.Where(a => a.Declarant == sujet || siens.Contains(a.Destinataire!) || regions.Contains(a.Region!));
        }
    }

    public IReadOnlyCollection<RoleAnomalie> Roles(Anomalie anomalie) => anomalie.Roles(appelant.Sujet, appelant.Perimetre);

    /// <param name="vers">What the caller wants of it.</param>
    /// <param name="acte">Run with the anomaly and what the caller is to it; nothing is stored when it refuses.</param>
    public async Task<Resultat<Ecriture>> ModifierAsync(
        Guid id, VersionAttendue version, StatutAnomalie vers, Func<Anomalie, IReadOnlyCollection<RoleAnomalie>, Task<Resultat<Rien>>> acte, CancellationToken ct)
    {
        if (await Visibles.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } vue)
        {
            return AnomalieErreurs.Introuvable.Avec();
        }

        // The object before what is said of it, as for every act.
        if (vue.ObjetType is TypeObjetAnomalie.Pole or TypeObjetAnomalie.UniteFonctionnelle or TypeObjetAnomalie.LieuRealisationOffre)
        {
            await verrous.Reserver<EntiteGeographique>(vue.EntiteGeographiqueId!.Value, ct);
        }
        else if (vue.ObjetType == TypeObjetAnomalie.Offre)
        {
            await verrous.Retenir<EntiteGeographique>(await db.Offres.Where(o => o.Id == vue.ObjetId).Select(o => o.EntiteGeographiqueId).SingleOrDefaultAsync(ct), ct);
        }

        await declarations.ReserverAsync(vue.ObjetType, vue.ObjetId, ct);
        await verrous.Reserver<Anomalie>(id, ct);
        if (await db.Anomalies.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } anomalie)
        {
            return AnomalieErreurs.Introuvable.Avec();
        }

        var roles = Roles(anomalie);
        if (CycleAnomalie.RefuserRole(vers, roles) is { } interdit)
        {
            return interdit;
        }

        if (!version.Accepte(anomalie.Version))
        {
            return RequeteErreurs.VersionPerimee.Avec();
        }

        var resultat = await acte(anomalie, roles);
        return resultat.EstSucces ? new Ecriture(TypeObjet.Anomalie, id, anomalie.Version, true, []) : Resultat<Ecriture>.Echec(resultat.Erreurs);
    }

    /// <summary>Where the object stands; in Paris when nobody knows.</summary>
    public DateOnly Jour(Anomalie anomalie) => Jour(anomalie.Region, horloge.Instant());

    public static DateOnly Jour(string? region, DateTime instant) => Fuseaux.JourDeRegion(region ?? "11", instant);
}
