using Ror.Domain.Commun;

namespace Ror.Domain.Offres;

/// <content>Freshness without a change.</content>
public sealed partial class Offre
{
    /// <summary>UTC instant at which what is published was last said to be still exact.</summary>
    public DateTime? ExacteLe { get; private set; }

    /// <summary>"Toujours exact": what the world reads is fresh again, and nothing of it changes.</summary>
    public Resultat<Rien> Confirmer(Environnement environnement)
    {
        if (Refuser(ActionOffre.Confirmer, environnement) is { } refus)
        {
            return refus;
        }

        ExacteLe = environnement.Instant;
        Toucher(environnement.Instant);
        return default(Rien);
    }
}
