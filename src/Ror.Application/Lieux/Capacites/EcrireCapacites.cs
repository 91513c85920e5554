using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Structures;

namespace Ror.Application.Lieux.Capacites;

/// <summary>Figures of one lieu or of many lieux of one établissement, in one call. No version is asked for: the date of each measure orders them.</summary>
/// <param name="Etablissement">idNat_Struct; null: that of the lieu, which is named by its id.</param>
/// <param name="Forcer">An older measure replaces a later one.</param>
/// <param name="ParElement">Each lieu by itself, instead of all or nothing.</param>
public sealed record EcrireCapacitesCommand(string? Etablissement, MesuresDeLieux Mesures, bool Forcer, bool ParElement) : ICommande;

/// <summary>What became of the figures of one lieu.</summary>
/// <param name="Rang">Row of the request, from 0.</param>
/// <param name="LieuId">Null when none is found.</param>
/// <param name="Modifies">Figures that are new or say something else.</param>
/// <param name="Erreurs">Empty when they were taken; pointers into the row.</param>
public sealed record IssueMesures(int Rang, Guid? LieuId, int Modifies, IReadOnlyList<Erreur> Erreurs);

internal sealed class EcrireCapacitesValidator : AbstractValidator<EcrireCapacitesCommand>
{
    // Lieu by lieu, each is told apart.
    public EcrireCapacitesValidator(FicheValidator<MesuresDeLieux> mesures) => RuleFor(c => c.Mesures).SetValidator(mesures).When(c => !c.ParElement || c.Mesures.Lieux.Count is 0 or > MesuresDeLieux.LieuxMax);
}

