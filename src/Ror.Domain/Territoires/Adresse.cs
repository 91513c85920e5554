using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Territoires.Adresse>;

namespace Ror.Domain.Territoires;

/// <summary>
/// A postal address in its parts (NF Z 10-011) with the commune that places it, and WGS 84 coordinates: section of an offer, field of a structure.
/// </summary>
public sealed record Adresse : ISection<Adresse>, IRegles
{
    public static string Cle => "adresse";

    public static string Titre => "Adresse";

    public string? PointRemise { get; init; }

    public string? ComplementPointGeographique { get; init; }

    public string? NumeroVoie { get; init; }

    public string? Extension { get; init; }

    public CodeNos? TypeVoie { get; init; }

    public string? LibelleVoie { get; init; }

    public string? LieuDit { get; init; }

    public string? MentionDistribution { get; init; }

    public string? CodePostal { get; init; }

    public string? Localite { get; init; }

    /// <summary>INSEE code of today; a former one is replaced when it is stored.</summary>
    public string? Commune { get; init; }

    /// <summary>Degrees.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Degrees.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>Of a liberal offer, it is where the professional exercises, and nobody enters it.</summary>
    public static IReadOnlyList<Champ> Champs { get; } = [.. Declarations().Select(champ => champ with { LectureSeule = Champ.EnLiberal })];

    private static IEnumerable<Champ> Declarations() =>
    [
        Texte("pointRemise", "Point de remise", s => s.PointRemise, (s, v) => s with { PointRemise = v }) with { LongueurMax = 38, Aide = "Étage, porte, boîte aux lettres." },
        Texte("complementPointGeographique", "Complément du point géographique", s => s.ComplementPointGeographique, (s, v) => s with { ComplementPointGeographique = v }) with
        {
            LongueurMax = 38,
            Aide = "Bâtiment, entrée, résidence.",
        },
        Texte("numeroVoie", "Numéro dans la voie", s => s.NumeroVoie, (s, v) => s with { NumeroVoie = v }) with { Motif = new("^[0-9]{1,4}$", TerritoireErreurs.NumeroVoie), Aide = "Quatre chiffres au plus." },
        Texte("extension", "Extension du numéro", s => s.Extension, (s, v) => s with { Extension = v }) with { LongueurMax = 10, Aide = "Bis, ter, A…" },
        Code("typeVoie", "Type de voie", "J219", s => s.TypeVoie, (s, v) => s with { TypeVoie = v }) with { Aide = "Rue, avenue…" },
        Texte("libelleVoie", "Libellé de la voie", s => s.LibelleVoie, (s, v) => s with { LibelleVoie = v }) with { Aide = "Sans le numéro ; le type de voie peut y rester." },
        Texte("lieuDit", "Lieu-dit", s => s.LieuDit, (s, v) => s with { LieuDit = v }) with { LongueurMax = 100, Aide = "Lieu-dit ou service de distribution." },
        Texte("mentionDistribution", "Mention de distribution", s => s.MentionDistribution, (s, v) => s with { MentionDistribution = v }) with { LongueurMax = 38, Aide = "Boîte postale, CS, TSA." },
        Texte("codePostal", "Code postal", s => s.CodePostal, (s, v) => s with { CodePostal = v }) with { Motif = new("^[0-9]{5}$", TerritoireErreurs.CodePostal), Aide = "Cinq chiffres." },
        Texte("localite", "Localité", s => s.Localite, (s, v) => s with { Localite = v }) with { LongueurMax = 100, Aide = "Commune ou bureau CEDEX." },
        Texte("commune", "Commune", s => s.Commune, (s, v) => s with { Commune = v }) with
        {
            // An offer without an address of its own stands where its établissement does.
            Exigence = c => c.Contenu.Adresse is { } adresse && adresse != new Adresse() ? Exigence.Obligatoire : Exigence.Facultatif,
            Obligatoire = "dès que l'adresse est renseignée",
            Motif = CodeCommune.Motif,
            Forme = (CodeCommune.EstConnuOuInforme, TerritoireErreurs.CommuneInconnue),
            Aide = "Code INSEE, pas le code postal : 81004 pour Albi.",
        },
        new Champ<Adresse, decimal?>("latitude", "Latitude", TypeChamp.Nombre, s => s.Latitude, (s, v) => s with { Latitude = v }) with { Bornes = (-90, 90), Aide = "Degrés décimaux, WGS 84." },
        new Champ<Adresse, decimal?>("longitude", "Longitude", TypeChamp.Nombre, s => s.Longitude, (s, v) => s with { Longitude = v }) with { Bornes = (-180, 180), Aide = "Degrés décimaux, WGS 84." },
    ];

    /// <summary>Where it stands. Only for an address that was checked, when it was stored or just now.</summary>
    public CodeCommune LireCommune() => CodeCommune.Relire(Commune!);

    /// <summary>With the commune of today.</summary>
    public ISection Completer() => this with { Commune = CodeCommune.Actualiser(Commune) };

    /// <summary>A source that places nothing leaves the position of the same address.</summary>
    public Adresse AvecPositionDe(Adresse avant) => Latitude is null && (Adresse)Completer() == avant with { Latitude = null, Longitude = null } ? avant : this;

    public IEnumerable<Erreur> Regles()
    {
        // Identifiers, roles and what is published go by region.
        if (CodeCommune.Lire(Commune) is { Region: null })
        {
            yield return TerritoireErreurs.CommuneSansRegion.Sur("/commune", Commune!);
        }

        if (Latitude is null != Longitude is null)
        {
            yield return TerritoireErreurs.CoordonneesIncompletes.Sur(Latitude is null ? "/latitude" : "/longitude");
        }
    }

    public static Adresse? Proposer(ContexteSaisie contexte) => contexte.AdresseEtablissement;
}
