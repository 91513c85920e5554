using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using static Ror.Domain.Champs.Champ<Ror.Application.Offres.Succession>;

namespace Ror.Application.Offres;

/// <summary>The offer that replaces a closed one.</summary>
public sealed record Succession : IChamps
{
    public string? Successeur { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("successeur", "Offre qui remplace celle-ci", s => s.Successeur, (s, v) => s with { Successeur = v }) with
        {
            LongueurMax = 20,
            Motif = new(IdentifiantRegional.Motif, FermetureErreurs.SuccesseurInvalide),
            Aide = "identifiantOffre d'une offre publiée et ouverte ; absent, aucune ne la remplace plus.",
        },
    ];
}

/// <summary>Names, changes or takes away the successor of an offer that is closed already, by itself or with its level.</summary>
public sealed record DesignerSuccesseurCommand(Guid OffreId, VersionAttendue Version, Succession Succession) : ICommande;

internal sealed class DesignerSuccesseurValidator : AbstractValidator<DesignerSuccesseurCommand>
{
    public DesignerSuccesseurValidator(FicheValidator<Succession> succession) => RuleFor(c => c.Succession).SetValidator(succession);
}

internal sealed class DesignerSuccesseurHandler(AccesOffres offres, Successions successions)
    : IRequestHandler<DesignerSuccesseurCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(DesignerSuccesseurCommand request, CancellationToken cancellationToken)
    {
        // What is not an identifier is told by the validator.
        var successeur = IdentifiantRegional.Lire(request.Succession.Successeur)?.Valeur;
        var faute = successeur is null ? null : await successions.Refuser<Offre>(request.OffreId, successeur, cancellationToken);
        return await offres.Modifier(
            request.OffreId,
            request.Version,
            ActionOffre.DesignerSuccesseur,
            o => o.Offre.Refuser(ActionOffre.DesignerSuccesseur, o.Environnement) is { } refus ? refus : faute is not null ? faute : o.Offre.DesignerSuccesseur(successeur, o.Environnement),
            cancellationToken);
    }
}