internal sealed class EcrireCapacitesHandler(ISaisieDb db, DisponibilitesDesLieux disponibilites, IHistoriqueCapacites historique, IVerrous verrous, IAppelant appelant, IReferentiels referentiels, TimeProvider horloge)
    : IRequestHandler<EcrireCapacitesCommand, Resultat<Ecriture>>
{
    // Above, all the figures of the établissement are read rather than these.
    private const int PeuDeLieux = 50;

    public async Task<Resultat<Ecriture>> Handle(EcrireCapacitesCommand request, CancellationToken cancellationToken)
    {
        var egId = await TrouverAsync(request, cancellationToken);
        await verrous.Reserver<EntiteGeographique>(egId, cancellationToken);
        if (!await db.EntitesGeographiques.AvecCapacitesVisibles(appelant.Perimetre).AnyAsync(e => e.Id == egId, cancellationToken))
        {
            return (request.Etablissement is null ? LieuErreurs.Introuvable : StructureErreurs.Introuvable).Avec();
        }

        var lieux = request.Mesures.Lieux;
        if (lieux.Count is 0 or > MesuresDeLieux.LieuxMax)
        {
            return Ecriture.Aucune(TypeNoeud.LieuRealisationOffre);
        }

        var connus = new LieuxConnus(await db.Lieux.Where(l => l.EntiteGeographiqueId == egId).Select(l => new LieuConnu(l.Id, l.Fiche.Nom!, l.IdExterneSynchro, l.Fermeture)).ToListAsync(cancellationToken));
        var demandes = lieux.Select((mesures, rang) => connus.Designer(mesures, rang, Formes(mesures))).ToList();
        var capacites = await CapacitesAsync(egId, [.. demandes.Select(d => d.Lieu?.Id).OfType<Guid>()], cancellationToken);
        var fermes = await disponibilites.SansOffreOuverteAsync(egId, cancellationToken);
        var jugees = demandes.Select(d => Juger(d, capacites, fermes, request.Forcer)).ToList();
        return !request.ParElement && jugees.Any(j => j.Fautes.Count > 0) ? Refuser(jugees) : await PrendreAsync(jugees, capacites, cancellationToken);
    }

    private Task<Guid> TrouverAsync(EcrireCapacitesCommand request, CancellationToken ct)
    {
        if (request.Etablissement is not null)
        {
            var idNat = IdNatStruct.Lire(request.Etablissement);
            return idNat is null ? Task.FromResult(Guid.Empty) : db.EntitesGeographiques.Where(e => e.IdNatStruct == idNat).Select(e => e.Id).SingleOrDefaultAsync(ct);
        }

        var id = Guid.TryParse((request.Mesures.Lieux.Count > 0 ? request.Mesures.Lieux[0].Lieu : null), out var lu) ? lu : Guid.Empty;
        return db.Lieux.Where(l => l.Id == id).Select(l => l.EntiteGeographiqueId).SingleOrDefaultAsync(ct);
    }

    private async Task<Dictionary<Guid, CapacitesLieu>> CapacitesAsync(Guid egId, List<Guid> ids, CancellationToken ct)
    {
        var lues = ids.Count <= PeuDeLieux ? db.CapacitesLieux.Where(c => ids.Contains(c.Id)) : db.CapacitesLieux.Where(c => c.EntiteGeographiqueId == egId);
        return await lues.ToDictionaryAsync(c => c.Id, ct);
    }

    private DemandeJugee Juger(DemandeDesignee demande, Dictionary<Guid, CapacitesLieu> capacites, HashSet<Guid> fermes, bool forcer)
    {
        if (demande.Faute is not null)
        {
            return new(demande, [demande.Faute]);
        }

        var mesures = demande.Mesures.Indicateurs;
        List<Erreur> futures = [.. CapacitesLieu.RefuserFutures(mesures, horloge.Instant())];
        var etats = demande.Lieu is { } lieu && demande.Formes.Count == 0 ? capacites[lieu.Id].Refuser(mesures, new(forcer, lieu.Fermeture is not null || fermes.Contains(lieu.Id))) : [];
        return new(demande, [.. futures.Concat(etats).Select(e => e with { Champ = $"/indicateurs{e.Champ}" })]);
    }

    private IReadOnlyList<Erreur> Formes(MesuresDUnLieu mesures) => [.. Fiches.Verifier(MesuresDUnLieu.Champs, mesures, referentiels.Nomenclatures, DateOnly.FromDateTime(horloge.Instant()))];

    // The order of the contract: unknown, ambiguous, state, content. What is wrong in its shape is told by the validator.
    private static Resultat<Ecriture> Refuser(List<DemandeJugee> jugees)
    {
        var erreurs = jugees.SelectMany(j => j.Etats.Select(e => e with { Champ = $"/lieux/{j.Demande.Rang}{e.Champ}" })).ToList();
        foreach (var nature in new[] { Nature.Introuvable, Nature.Ambigu, Nature.Etat, Nature.Contenu })
        {
            if (erreurs.Where(e => e.Type.Nature == nature).ToList() is { Count: > 0 } fautes)
            {
                return fautes;
            }
        }

        return Ecriture.Aucune(TypeNoeud.LieuRealisationOffre);
    }

    private async Task<Resultat<Ecriture>> PrendreAsync(List<DemandeJugee> jugees, Dictionary<Guid, CapacitesLieu> capacites, CancellationToken ct)
    {
        var (issues, mesures, avertissements, instant) = (new List<IssueMesures>(), new List<MesureCapacite>(), new List<Erreur>(), horloge.Instant());
        foreach (var jugee in jugees)
        {
            var demande = jugee.Demande;
            if (jugee.Fautes.Count > 0)
            {
                issues.Add(new(demande.Rang, demande.Lieu?.Id, 0, jugee.Fautes));
                continue;
            }

            var (lieu, siennes) = (demande.Lieu!, capacites[demande.Lieu!.Id]);
            var changes = siennes.Mesurer(demande.Mesures.Indicateurs, instant);
            mesures.AddRange(changes.Select(i => MesureCapacite.De(horloge.NouvelId(), lieu.Id, i, instant, appelant.Sujet)));
            avertissements.AddRange(siennes.Surcroits().Select(s => CapaciteErreurs.DisponibleSuperieur.Avec(lieu.Nom, s.Disponibles, s.Installes)));
            issues.Add(new(demande.Rang, lieu.Id, changes.Count, []));
        }

        await historique.AjouterAsync(mesures, ct);
        var modifies = issues.Where(i => i.Modifies > 0).Select(i => (i.LieuId!.Value, capacites[i.LieuId!.Value].Version)).ToList();
        var premier = issues.FirstOrDefault(i => i.LieuId is not null)?.LieuId ?? Guid.Empty;
        return new Ecriture(TypeNoeud.LieuRealisationOffre, modifies.Count > 0 ? modifies[0].Item1 : premier, modifies.Count > 0 ? modifies[0].Version : 0, modifies.Count > 0, avertissements)
        {
            Issues = issues,
            Aussi = [.. modifies.Skip(1)],
        };
    }

    /// <param name="Etats">What cannot be taken now.</param>
    private sealed record DemandeJugee(DemandeDesignee Demande, IReadOnlyList<Erreur> Etats)
    {
        public IReadOnlyList<Erreur> Fautes => [.. Demande.Formes, .. Etats];
    }
}
