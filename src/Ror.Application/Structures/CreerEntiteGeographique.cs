using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

/// <summary>A site of a legal entity; a practice known by its rang comes with an artificial one.</summary>
public sealed record CreerEntiteGeographiqueCommand(FicheEntiteGeographique Fiche) : ICommande;

internal sealed class CreerEntiteGeographiqueValidator : AbstractValidator<CreerEntiteGeographiqueCommand>
{
    public CreerEntiteGeographiqueValidator(FicheValidator<FicheEntiteGeographique> fiche) => RuleFor(c => c.Fiche).SetValidator(fiche);
}

internal sealed class CreerEntiteGeographiqueHandler(
    ISaisieDb db, FicheValidator<FicheEntiteGeographique> forme, IVerrous verrous, IAppelant appelant, TimeProvider horloge)
    : IRequestHandler<CreerEntiteGeographiqueCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(CreerEntiteGeographiqueCommand request, CancellationToken cancellationToken)
    {
        var fiche = request.Fiche;
        if (appelant.Perimetre.Refuser(ActionOffre.Modifier, TypeNoeud.EntiteGeographique, region: null) is { } interdit)
        {
            return interdit;
        }

        if (!forme.Validate(fiche).IsValid)
        {
            return Ecriture.Aucune(TypeNoeud.EntiteGeographique);
        }

        if (!appelant.Perimetre.RegionsVisibles.Contains(fiche.Adresse!.LireCommune().Region!))
        {
            return StructureErreurs.HorsRegion.Sur("/adresse/commune", fiche.Adresse.Commune!);
        }

        var ej = await EntiteJuridique(fiche, cancellationToken);
        var eg = ej.EstSucces ? ej.Valeur.OuvrirEntiteGeographique(horloge.NouvelId(), fiche, horloge.Instant()) : Resultat<EntiteGeographique>.Echec(ej.Erreurs);
        if (!eg.EstSucces)
        {
            return Resultat<Ecriture>.Echec(eg.Erreurs);
        }

        db.EntitesGeographiques.Add(eg.Valeur);
        return Ecriture.DUnNouveau(TypeNoeud.EntiteGeographique, eg.Valeur);
    }

    private async Task<Resultat<EntiteJuridique>> EntiteJuridique(FicheEntiteGeographique fiche, CancellationToken ct)
    {
        if (fiche.EntiteJuridique is null && IdNatStruct.LireEntiteGeographique(fiche.IdNatStruct) is { EstRang: true } cabinet)
        {
            var artificielle = Domain.Structures.EntiteJuridique.CreerArtificielle(horloge.NouvelId(), cabinet, fiche.Denomination!, horloge.Instant());
            db.EntitesJuridiques.Add(artificielle);
            return artificielle;
        }

        if (fiche.EntiteJuridique is null)
        {
            return StructureErreurs.EntiteJuridiqueRequise.Sur("/entiteJuridique");
        }

        var identifiant = IdNatStruct.LireEntiteJuridique(fiche.EntiteJuridique);
        var id = await db.EntitesJuridiques.Where(e => e.IdNatStruct == identifiant).Select(e => (Guid?)e.Id).SingleOrDefaultAsync(ct);
        if (identifiant is null || id is null)
        {
            return StructureErreurs.EntiteJuridiqueInconnue.Sur("/entiteJuridique", fiche.EntiteJuridique);
        }

        await verrous.Retenir<EntiteJuridique>(id.Value, ct);
        return await db.EntitesJuridiques.SingleAsync(e => e.Id == id, ct);
    }
}
