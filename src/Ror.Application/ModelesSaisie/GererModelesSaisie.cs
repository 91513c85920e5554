using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;

namespace Ror.Application.ModelesSaisie;

/// <summary>A modèle in its first version, as a Projet.</summary>
public sealed record CreerModeleSaisieCommand(ModeleSaisi Modele) : ICommande;

public sealed record ModifierModeleSaisieCommand(Guid Id, VersionAttendue Version, ModeleSaisi Modele) : ICommande;

public sealed record SupprimerModeleSaisieCommand(Guid Id, VersionAttendue Version) : ICommande;

/// <summary>The next version, as a Projet that begins with the content of this one.</summary>
public sealed record CreerVersionModeleSaisieCommand(Guid Id) : ICommande;

/// <summary>Offers may take it from now on; the version that was active retires.</summary>
public sealed record ActiverModeleSaisieCommand(Guid Id, VersionAttendue Version) : ICommande;

/// <summary>No offer takes it any more; those that have it keep it.</summary>
public sealed record RetirerModeleSaisieCommand(Guid Id, VersionAttendue Version) : ICommande;

internal sealed class CreerModeleSaisieValidator : AbstractValidator<CreerModeleSaisieCommand>
{
    public CreerModeleSaisieValidator(FicheValidator<ModeleSaisi> modele) => RuleFor(c => c.Modele).SetValidator(modele);
}

internal sealed class ModifierModeleSaisieValidator : AbstractValidator<ModifierModeleSaisieCommand>
{
    public ModifierModeleSaisieValidator(FicheValidator<ModeleSaisi> modele) => RuleFor(c => c.Modele).SetValidator(modele);
}

