using Ror.Domain.Annuaires;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>Numbers that were met, and in which file; about twenty bytes each.</summary>
internal sealed class Vus
{
    private readonly Dictionary<uint, ushort> _fichiers = [];
    private ushort _fichier;

    public void ChangerDeFichier() => _fichier++;

    public bool Contient(uint finess) => _fichiers.ContainsKey(finess);

    /// <returns>
    /// Whether an object of that number is to be read, else why not; for no fault at all when an earlier file of the archive gave it: the files of
    /// FINESS overlap.
    /// </returns>
    public (bool EstALire, Erreur? Faute) Juger(string? finess)
    {
        if (CodesFiness.Compacter(finess ?? "") is not { } compact)
        {
            return (false, FinessErreurs.Numero.Sur("/idNatStruct", finess ?? ""));
        }

        var connu = _fichiers.TryGetValue(compact, out var fichier);
        _fichiers[compact] = _fichier;
        return (!connu, connu && fichier == _fichier ? FinessErreurs.Doublon.Sur("/idNatStruct", finess!) : null);
    }
}
