using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Application.Anomalies;

/// <summary>What an act asks to declare, checked in its shape.</summary>
/// <param name="Section">Key of a section of an offer.</param>
/// <param name="Champ">JSON Pointer into the section, or into the fiche.</param>
internal sealed record DemandeAnomalie(TypeObjetAnomalie Type, Guid ObjetId, string? Section, string? Champ)
{
    public string Theme { get; init; } = DeclarationAnomalie.ThemeParDefaut;

    public string Action { get; init; } = DeclarationAnomalie.ActionParDefaut;

    public ValeurJson? ValeurErronee { get; init; }

    public ValeurJson? ValeurProposee { get; init; }

    public string? Description { get; init; }

    /// <summary>The question that it answers; null of what somebody declares unasked. A new answer takes the place of the live one.</summary>
    public string? Regle { get; init; }
}

/// <summary>Declares anomalies in the open transaction; another act may call it inside its own.</summary>
internal sealed class DeclarationsAnomalies(ISaisieDb db, CiblesAnomalies cibles, IVerrous verrous, IAppelant appelant, TimeProvider horloge)
{
    private const string Saisie = "saisie";

    public async Task<Resultat<Anomalie>> DeclarerAsync(DemandeAnomalie demande, CancellationToken ct)
    {
        if (await cibles.TrouverAsync(demande.Type, demande.ObjetId, ct) is not { } cible)
        {
            return AnomalieErreurs.ObjetIntrouvable.Avec();
        }

        var endroit = Endroit.Lire(cible, demande.Section, demande.Champ);
        if (!endroit.EstSucces)
        {
            return Resultat<Anomalie>.Echec(endroit.Erreurs);
        }

        await ReserverAsync(demande.Type, demande.ObjetId, ct);
        if (await VivanteAsync(Anomalie.Cle(demande.Regle, cible.Id, endroit.Valeur), ct) is { } vivante && (demande.Regle is null || !Remplacer(vivante)))
        {
            return DejaDeclaree(vivante);
        }

        if (demande.Regle is null && await VivanteAsync(Anomalie.Cle(demande.Section, cible.Id, endroit.Valeur), ct) is { } repondue && repondue.Declarant == appelant.Sujet)
        {
            return DejaDeclaree(repondue);
        }

        var anomalie = Anomalie.Declarer(
            horloge.NouvelId(),
            new(
                cible,
                endroit.Valeur,
                demande.Theme,
                demande.Action,
                demande.ValeurErronee,
                demande.ValeurProposee,
                demande.Description,
                appelant.Perimetre.Roles.Contains(Role.Plateforme) ? appelant.Sujet : Saisie,
                appelant.Sujet,
                appelant.Nom?[..Math.Min(255, appelant.Nom.Length)],
                demande.Regle),
            appelant.Perimetre,
            horloge.Instant());
        db.Anomalies.Add(anomalie);
        return anomalie;
    }

    /// <summary>Nobody else declares on that object meanwhile, so that a refusal can name what is there.</summary>
    public Task ReserverAsync(TypeObjetAnomalie type, Guid id, CancellationToken ct) => type switch
    {
        TypeObjetAnomalie.Offre => verrous.Reserver<Offre>(id, ct),
        TypeObjetAnomalie.EntiteGeographique => verrous.Reserver<EntiteGeographique>(id, ct),
        TypeObjetAnomalie.EntiteJuridique => verrous.Reserver<EntiteJuridique>(id, ct),
        TypeObjetAnomalie.Pole => verrous.Reserver<Pole>(id, ct),
        TypeObjetAnomalie.UniteFonctionnelle => verrous.Reserver<UniteFonctionnelle>(id, ct),
        TypeObjetAnomalie.Professionnel => verrous.Reserver<Professionnel>(id, ct),
        TypeObjetAnomalie.LieuRealisationOffre => verrous.Reserver<LieuRealisationOffre>(id, ct),
    };

    // One that the same act has just declared is not in the database yet.
    private async Task<Anomalie?> VivanteAsync(string cle, CancellationToken ct) =>
        db.Anomalies.Local.FirstOrDefault(a => a.CleVivante == cle) ?? await db.Anomalies.SingleOrDefaultAsync(a => a.CleVivante == cle, ct);

    /// <summary>Null when no other one lives at the place of this one.</summary>
    public async Task<Erreur?> RefuserRetourAsync(Anomalie anomalie, CancellationToken ct) =>
        await VivanteAsync(Anomalie.Cle(anomalie.Regle, anomalie.ObjetId, new(anomalie.Section, anomalie.Champ, anomalie.Nationale)), ct) is { } autre && autre.Id != anomalie.Id ? DejaDeclaree(autre) : null;

    // One that is being treated, or that is over, is not taken back.
    private bool Remplacer(Anomalie vivante) => vivante.Passer(
        StatutAnomalie.Annule, [RoleAnomalie.Declarant], appelant.Sujet, "Remplacée par une nouvelle déclaration.", null, AccesAnomalies.Jour(vivante.Region, horloge.Instant()), horloge.Instant()).EstSucces;

    private static Erreur DejaDeclaree(Anomalie vivante) =>
        AnomalieErreurs.DejaDeclaree.Avec() with { Precisions = new Dictionary<string, object> { ["anomalie"] = vivante.Id.ToString() } };
}
