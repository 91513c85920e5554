using Ror.Domain.Commun;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>What is found of one object while it is read.</summary>
/// <param name="estFerme">Of a closed object only its closing matters: what would refuse an open one is told.</param>
/// <param name="dit">What is known of it already.</param>
internal sealed class Constat(bool estFerme, Erreur? dit)
{
    private readonly List<Erreur> _signalements = dit is null ? [] : [dit];

    /// <summary>The first one: the others mostly follow from it.</summary>
    public Erreur? Faute { get; private set; }

    public IReadOnlyList<Erreur> Signalements => _signalements;

    public void Signaler(Erreur erreur) => _signalements.Add(erreur);

    public void Refuser(Erreur erreur)
    {
        if (estFerme)
        {
            Signaler(erreur);
        }
        else
        {
            Faute ??= erreur;
        }
    }
}
