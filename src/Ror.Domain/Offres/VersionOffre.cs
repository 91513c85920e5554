namespace Ror.Domain.Offres;

/// <summary>L6: one published version, kept for ever and never changed.</summary>
public sealed class VersionOffre
{
    private VersionOffre()
    {
    }

    public Guid OffreId { get; private init; }

    /// <summary>1, 2, 3 …</summary>
    public int Numero { get; private init; }

    public DateTime Le { get; private init; }

    /// <summary>Subject of the token of whoever validated.</summary>
    public string Auteur { get; private init; } = null!;

    public ContenuOffre Contenu { get; private init; } = null!;

    public static VersionOffre De(Offre offre, string auteur) => new()
    {
        OffreId = offre.Id,
        Numero = offre.NumeroVersion,
        Le = offre.ValideeLe!.Value,
        Auteur = auteur,
        Contenu = offre.Publie!,
    };
}
