using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

/// <summary>An offer with its établissement and all that its rules ask about.</summary>
internal sealed record OffreEnPlace(Offre Offre, EntiteGeographique EntiteGeographique, Environnement Environnement);

/// <summary>The one way to an offer: sight, version, act, warnings; written once for every use case.</summary>
internal sealed class AccesOffres(ISaisieDb db, IAppelant appelant, IReferentiels referentiels, TimeProvider horloge)
{
    public static readonly TypeErreur EtapesARevoir = new("parcours.etapes-a-revoir", Nature.Avertissement,
        "Cette modification demande de revoir : {0}.", "This change puts steps back to review: {0}.");

    public static readonly TypeErreur ModeleRetire = new("parcours.modele-retire", Nature.Avertissement,
        "Le modèle de saisie ne convenait plus et a été retiré.", "The entry model no longer fitted and was dropped.");

    public async Task<Resultat<OffreEnPlace>> Lire(Guid id, CancellationToken ct)
    {
        var offre = await db.Offres.FindAsync([id], ct);
        var eg = offre is null ? null
            : await db.EntitesGeographiques.Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == offre.EntiteGeographiqueId, ct);
        return offre is null || eg is null ? OffreErreurs.Introuvable.Avec() : new OffreEnPlace(offre, eg, await Environnement(eg, offre.Rattachement, ct));
    }

    public async Task<Resultat<Ecriture>> Modifier(
        Guid id, VersionAttendue version, ActionOffre action, Func<OffreEnPlace, Resultat<Rien>> acte, CancellationToken ct)
    {
        var lu = await Lire(id, ct);
        if (!lu.EstSucces)
        {
            return Resultat<Ecriture>.Echec(lu.Erreurs);
        }

        var (offre, _, environnement) = lu.Valeur;
        if (appelant.Perimetre.Refuser(action) is { } interdit)
        {
            return interdit;
        }

        if (!version.Accepte(offre.Version))
        {
            return RequeteErreurs.VersionPerimee.Avec();
        }

        var (etapes, modele) = (offre.EvaluerEtapes(environnement), offre.Contenu.InformationsGenerales?.ModeleSaisie);
        var resultat = acte(lu.Valeur);
        return resultat.EstSucces
            ? new Ecriture(nameof(Offre), id, offre.Version, Avertissements(offre, environnement, etapes, modele))
            : Resultat<Ecriture>.Echec(resultat.Erreurs);
    }

    public async Task<Environnement> Environnement(EntiteGeographique eg, Rattachement rattachement, CancellationToken ct)
    {
        var fermeture = eg.Fermeture ?? (rattachement.Type == TypeNoeud.UniteFonctionnelle ? (await db.UnitesFonctionnelles.FindAsync([rattachement.Id], ct))!.Fermeture : null);
        return new(eg.Secteur, eg.Categorie, fermeture, referentiels.Nomenclatures, referentiels.Modeles, horloge.Instant());
    }

    // P2: what lost its validity by this write.
    private static List<Erreur> Avertissements(Offre offre, Environnement environnement, IReadOnlyList<EtapeEvaluee> avant, string? modeleAvant)
    {
        var perdues = offre.Publie is not null ? [] : offre.EvaluerEtapes(environnement)
            .Where(apres => apres.Etat == EtatEtape.ARevoir && avant.Single(e => e.Etape.Cle == apres.Etape.Cle).Etat == EtatEtape.Validee)
            .Select(e => e.Etape.Titre).ToList();
        List<Erreur> avertissements = perdues.Count > 0 ? [EtapesARevoir.Avec(string.Join(", ", perdues))] : [];
        return modeleAvant is not null && offre.Contenu.InformationsGenerales?.ModeleSaisie is null ? [.. avertissements, ModeleRetire.Avec()] : avertissements;
    }
}
