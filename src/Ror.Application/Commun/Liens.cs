using Ror.Domain.Structures;

namespace Ror.Application.Commun;

/// <summary>The paths that representations point at, in one place.</summary>
public static class Liens
{
    public const string Racine = "/api/v1";

    public static string EntiteJuridique(Guid id) => $"{Racine}/entites-juridiques/{id}";

    public static string EntiteGeographique(Guid id) => $"{Racine}/entites-geographiques/{id}";

    public static string Pole(Guid id) => $"{Racine}/poles/{id}";

    public static string UniteFonctionnelle(Guid id) => $"{Racine}/unites-fonctionnelles/{id}";

    public static string Offre(Guid id) => $"{Racine}/offres/{id}";

    public static string Lieu(Guid id) => $"{Racine}/lieux/{id}";

    /// <summary>Those of an établissement, to choose one.</summary>
    public static string LieuxDe(Guid entiteGeographique) => $"{Racine}/lieux?entiteGeographique={entiteGeographique}";

    public static string LieuDeLOffre(Guid lieu, Guid offre) => $"{Lieu(lieu)}/offres/{offre}";

    public static string ModeleSaisie(Guid id) => $"{Racine}/modeles-saisie/{id}";

    public static string Anomalie(Guid id) => $"{Racine}/anomalies/{id}";

    public static string De(TypeObjet type, Guid id) => type.EstAnomalie ? Anomalie(id) : type.Noeud is not { } noeud ? ModeleSaisie(id) : noeud switch
    {
        TypeNoeud.EntiteJuridique => EntiteJuridique(id),
        TypeNoeud.EntiteGeographique => EntiteGeographique(id),
        TypeNoeud.Pole => Pole(id),
        TypeNoeud.UniteFonctionnelle => UniteFonctionnelle(id),
        TypeNoeud.Offre => Offre(id),
        TypeNoeud.LieuRealisationOffre => Lieu(id),
    };

    public static string QualiteDepartement(string code) => $"{Racine}/territoires/departements/{code}/qualite";

    public static string StructurePubliee(Guid id) => $"{Racine}/diffusion/structures/{id}";

    public static string Professionnel(string rpps) => $"{Racine}/professionnels/{rpps}";

    public static string LieuPublie(string identifiant) => $"{Racine}/diffusion/lieux/{identifiant.Replace('/', '-')}";

    public static string OffrePubliee(string identifiantDansUrl) => $"{Racine}/diffusion/offres/{identifiantDansUrl}";
}
