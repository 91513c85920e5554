using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Territoires;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.ZoneIntervention>;

namespace Ror.Domain.Offres.Sections;

/// <summary>Where the offer goes to meet people.</summary>
public sealed record ZoneIntervention : ISection<ZoneIntervention>
{
    private static readonly string[] ModesMobiles = ["11", "31", "49", "53", "59"];
    private static readonly string[] CategoriesMobiles = ["209", "354", "460"];

    /// <summary>Modalités d'accueil (J226) that go to the patient's home.</summary>
    public static IReadOnlyList<string> ADomicile { get; } = ["05", "27"];

    public static string Cle => "zone-intervention";

    public static string Titre => "Zone d'intervention";

    /// <summary>INSEE codes of today; a former one is replaced when it is stored.</summary>
    public Liste<string> Communes { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Textes("communes", "Communes desservies", s => s.Communes, (s, v) => s with { Communes = v ?? [] }) with
        {
            Exigence = c => !EstMobile(c) ? Exigence.NonApplicable : c.EstLiberal && VaADomicile(c) ? Exigence.Obligatoire : Exigence.Facultatif,
            Obligatoire = "offre libérale à domicile",
            NombreMax = 5000,
            LongueurMax = 5,
            Motif = CodeCommune.Motif,
            Forme = (CodeCommune.EstConnuOuInforme, TerritoireErreurs.CommuneInconnue),
            Aide = "Codes INSEE ; pour une offre à domicile, mobile, ou d'un service qui se déplace.",
        },
    ];

    /// <summary>With the communes of today; several former ones may have become one.</summary>
    public ISection Completer() => this with { Communes = Communes.Select(c => CodeCommune.Actualiser(c)!).Distinct().EnListe() };

    private static bool EstMobile(ContexteSaisie contexte) =>
        CategoriesMobiles.Contains(contexte.Categorie) || ModesMobiles.Contains(contexte.Contenu.AccueilPriseEnCharge?.ModePriseEnCharge?.Code) || VaADomicile(contexte);

    private static bool VaADomicile(ContexteSaisie contexte) => contexte.Contenu.AccueilPriseEnCharge?.ModalitesAccueil.Any(m => ADomicile.Contains(m.Code)) is true;
}
