using Ror.Domain.Commun;

namespace Ror.Domain.Annuaires;

/// <summary>What can be wrong with one line of a national file: the line is set aside and told, the others are read.</summary>
public static class AnnuaireErreurs
{
    public const string Ligne = "ligne";

    public static readonly TypeErreur LigneTropLongue = new("annuaire.ligne-trop-longue", Nature.Contenu,
        "La ligne dépasse {0} octets.", "The line is longer than {0} bytes.");

    public static readonly TypeErreur CaractereInterdit = new("annuaire.caractere-interdit", Nature.Contenu,
        "La ligne contient un caractère de contrôle (U+{0}), en position {1}.", "The line holds a control character (U+{0}), at position {1}.");

    /// <summary>The error, with the number of its line (from 1) among its facts.</summary>
    public static Erreur ALaLigne(this Erreur erreur, int numero) =>
        erreur with { Precisions = new Dictionary<string, object>(erreur.Precisions) { [Ligne] = numero } };
}