internal sealed class GererModelesSaisieHandler(IModelesSaisie modeles, FicheValidator<ModeleSaisi> forme, IReferentiels referentiels, TimeProvider horloge) :
    IRequestHandler<CreerModeleSaisieCommand, Resultat<Ecriture>>,
    IRequestHandler<ModifierModeleSaisieCommand, Resultat<Ecriture>>,
    IRequestHandler<SupprimerModeleSaisieCommand, Resultat<Ecriture>>,
    IRequestHandler<CreerVersionModeleSaisieCommand, Resultat<Ecriture>>,
    IRequestHandler<ActiverModeleSaisieCommand, Resultat<Ecriture>>,
    IRequestHandler<RetirerModeleSaisieCommand, Resultat<Ecriture>>
{
    private const string PremiereVersion = "1";

    public async Task<Resultat<Ecriture>> Handle(CreerModeleSaisieCommand request, CancellationToken cancellationToken)
    {
        await modeles.ReserverAsync(cancellationToken);
        if (!forme.Validate(request.Modele).IsValid)
        {
            return Ecriture.Aucune(TypeObjet.ModeleSaisie);
        }

        var modele = request.Modele.EnProjet(horloge.NouvelId(), PremiereVersion, referentiels.Nomenclatures);
        return (await modeles.VersionsAsync(modele.Url, cancellationToken)) is [var connu, ..] ? ModeleErreurs.DejaLa.Avec(connu.Reference) : Ajouter(modele);
    }

    public Task<Resultat<Ecriture>> Handle(ModifierModeleSaisieCommand request, CancellationToken cancellationToken) => Modifier(request.Id, request.Version, async modele =>
    {
        if (modele.Statut != StatutModele.Projet || !forme.Validate(request.Modele).IsValid)
        {
            return modele.Modifier(modele);
        }

        var contenu = request.Modele.EnProjet(modele.Id, modele.Version, referentiels.Nomenclatures);
        return contenu.Url != modele.Url && (await modeles.VersionsAsync(contenu.Url, cancellationToken)).Concat(await modeles.VersionsAsync(modele.Url, cancellationToken)).FirstOrDefault(m => m.Id != modele.Id) is { } connu
            ? ModeleErreurs.DejaLa.Sur("/url", connu.Reference) : modele.Modifier(contenu);
    }, cancellationToken);

    public async Task<Resultat<Ecriture>> Handle(SupprimerModeleSaisieCommand request, CancellationToken cancellationToken)
    {
        await modeles.ReserverAsync(cancellationToken);
        var lu = await Lire(request.Id, request.Version, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<Ecriture>.Echec(lu.Erreurs);
        }

        if (lu.Valeur.Statut != StatutModele.Projet)
        {
            return ModeleErreurs.PasUnProjet.Avec(lu.Valeur.Reference);
        }

        await modeles.SupprimerAsync(lu.Valeur, cancellationToken);
        return new Ecriture(TypeObjet.ModeleSaisie, request.Id, lu.Valeur.Revision, true, []);
    }

    public async Task<Resultat<Ecriture>> Handle(CreerVersionModeleSaisieCommand request, CancellationToken cancellationToken)
    {
        await modeles.ReserverAsync(cancellationToken);
        if (await modeles.TrouverAsync(request.Id, cancellationToken) is not { } modele)
        {
            return ModeleErreurs.Introuvable.Avec();
        }

        var suivant = modele.Suivant(horloge.NouvelId(), await modeles.VersionsAsync(modele.Url, cancellationToken));
        return suivant.EstSucces ? Ajouter(suivant.Valeur) : Resultat<Ecriture>.Echec(suivant.Erreurs);
    }

    public Task<Resultat<Ecriture>> Handle(ActiverModeleSaisieCommand request, CancellationToken cancellationToken)
    {
        List<(Guid, long)> retirees = [];
        return Modifier(request.Id, request.Version, async modele =>
        {
            var ancienne = (await modeles.VersionsAsync(modele.Url, cancellationToken)).FirstOrDefault(m => m.Statut == StatutModele.Actif);
            var active = ancienne?.EstPlusRecentQue(modele) is true ? ModeleErreurs.PlusAncien.Avec(ancienne.Reference) : modele.Activer(referentiels.Nomenclatures, DateOnly.FromDateTime(horloge.Instant()));
            if (active.EstSucces && ancienne is not null)
            {
                await modeles.RemplacerAsync(ancienne.Retirer().Valeur, cancellationToken);
                retirees.Add((ancienne.Id, ancienne.Revision + 1));
            }

            return active;
        }, cancellationToken, retirees);
    }

    public Task<Resultat<Ecriture>> Handle(RetirerModeleSaisieCommand request, CancellationToken cancellationToken) =>
        Modifier(request.Id, request.Version, modele => Task.FromResult(modele.Retirer()), cancellationToken);

    private Ecriture Ajouter(ModeleSaisie modele)
    {
        modeles.Ajouter(modele);
        return new(TypeObjet.ModeleSaisie, modele.Id, modele.Revision, true, []);
    }

    private async Task<Resultat<Ecriture>> Modifier(Guid id, VersionAttendue version, Func<ModeleSaisie, Task<Resultat<ModeleSaisie>>> acte, CancellationToken ct, IReadOnlyList<(Guid, long)>? aussi = null)
    {
        await modeles.ReserverAsync(ct);
        var lu = await Lire(id, version, ct);
        if (!lu.EstSucces)
        {
            return Resultat<Ecriture>.Echec(lu.Erreurs);
        }

        var apres = await acte(lu.Valeur);
        if (!apres.EstSucces)
        {
            return Resultat<Ecriture>.Echec(apres.Erreurs);
        }

        if (apres.Valeur == lu.Valeur)
        {
            return new Ecriture(TypeObjet.ModeleSaisie, id, lu.Valeur.Revision, false, []);
        }

        await modeles.RemplacerAsync(apres.Valeur, ct);
        return new Ecriture(TypeObjet.ModeleSaisie, id, lu.Valeur.Revision + 1, true, []) { Aussi = aussi ?? [] };
    }

    private async Task<Resultat<ModeleSaisie>> Lire(Guid id, VersionAttendue version, CancellationToken ct) =>
        await modeles.TrouverAsync(id, ct) is not { } modele ? ModeleErreurs.Introuvable.Avec()
        : version.Accepte(modele.Revision) ? modele : RequeteErreurs.VersionPerimee.Avec();
}
