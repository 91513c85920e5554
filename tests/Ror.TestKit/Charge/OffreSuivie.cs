using System.Globalization;

namespace Ror.TestKit.Charge;

/// <summary>What its only writer was told of an offer, and the one write whose answer they have not had.</summary>
public sealed class OffreSuivie(string cle)
{
    /// <summary>Its Idempotency-Key, and the start of its names: nobody else has it.</summary>
    public string Cle { get; } = cle;

    /// <summary>Null until the creation was answered.</summary>
    public string? Id { get; private set; }

    public string ETag { get; private set; } = "";

    public long Version { get; private set; }

    /// <summary>Last published version; 0 before.</summary>
    public int NumeroVersion { get; private set; }

    public string Nom { get; private set; } = cle;

    public bool Supprimee { get; private set; }

    /// <summary>The write that was sent and not answered.</summary>
    public Acte? EnSuspens { get; private set; }

    /// <summary>Every list shows it from the moment this is true until it is false.</summary>
    public bool EstListee => Id is not null && !Supprimee && EnSuspens is not { Suppression: true };

    public void Annoncer(Acte acte) => EnSuspens = acte;

    /// <summary>Nothing was stored.</summary>
    public void Oublier() => EnSuspens = null;

    /// <param name="reponse">The answer of the write, or a later representation that shows it.</param>
    public void Confirmer(Reponse reponse)
    {
        var acte = EnSuspens ?? throw new InvalidOperationException("Rien n'est en suspens.");
        if (!acte.Suppression)
        {
            Id ??= reponse.Corps.GetProperty("id").GetString();
            (ETag, Version, Nom) = (reponse.ETag, VersionDe(reponse), acte.Nom ?? Nom);
            NumeroVersion += acte.Publication ? 1 : 0;
        }

        (Supprimee, EnSuspens) = (acte.Suppression, null);
    }

    /// <summary>What a representation says otherwise than the writer was told; null when nothing does.</summary>
    public string? Comparer(Reponse lue)
    {
        if (Supprimee || lue.Statut != 200)
        {
            return Supprimee && lue.Statut == 404 ? null : $"{Cle} : {lue.Statut} à la relecture, supprimée : {Supprimee}. {lue.Texte}";
        }

        var numero = lue.Corps.TryGetProperty("numeroVersion", out var publie) ? publie.GetInt32() : 0;
        var (dit, lu) = ((Version, NumeroVersion, Nom), (VersionDe(lue), numero, lue.Corps.GetProperty("nom").GetString()!));
        return dit == lu ? null : $"{Cle} : {lu} à la relecture, au lieu de {dit}.";
    }

    public static long VersionDe(Reponse reponse) => long.Parse(reponse.ETag.Trim('"').Split('.')[0], CultureInfo.InvariantCulture);
}

/// <summary>One write of the parcours.</summary>
/// <param name="Suite">What follows the path of the offer.</param>
/// <param name="Nom">Name of the offer once it is done, when it changes.</param>
public sealed record Acte(HttpMethod Methode, string Suite, object? Corps = null, string? Nom = null)
{
    public bool Creation => Methode == HttpMethod.Post && Suite.Length == 0;

    public bool Suppression => Methode == HttpMethod.Delete && Suite.Length == 0;

    public bool Publication => Suite == "/validation";
}
