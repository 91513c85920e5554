using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Fermetures;

/// <summary>May this offer be replaced by that one? Both are held, in the order of their ids, so that two offers cannot come to replace each other.</summary>
internal sealed class Successions(ISaisieDb db, IDiffusionDb diffusion, IVerrous verrous, IAppelant appelant)
{
    private const int Longueur = 100;

    /// <summary>Null when it may.</summary>
    public async Task<Erreur?> Refuser<TNoeud>(Guid id, string successeur, CancellationToken ct)
        where TNoeud : Noeud
    {
        if (typeof(TNoeud) != typeof(Offre))
        {
            return FermetureErreurs.SuccesseurDOffre.Sur("/successeur");
        }

        await Tenir(id, successeur, ct);
        var identifiant = IdentifiantRegional.Lire(successeur)!;
        var publiee = await diffusion.OffresPubliees.AsNoTracking().SingleOrDefaultAsync(o => o.Identifiant == identifiant && o.Statut == StatutOffre.Validee, ct);
        return publiee is null || !await EstVisible(publiee.Id, publiee.UniteSensible, ct) ? FermetureErreurs.SuccesseurIntrouvable.Sur("/successeur", successeur)
            : await MeneA(id, successeur, ct) ? FermetureErreurs.SuccesseurEnBoucle.Sur("/successeur", successeur) : null;
    }

    private async Task Tenir(Guid id, string successeur, CancellationToken ct)
    {
        var identifiant = IdentifiantRegional.Lire(successeur);
        var offres = await db.Offres.Where(o => o.Id == id || o.Identifiant == identifiant).Select(o => new { o.Id, o.EntiteGeographiqueId }).ToListAsync(ct);
        foreach (var eg in EnOrdre(offres.Select(o => o.EntiteGeographiqueId)))
        {
            await verrous.Retenir<EntiteGeographique>(eg, ct);
        }

        foreach (var offre in EnOrdre(offres.Select(o => o.Id)))
        {
            await verrous.Reserver<Offre>(offre, ct);
        }
    }

    private async Task<bool> EstVisible(Guid id, bool sensible, CancellationToken ct) =>
        Visibilite.VoitOffre(appelant.Perimetre.Profil, sensible) || await db.OffresVisibles(appelant.Perimetre).AnyAsync(o => o.Id == id, ct);

    // From one to the next, closings in force and planned alike; each is held, so that nobody turns the chain round meanwhile.
    private async Task<bool> MeneA(Guid id, string depart, CancellationToken ct)
    {
        var (vues, aSuivre) = (new HashSet<IdentifiantRegional>(), new Queue<string?>([depart]));
        while (aSuivre.TryDequeue(out var nomme))
        {
            if (IdentifiantRegional.Lire(nomme) is not { } suivant || !vues.Add(suivant))
            {
                continue;
            }

            var connue = await db.Offres.Where(o => o.Identifiant == suivant).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct);
            if (connue is null || connue == id || vues.Count > Longueur)
            {
                return connue is not null;
            }

            await verrous.Retenir<Offre>(connue.Value, ct);
            var offre = await db.Offres.AsNoTracking().SingleAsync(o => o.Id == connue, ct);
            aSuivre.Enqueue(offre.Fermeture?.Successeur);
            aSuivre.Enqueue(offre.FermeturePrevue?.Successeur);
        }

        return false;
    }

    private static IEnumerable<Guid> EnOrdre(IEnumerable<Guid> ids) => ids.Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal);
}
