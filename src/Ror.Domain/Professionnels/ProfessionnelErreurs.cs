using Ror.Domain.Commun;

namespace Ror.Domain.Professionnels;

public static class ProfessionnelErreurs
{
    public static readonly TypeErreur Introuvable = new("professionnel.introuvable", Nature.Introuvable,
        "Ce professionnel n'est pas connu ici, ou n'est pas visible pour vous.", "This professional is not known here, or is not visible to you.");
}
