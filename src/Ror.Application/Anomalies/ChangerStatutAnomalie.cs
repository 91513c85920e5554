using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Application.Anomalies.ChangementStatut>;

namespace Ror.Application.Anomalies;

/// <summary>Body of a transition.</summary>
public sealed record ChangementStatut : IChamps
{
    /// <summary>J244.</summary>
    public CodeNos? Statut { get; init; }

    public string? Commentaire { get; init; }

    public DateOnly? Echeance { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Code("statut", "Statut voulu", "J244", c => c.Statut, (c, v) => c with { Statut = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "L'un de ceux que les actions de l'anomalie proposent." },
        Texte("commentaire", "Commentaire", c => c.Commentaire, (c, v) => c with { Commentaire = v }) with { LongueurMax = 2000, Multiligne = true, Aide = "Gardé dans l'historique." },
        Date("echeance", "Fin de la tolérance", c => c.Echeance, (c, v) => c with { Echeance = v }) with { Obligatoire = null, Aide = "À venir ; demandée par le statut 06 et lui seul. Ce jour-là l'anomalie est de nouveau à traiter." },
    ];
}

public sealed record ChangerStatutAnomalieCommand(Guid Id, VersionAttendue Version, ChangementStatut Changement) : ICommande;

internal sealed class ChangerStatutAnomalieValidator : AbstractValidator<ChangerStatutAnomalieCommand>
{
    public ChangerStatutAnomalieValidator(FicheValidator<ChangementStatut> changement) => RuleFor(c => c.Changement).SetValidator(changement);
}

internal sealed class ChangerStatutAnomalieHandler(
    AccesAnomalies anomalies, DeclarationsAnomalies declarations, FicheValidator<ChangementStatut> forme, IAppelant appelant, TimeProvider horloge)
    : IRequestHandler<ChangerStatutAnomalieCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(ChangerStatutAnomalieCommand request, CancellationToken cancellationToken)
    {
        var changement = request.Changement;
        if (CycleAnomalie.DeCode(changement.Statut?.Code) is not { } vers)
        {
            return Ecriture.Aucune(TypeObjet.Anomalie);
        }

        return await anomalies.ModifierAsync(request.Id, request.Version, vers, async (anomalie, roles) =>
        {
            if (CycleAnomalie.Refuser(anomalie.Statut, vers, roles) is { } refus)
            {
                return refus;
            }

            if (!anomalie.Statut.EstVivant() && vers.EstVivant() && await declarations.RefuserRetourAsync(anomalie, cancellationToken) is { } autre)
            {
                return autre;
            }

            return forme.Validate(changement).IsValid
                ? anomalie.Passer(vers, roles, appelant.Sujet, changement.Commentaire, changement.Echeance, anomalies.Jour(anomalie), horloge.Instant())
                : default(Rien);
        }, cancellationToken);
    }
}
