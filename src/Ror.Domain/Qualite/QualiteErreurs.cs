using Ror.Domain.Commun;

namespace Ror.Domain.Qualite;

public static class QualiteErreurs
{
    public static readonly TypeErreur HorsRegion = new("qualite.hors-region", Nature.Interdit,
        "La qualité d'un territoire se lit par un référent de sa région ({0}).", "The quality of a territory is read by a référent of its region ({0}).");
}
