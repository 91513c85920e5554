using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;
using static Ror.Domain.Champs.Champ<Ror.Domain.ModelesSaisie.ContexteModele>;

namespace Ror.Domain.ModelesSaisie;

/// <summary>When a modèle is proposed; an empty list means "whatever".</summary>
public sealed record ContexteModele : IChamps
{
    public Liste<CodeNos> Categories { get; init; } = [];

    public Liste<CodeNos> ChampsActivite { get; init; } = [];

    public Liste<CodeNos> Professions { get; init; } = [];

    public Liste<CodeNos> Specialites { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Codes("categories", "Catégories d'établissement", "J55", c => c.Categories, (c, v) => c with { Categories = v ?? [] }) with
        {
            NombreMax = 200,
            Aide = "Une au moins pour activer le modèle.",
        },
        Codes("champsActivite", "Champs d'activité", "J20", c => c.ChampsActivite, (c, v) => c with { ChampsActivite = v ?? [] }) with { NombreMax = 20, Aide = "Tous s'il n'y en a aucun." },
        Codes("professions", "Professions", "J229", c => c.Professions, (c, v) => c with { Professions = v ?? [] }) with { Aide = "Du professionnel libéral ; toutes s'il n'y en a aucune." },
        Codes("specialites", "Spécialités ordinales", "J210", c => c.Specialites, (c, v) => c with { Specialites = v ?? [] }) with { NombreMax = 200, Aide = "Du professionnel libéral ; toutes s'il n'y en a aucune." },
    ];

    /// <summary>Does it fit what is known of an offer? What is null is not asked.</summary>
    public bool Convient(string? categorie, string? champActivite, string? profession, string? specialite) =>
        (categorie is null || Categories.Any(c => c.Code == categorie))
        && Admet(ChampsActivite, champActivite)
        && Admet(Professions, profession)
        && Admet(Specialites, specialite);

    /// <summary>Is it for that profession, with those spécialités?</summary>
    public bool Convient(ExerciceProfessionnel exercice) =>
        Admet(Professions, exercice.Profession.Code) && (Specialites.Count == 0 || Specialites.Any(s => exercice.Specialites.Contains(s.Code)));

    /// <summary>Établissements and champs where offers of such a modèle may be (H2); those of a liberal professional are de ville.</summary>
    public IEnumerable<(Secteur Secteur, string Categorie, string ChampActivite)> Situations(string parcours) =>
        from categorie in Categories
        where Secteurs.De(categorie.Code) is not null
        let secteur = Secteurs.De(categorie.Code)!.Value
        where parcours == LesParcours.Structure.Cle || secteur == Secteur.Ville
        from champ in Secteurs.Champs[secteur]
        where Admet(ChampsActivite, champ)
        select (secteur, categorie.Code, champ);

    private static bool Admet(Liste<CodeNos> codes, string? code) => code is null || codes.Count == 0 || codes.Any(c => c.Code == code);
}
