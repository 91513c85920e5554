using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;

namespace Ror.Application.Anomalies;

/// <summary>"Déclarer une anomalie" on an object that the caller sees.</summary>
public sealed record DeclarerAnomalieCommand(DeclarationAnomalie Declaration) : ICommande;

internal sealed class DeclarerAnomalieValidator : AbstractValidator<DeclarerAnomalieCommand>
{
    public DeclarerAnomalieValidator(FicheValidator<DeclarationAnomalie> declaration) => RuleFor(c => c.Declaration).SetValidator(declaration);
}

internal sealed class DeclarerAnomalieHandler(DeclarationsAnomalies declarations, CiblesAnomalies cibles, FicheValidator<DeclarationAnomalie> forme)
    : IRequestHandler<DeclarerAnomalieCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(DeclarerAnomalieCommand request, CancellationToken cancellationToken)
    {
        var declaration = request.Declaration;
        if (declaration.Objet?.Lu is not { } objet)
        {
            return Ecriture.Aucune(TypeObjet.Anomalie);
        }

        if (!forme.Validate(declaration).IsValid)
        {
            return await cibles.TrouverAsync(objet.Type, objet.Id, cancellationToken) is null ? AnomalieErreurs.ObjetIntrouvable.Avec() : Ecriture.Aucune(TypeObjet.Anomalie);
        }

        var declaree = await declarations.DeclarerAsync(new(objet.Type, objet.Id, declaration.Section, declaration.Champ)
        {
            Theme = declaration.Theme?.Code ?? DeclarationAnomalie.ThemeParDefaut,
            Action = declaration.Action?.Code ?? DeclarationAnomalie.ActionParDefaut,
            ValeurErronee = declaration.ValeurErronee,
            ValeurProposee = declaration.ValeurProposee,
            Description = declaration.Description,
        }, cancellationToken);
        return declaree.EstSucces
            ? new Ecriture(TypeObjet.Anomalie, declaree.Valeur.Id, declaree.Valeur.Version, true, [])
            : Resultat<Ecriture>.Echec(declaree.Erreurs);
    }
}
