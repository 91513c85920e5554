using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.Contacts>;

namespace Ror.Domain.Offres.Sections;

/// <summary>How to reach the offer, in two groups (domain §6).</summary>
public sealed record Contacts : ISection<Contacts>, IRegles
{
    public const int NombreMax = 20;

    public static string Cle => "contacts";

    public static string Titre => "Contacts";

    public Liste<Contact> Patients { get; init; } = [];

    public Liste<Contact> Professionnels { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Lignes<Contact>("patients", "Contacts à destination des patients", s => s.Patients, (s, v) => s with { Patients = v ?? [] }) with
        {
            NombreMax = NombreMax,
            Confidentialite = Confidentialite.ParNiveau,
            Exigence = c => c.EstLiberal ? Exigence.Obligatoire : Exigence.Facultatif,
            Obligatoire = "offre libérale : au moins un",
            Aide = "Visibles du grand public (niveau 1).",
        },
        Lignes<Contact>("professionnels", "Contacts à destination des professionnels", s => s.Professionnels, (s, v) => s with { Professionnels = v ?? [] }) with
        {
            NombreMax = NombreMax,
            Confidentialite = Confidentialite.ParNiveau,
            Aide = "Niveau 2 (professionnels, par défaut) ou 3 (régulation et gestion de crise).",
        },
    ];

    /// <summary>Of a structure, which needs none.</summary>
    public static IReadOnlyList<Champ> ChampsDeStructure { get; } = [.. Champs.Select(champ => champ with { Obligatoire = null })];

    public IEnumerable<Erreur> Regles() =>
    [
        .. Patients.SelectMany((c, i) => c.Verifier($"/patients/{i}", ["1"])),
        .. Professionnels.SelectMany((c, i) => c.Verifier($"/professionnels/{i}", ["2", "3"])),
    ];

    // RG_EXP_032: a professional contact is restricted (2) unless told otherwise.
    public ISection Completer() => this with
    {
        Patients = Patients.Select(c => c.Completer("1")).EnListe(),
        Professionnels = Professionnels.Select(c => c.Completer("2")).EnListe(),
    };
}

/// <summary>One contact: a nature, or a function with a name (RG_EXP_040, 041).</summary>
public sealed record Contact : IChamps
{
    /// <summary>Natures that are not entered as contacts: they come from <see cref="Specificites"/>.</summary>
    public static IReadOnlyList<string> NaturesReservees { get; } = ["09", "15", "17"];

    public CodeNos? Nature { get; init; }

    public CodeNos? Fonction { get; init; }

    public string? Nom { get; init; }

    public string? Description { get; init; }

    public CodeNos? NiveauConfidentialite { get; init; }

    public Liste<Telecom> Telecoms { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<Contact>.Code("nature", "Nature", "J221", l => l.Nature, (l, v) => l with { Nature = v }) with
        {
            Admet = (_, code) => !NaturesReservees.Contains(code.Code),
            RegleAdmission = "contacts",
            Aide = "Ou bien une fonction avec un nom. 09, 15 et 17 se saisissent dans les spécificités.",
        },
        Champ<Contact>.Code("fonction", "Fonction", "J220", l => l.Fonction, (l, v) => l with { Fonction = v }) with { Aide = "Avec un nom, et sans nature." },
        Champ<Contact>.Texte("nom", "Nom", l => l.Nom, (l, v) => l with { Nom = v }) with { LongueurMax = 120, Aide = "Avec une fonction seulement." },
        Champ<Contact>.Texte("description", "Description", l => l.Description, (l, v) => l with { Description = v }) with { LongueurMax = 500, Multiligne = true, Aide = "Quand et pourquoi joindre ce contact." },
        Champ<Contact>.Code("niveauConfidentialite", "Niveau de confidentialité", "J222", l => l.NiveauConfidentialite, (l, v) => l with { NiveauConfidentialite = v }) with
        {
            Aide = "1 pour les patients ; 2 (par défaut) ou 3 pour les professionnels.",
        },
        Champ<Contact>.Lignes<Telecom>("telecoms", "Télécommunications", l => l.Telecoms, (l, v) => l with { Telecoms = v ?? [] }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours, au moins une",
            NombreMax = 10,
            Confidentialite = Confidentialite.ParNiveau,
            Aide = "Une au moins par contact.",
        },
    ];

