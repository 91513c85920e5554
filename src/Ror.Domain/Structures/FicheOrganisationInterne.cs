using Ror.Domain.Champs;
using Ror.Domain.Offres.Sections;
using static Ror.Domain.Champs.Champ<Ror.Domain.Structures.FicheOrganisationInterne>;

namespace Ror.Domain.Structures;

/// <summary>What is entered of a pôle or a UF: body of its POST and PUT, and stored JSON.</summary>
public sealed record FicheOrganisationInterne : IChamps
{
    public string? Nom { get; init; }

    public Contacts? Contacts { get; init; }

    public MessagerieSecurisee? MessagerieSecurisee { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("nom", "Nom", s => s.Nom, (s, v) => s with { Nom = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Nom du pôle ou de l'unité fonctionnelle." },
        Objet("contacts", "Contacts", s => s.Contacts, (s, v) => s with { Contacts = v }) with { Colonnes = Ror.Domain.Offres.Sections.Contacts.ChampsDeStructure, Aide = "Pour les patients et pour les professionnels." },
        Objet("messagerieSecurisee", "Messagerie sécurisée de santé", s => s.MessagerieSecurisee, (s, v) => s with { MessagerieSecurisee = v }) with { Aide = "Boîtes MSSanté." },
    ];

    internal FicheOrganisationInterne Completee() => this with
    {
        Contacts = (Contacts?)Contacts?.Completer(),
        MessagerieSecurisee = (MessagerieSecurisee?)MessagerieSecurisee?.Completer(),
    };
}
