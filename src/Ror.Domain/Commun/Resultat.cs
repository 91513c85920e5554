namespace Ror.Domain.Commun;

/// <summary>Success with a value, or every error at once.</summary>
public sealed class Resultat<T>
{
    private readonly T? _valeur;

    private Resultat(T? valeur, IReadOnlyList<Erreur> erreurs) => (_valeur, Erreurs) = (valeur, erreurs);

    /// <summary>Empty on success.</summary>
    public IReadOnlyList<Erreur> Erreurs { get; }

    public bool EstSucces => Erreurs.Count == 0;

    /// <exception cref="InvalidOperationException">The result is a failure: a bug of the caller.</exception>
    public T Valeur => EstSucces ? _valeur! : throw new InvalidOperationException($"Échec lu comme un succès : {string.Join(" ; ", Erreurs)}");

    public static Resultat<T> Echec(IReadOnlyList<Erreur> erreurs) => new(default, erreurs);

    public static implicit operator Resultat<T>(T valeur) => new(valeur, []);

    public static implicit operator Resultat<T>(Erreur erreur) => Echec([erreur]);

    public static implicit operator Resultat<T>(List<Erreur> erreurs) => Echec(erreurs);
}

/// <summary>The value of a result that carries none.</summary>
public readonly record struct Rien;