    internal Contact Completer(string niveau)
    {
        var complete = this with { NiveauConfidentialite = NiveauConfidentialite ?? new CodeNos(niveau) };
        return complete with { Telecoms = Telecoms.Select(t => t.Completer(complete.NiveauConfidentialite)).EnListe() };
    }

    internal IEnumerable<Erreur> Verifier(string pointeur, IReadOnlyList<string> niveaux)
    {
        var regle = (Nature, Fonction, string.IsNullOrWhiteSpace(Nom)) switch
        {
            (null, null, _) => OffreErreurs.ContactNatureOuFonction.Sur($"{pointeur}/nature"),
            (not null, not null, _) => OffreErreurs.ContactNatureOuFonction.Sur($"{pointeur}/fonction"),
            (not null, _, false) => OffreErreurs.ContactNatureSansNom.Sur($"{pointeur}/nom"),
            (_, not null, true) => OffreErreurs.ContactFonctionAvecNom.Sur($"{pointeur}/nom"),
            _ => null,
        };
        if (regle is not null)
        {
            yield return regle;
        }

        if (NiveauConfidentialite is { } niveau && !niveaux.Contains(niveau.Code))
        {
            yield return OffreErreurs.NiveauDuGroupe.Sur($"{pointeur}/niveauConfidentialite", niveau.Code) with { ValeursAdmises = niveaux };
        }

        foreach (var erreur in Telecoms.SelectMany((t, i) => t.Verifier($"{pointeur}/telecoms/{i}", NiveauConfidentialite)))
        {
            yield return erreur;
        }
    }
}

/// <summary>One way to reach a contact.</summary>
public sealed record Telecom : IChamps
{
    public CodeNos? Canal { get; init; }

    public string? Valeur { get; init; }

    public string? Usage { get; init; }

    public CodeNos? NiveauConfidentialite { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<Telecom>.Code("canal", "Canal", "J225", l => l.Canal, (l, v) => l with { Canal = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            Aide = "Téléphone, courriel, site…",
        },
        Champ<Telecom>.Texte("valeur", "Coordonnée", l => l.Valeur, (l, v) => l with { Valeur = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = 254,
            Aide = "Les téléphones sont conservés sous la forme +33…",
        },
        Champ<Telecom>.Texte("usage", "Usage", l => l.Usage, (l, v) => l with { Usage = v }) with { LongueurMax = 120, Aide = "Précision libre : « urgences seulement », « de 9 h à 12 h »." },
        Champ<Telecom>.Code("niveauConfidentialite", "Niveau de confidentialité", "J222", l => l.NiveauConfidentialite, (l, v) => l with { NiveauConfidentialite = v }) with
        {
            Aide = "Celui du contact s'il est absent ; jamais moins restreint.",
        },
    ];

    internal Telecom Completer(CodeNos niveauContact) =>
        this with { NiveauConfidentialite = NiveauConfidentialite ?? niveauContact, Valeur = Coordonnees.Canonique(Canal, Valeur) };

    // RG_EXP_034: at least as restricted as its contact; the levels order like their codes.
    internal IEnumerable<Erreur> Verifier(string pointeur, CodeNos? niveauContact) =>
        string.CompareOrdinal(NiveauConfidentialite?.Code, niveauContact?.Code) < 0 && NiveauConfidentialite is not null
            ? Coordonnees.Verifier(Canal, Valeur, $"{pointeur}/valeur").Append(OffreErreurs.TelecomMoinsRestreinte.Sur($"{pointeur}/niveauConfidentialite"))
            : Coordonnees.Verifier(Canal, Valeur, $"{pointeur}/valeur");
}
