using Ror.Domain.Commun;

namespace Ror.Application.Diffusion;

public static class DiffusionErreurs
{
    public static readonly TypeErreur AutrePerimetre = new("flux.autre-perimetre", Nature.Illisible,
        "Ce curseur a été donné à un autre profil d'accès, qui ne voyait pas la même chose : recommencez depuis 0.",
        "This cursor was given to another access profile, which did not see the same: begin again from 0.");

    public static readonly TypeErreur AuDela = new("flux.au-dela", Nature.Illisible,
        "Ce curseur est au-delà du dernier changement, comme après le retour à une copie de la base : recommencez depuis 0.",
        "This cursor is beyond the last change, as after the database was put back from a copy: begin again from 0.");
}
