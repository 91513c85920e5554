namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>Words of the types of street that FINESS uses most: its streets often begin with the type that their code already says.</summary>
internal static class TypesVoie
{
    private static readonly Dictionary<string, string> Mots = new(StringComparer.Ordinal)
    {
        ["ALL"] = "ALLEE",
        ["AV"] = "AVENUE",
        ["BD"] = "BOULEVARD",
        ["BRG"] = "BOURG",
        ["CAR"] = "CARREFOUR",
        ["CCAL"] = "CENTRE COMMERCIAL",
        ["CHE"] = "CHEMIN",
        ["CHEM"] = "CHEMIN",
        ["CHS"] = "CHAUSSEE",
        ["CITE"] = "CITE",
        ["COR"] = "CORNICHE",
        ["COTE"] = "COTE",
        ["CRS"] = "COURS",
        ["DOM"] = "DOMAINE",
        ["ESP"] = "ESPLANADE",
        ["FG"] = "FAUBOURG",
        ["GR"] = "GRAND RUE",
        ["HAM"] = "HAMEAU",
        ["IMM"] = "IMMEUBLE",
        ["IMP"] = "IMPASSE",
        ["LD"] = "LIEU DIT",
        ["LOT"] = "LOTISSEMENT",
        ["MTE"] = "MONTEE",
        ["PARC"] = "PARC",
        ["PAS"] = "PASSAGE",
        ["PL"] = "PLACE",
        ["PROM"] = "PROMENADE",
        ["QU"] = "QUAI",
        ["QUA"] = "QUARTIER",
        ["R"] = "RUE",
        ["RES"] = "RESIDENCE",
        ["ROC"] = "ROCADE",
        ["RPT"] = "ROND POINT",
        ["RTE"] = "ROUTE",
        ["SEN"] = "SENTIER",
        ["SQ"] = "SQUARE",
        ["TRA"] = "TRAVERSE",
        ["VLA"] = "VILLA",
        ["VLGE"] = "VILLAGE",
        ["CHV"] = "CHEMIN VICINAL",
        ["RLE"] = "RUELLE",
        ["ZA"] = "ZONE ARTISANALE",
        ["ZAC"] = "ZAC",
        ["ZI"] = "ZONE INDUSTRIELLE",
    };

    public static string? Mot(string? code) => code is null ? null : Mots.GetValueOrDefault(code);
}
