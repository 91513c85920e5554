using System.Collections;
using System.Globalization;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Domain.Anomalies;

/// <summary>The place in an object that an anomaly is about.</summary>
/// <param name="Section">Key of a section of an offer; null of the offer as a whole, and of everything else.</param>
/// <param name="Champ">JSON Pointer into that section, or into the fiche; null of the whole.</param>
/// <param name="Nationale">It comes from RPPS or FINESS (RG_EXP_031).</param>
public sealed record Endroit(string? Section, string? Champ, bool Nationale)
{
    public const int ChampMax = 200;

    /// <summary>The place, when the declarations have it.</summary>
    public static Resultat<Endroit> Lire(CibleAnomalie cible, string? section, string? champ)
    {
        if (cible.Type == TypeObjetAnomalie.Offre)
        {
            return DUneOffre(section, champ, cible.Rpps is not null);
        }

        if (section is not null)
        {
            return AnomalieErreurs.SectionInconnue.Sur("/section", section);
        }

        var segments = Segments(champ);
        if (cible.Type == TypeObjetAnomalie.Professionnel)
        {
            return champ is null || (segments.Length > 0 && EstMembre(typeof(FicheProfessionnel), segments)) ? new Endroit(null, champ, Nationale: true) : Inconnu(champ);
        }

        var champs = Declares(cible.Type);
        return champ is null || EstDeclare(champs, segments)
            ? new Endroit(null, champ, cible.Nationale && champ is not null && champs.Single(c => c.Nom == segments[0]) is { } c && (c.National || c.Immuable))
            : Inconnu(champ);
    }

    private static Resultat<Endroit> DUneOffre(string? section, string? champ, bool liberale)
    {
        if (section is null)
        {
            return champ is null ? new Endroit(null, null, Nationale: false) : AnomalieErreurs.SectionRequise.Sur("/section");
        }

        if (LesSections.Toutes.SingleOrDefault(s => s.Cle == section) is not { } description)
        {
            return AnomalieErreurs.SectionInconnue.Sur("/section", section);
        }

        if (champ is null)
        {
            return new Endroit(section, null, Nationale: section == DonneesNationales.Cle);
        }

        var segments = Segments(champ);
        return !EstDeclare(description.Champs, segments) || description.Champs.Single(c => c.Nom == segments[0]) is var declare && section == DonneesNationales.Cle && !declare.National ? Inconnu(champ)
            : new Endroit(section, champ, declare.National || (liberale && declare.FigeEnLiberal));
    }

    private static IReadOnlyList<Champ> Declares(TypeObjetAnomalie type) => type switch
    {
        TypeObjetAnomalie.EntiteGeographique => FicheEntiteGeographique.Champs,
        TypeObjetAnomalie.EntiteJuridique => FicheEntiteJuridique.Champs,
        TypeObjetAnomalie.LieuRealisationOffre => FicheLieu.Champs,
        _ => FicheOrganisationInterne.Champs,
    };

    private static Erreur Inconnu(string champ) => AnomalieErreurs.ChampInconnu.Sur("/champ", champ);

    /// <summary>None when it is no pointer to something inside. No declared name needs an escape.</summary>
    private static string[] Segments(string? champ) =>
        champ is ['/', ..] && champ.Length <= ChampMax && champ[1..].Split('/') is var segments && segments.All(s => s.Length > 0) ? segments : [];

    // A field, a field of an object, a row of a list, a field of a row …
    private static bool EstDeclare(IReadOnlyList<Champ> champs, ReadOnlySpan<string> segments)
    {
        if (segments.Length == 0)
        {
            return false;
        }

        var nom = segments[0];
        if (champs.SingleOrDefault(c => c.Nom == nom) is not { } champ || segments.Length == 1)
        {
            return champs.Any(c => c.Nom == nom);
        }

        var suite = segments[1..];
        return champ.Type switch
        {
            TypeChamp.Objet or TypeChamp.Age => EstDeclare(champ.Colonnes, suite),
            TypeChamp.Codes or TypeChamp.Textes => suite.Length == 1 && EstRang(suite[0]),
            TypeChamp.Lignes => EstRang(suite[0]) && (suite.Length == 1 || EstDeclare(champ.Colonnes, suite[1..])),
            _ => false,
        };
    }

    // The fiche of a professional has no declarations: nobody enters it.
    private static bool EstMembre(Type type, ReadOnlySpan<string> segments)
    {
        if (segments.Length == 0)
        {
            return true;
        }

        if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)))
        {
            return EstRang(segments[0]) && EstMembre(type.GetGenericArguments()[0], segments[1..]);
        }

        var nom = segments[0];
        return type.GetProperties().SingleOrDefault(p => p.CanWrite && string.Concat(char.ToLowerInvariant(p.Name[0]).ToString(), p.Name.AsSpan(1)) == nom) is { } membre
            && EstMembre(Nullable.GetUnderlyingType(membre.PropertyType) ?? membre.PropertyType, segments[1..]);
    }

    private static bool EstRang(string segment) => segment.Length <= 3 && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var rang) && rang.ToString(CultureInfo.InvariantCulture) == segment;
}
