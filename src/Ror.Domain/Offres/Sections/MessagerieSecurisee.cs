using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.MessagerieSecurisee>;

namespace Ror.Domain.Offres.Sections;

/// <summary>MSSanté mailboxes of an offer, a pôle or a UF.</summary>
public sealed record MessagerieSecurisee : ISection<MessagerieSecurisee>, IRegles
{
    public static string Cle => "messagerie-securisee";

    public static string Titre => "Messagerie sécurisée de santé";

    public Liste<BoiteMss> Boites { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Lignes<BoiteMss>("boites", "Boîtes aux lettres", s => s.Boites, (s, v) => s with { Boites = v ?? [] }) with
        {
            NombreMax = 20,
            Confidentialite = Confidentialite.ParNiveau,
            Aide = "Adresses MSSanté où écrire à l'équipe.",
        },
    ];

    public IEnumerable<Erreur> Regles() => Boites.Select((boite, i) => (boite.Adresse, i))
        .Where(b => b.Adresse is not null && Coordonnees.EstCourriel(b.Adresse) && !BoiteMss.DomainesAdmis.Any(d => b.Adresse.EndsWith(d, StringComparison.OrdinalIgnoreCase)))
        .Select(b => OffreErreurs.DomaineMss.Sur($"/boites/{b.i}/adresse", b.Adresse!) with { ValeursAdmises = BoiteMss.DomainesAdmis });

    public ISection Completer() => this with { Boites = Boites.Select(b => b with { NiveauConfidentialite = b.NiveauConfidentialite ?? BoiteMss.NiveauParDefaut }).EnListe() };
}

/// <summary>One mailbox.</summary>
public sealed record BoiteMss : IChamps
{
    /// <summary>A mailbox is for professionals unless told otherwise.</summary>
    public static CodeNos NiveauParDefaut { get; } = new("2");

    /// <summary>Ends of the domains of the trust space, as far as they can be told by their name.</summary>
    public static IReadOnlyList<string> DomainesAdmis { get; } = [".mssante.fr", "@mssante.fr"];

    public string? Adresse { get; init; }

    public string? Usage { get; init; }

    public CodeNos? NiveauConfidentialite { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<BoiteMss>.Texte("adresse", "Adresse", l => l.Adresse, (l, v) => l with { Adresse = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = 254,
            Motif = new(Coordonnees.MotifCourriel, OffreErreurs.CourrielInvalide),
            Aide = "Dans un domaine MSSanté.",
        },
        Champ<BoiteMss>.Texte("usage", "Usage", l => l.Usage, (l, v) => l with { Usage = v }) with { LongueurMax = 120, Aide = "Précision libre : « comptes rendus », « demandes d'avis »." },
        Champ<BoiteMss>.Code("niveauConfidentialite", "Niveau de confidentialité", "J222", l => l.NiveauConfidentialite, (l, v) => l with { NiveauConfidentialite = v }) with
        {
            Aide = "2 (professionnels) par défaut.",
        },
    ];
}
