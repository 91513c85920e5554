namespace Ror.Domain.Qualite;

/// <summary>Counts of answers.</summary>
public sealed record Comptes(int Conformes, int Ecarts, int SansObjet)
{
    public static readonly Comptes Aucun = new(0, 0, 0);

    public Comptes Avec(Conformite resultat) => resultat switch
    {
        Conformite.Conforme => this with { Conformes = Conformes + 1 },
        Conformite.Ecart => this with { Ecarts = Ecarts + 1 },
        Conformite.SansObjet => this with { SansObjet = SansObjet + 1 },
    };
}

/// <summary>The filling state of many open offers, added one by one: it holds counts alone, whatever their number.</summary>
public sealed class CumulPeuplement
{
    private readonly Dictionary<EtatPeuplement, int> _etats = [];
    private readonly Comptes[] _conditions = [.. ConditionPeuplement.Toutes.Select(_ => Comptes.Aucun)];

    public int OffresOuvertes { get; private set; }

    /// <summary>In the order of <see cref="ConditionPeuplement.Toutes"/>.</summary>
    public IReadOnlyList<Comptes> Conditions => _conditions;

    public int Nombre(EtatPeuplement etat) => _etats.GetValueOrDefault(etat);

    /// <param name="peuplement">Of an open offer.</param>
    public void Ajouter(Peuplement peuplement)
    {
        OffresOuvertes++;
        _etats[peuplement.Etat!.Value] = Nombre(peuplement.Etat.Value) + 1;
        foreach (var (rang, examinee) in peuplement.Conditions.Index())
        {
            _conditions[rang] = _conditions[rang].Avec(examinee.Constat.Resultat);
        }
    }
}
