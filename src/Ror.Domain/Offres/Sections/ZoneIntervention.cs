using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Territoires;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.ZoneIntervention>;

namespace Ror.Domain.Offres.Sections;

/// <summary>Where the offer goes to meet people.</summary>
public sealed record ZoneIntervention : ISection<ZoneIntervention>
{
    private static readonly CodeNos[] ModalitesADomicile = [new("05"), new("27")];
    private static readonly string[] ModesMobiles = ["11", "31", "49", "53", "59"];
    private static readonly string[] CategoriesMobiles = ["209", "354", "460"];

    public static string Cle => "zone-intervention";

    public static string Titre => "Zone d'intervention";

    /// <summary>INSEE codes of today; a former one is replaced when it is stored.</summary>
    public Liste<string> Communes { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Textes("communes", "Communes desservies", s => s.Communes, (s, v) => s with { Communes = v ?? [] }) with
        {
            Exigence = c => EstMobile(c) ? Exigence.Facultatif : Exigence.NonApplicable,
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
        CategoriesMobiles.Contains(contexte.Categorie)
        || contexte.Contenu.AccueilPriseEnCharge is { } accueil && (ModesMobiles.Contains(accueil.ModePriseEnCharge?.Code) || accueil.ModalitesAccueil.Any(ModalitesADomicile.Contains));
}
