namespace Ror.Domain.Acces;

/// <summary>Roles of domain §11, as they stand in tokens.</summary>
public static class Role
{
    public const string ResponsableOffre = "responsable-offre";
    public const string ReferentRor = "referent-ror";
    public const string Professionnel = "professionnel";
    public const string Plateforme = "plateforme";
    public const string Administrateur = "administrateur";

    public static IReadOnlyList<string> Tous { get; } = [ResponsableOffre, ReferentRor, Professionnel, Plateforme, Administrateur];
}
