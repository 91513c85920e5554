using Ror.Domain.Champs;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Territoires;
using static Ror.Domain.Champs.Champ<Ror.Domain.Structures.FicheEntiteJuridique>;

namespace Ror.Domain.Structures;

/// <summary>What is entered of a legal entity: body of its POST and PUT, and stored JSON.</summary>
public sealed record FicheEntiteJuridique : IChamps
{
    public string? IdNatStruct { get; init; }

    public string? RaisonSociale { get; init; }

    /// <summary>J199.</summary>
    public CodeNos? StatutJuridique { get; init; }

    public string? NumSiren { get; init; }

    public Adresse? Adresse { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("idNatStruct", "Identifiant national de structure", s => s.IdNatStruct, (s, v) => s with { IdNatStruct = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "à la création",
            Immuable = true,
            LongueurMax = 20,
            Aide = "1 puis le FINESS de l'entité juridique, ou 2 puis son SIREN.",
        },
        Texte("raisonSociale", "Raison sociale", s => s.RaisonSociale, (s, v) => s with { RaisonSociale = v }) with { National = true, Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Nom de l'entité juridique." },
        Code("statutJuridique", "Statut juridique", "J199", s => s.StatutJuridique, (s, v) => s with { StatutJuridique = v }) with { National = true, Aide = "Statut FINESS." },
        Texte("numSiren", "SIREN", s => s.NumSiren, (s, v) => s with { NumSiren = v }) with { National = true, LongueurMax = 9, Forme = (IdentifiantsNationaux.EstSiren, IdentifiantErreurs.Siren), Aide = "Neuf chiffres, avec clé." },
        Objet("adresse", "Adresse", s => s.Adresse, (s, v) => s with { Adresse = v }) with { National = true, Aide = "Adresse du siège." },
    ];

    internal FicheEntiteJuridique Completee() => this with { Adresse = (Adresse?)Adresse?.Completer() };
}
