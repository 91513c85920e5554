using Ror.Domain.Annuaires;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>Numbers that were met, in which file, and whether closed; about twenty bytes each.</summary>
internal sealed class Vus
{
    private readonly Dictionary<uint, (ushort Fichier, bool EstFerme)> _vus = [];
    private ushort _fichier;

    public void ChangerDeFichier() => _fichier++;

    public bool Contient(uint finess) => _vus.ContainsKey(finess);

    /// <returns>
    /// Whether an object of that number is to be read, else why not; for no fault at all when an earlier file of the archive gave it: the files of
    /// FINESS overlap. One that was closed so far and comes open is read: what is open must not stay closed for coming second.
    /// </returns>
    public (bool EstALire, Erreur? Dit) Juger(string? finess, bool estFerme)
    {
        if (CodesFiness.Compacter(finess ?? "") is not { } compact)
        {
            return (false, FinessErreurs.Numero.Sur("/idNatStruct", finess ?? ""));
        }

        var connu = _vus.TryGetValue(compact, out var avant);
        _vus[compact] = (_fichier, estFerme && (!connu || avant.EstFerme));
        return !connu ? (true, null)
            : avant.EstFerme && !estFerme ? (true, FinessErreurs.FermePuisOuvert.Sur("/idNatStruct", finess!))
            : (false, avant.Fichier == _fichier ? FinessErreurs.Doublon.Sur("/idNatStruct", finess!) : null);
    }
}
