using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;
using static Ror.Domain.Champs.Champ<Ror.Domain.Structures.FicheEntiteGeographique>;

namespace Ror.Domain.Structures;

/// <summary>What is entered of an établissement: body of its POST and PUT, and stored JSON.</summary>
public sealed record FicheEntiteGeographique : IChamps
{
    public string? IdNatStruct { get; init; }

    /// <summary>idNat_Struct of the legal entity; absent for a practice known by its rang, whose artificial entity is made with it.</summary>
    public string? EntiteJuridique { get; init; }

    public string? Denomination { get; init; }

    public string? NomOperationnel { get; init; }

    /// <summary>J55.</summary>
    public CodeNos? Categorie { get; init; }

    public Adresse? Adresse { get; init; }

    public string? NumSiret { get; init; }

    public Liste<CodeNos> Accessibilite { get; init; } = [];

    /// <summary>J202.</summary>
    public CodeNos? ParticipationServicePublic { get; init; }

    /// <summary>J204; seen by profiles 1 and 4 only.</summary>
    public CodeNos? NiveauRecoursOrsan { get; init; }

    /// <summary>Helipad; seen by profiles 1 and 4 only.</summary>
    public bool? ZonePoser { get; init; }

    public Contacts? Contacts { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("idNatStruct", "Identifiant national de structure", s => s.IdNatStruct, (s, v) => s with { IdNatStruct = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "à la création",
            Immuable = true,
            LongueurMax = 20,
            Aide = "1 puis le FINESS de l'établissement ; à défaut 4 puis le RPPS-rang, 0 puis l'ADELI-rang, ou 3 puis le SIRET.",
        },
        Texte("entiteJuridique", "Entité juridique", s => s.EntiteJuridique, (s, v) => s with { EntiteJuridique = v }) with
        {
            Immuable = true,
            LongueurMax = 20,
            Aide = "idNatStruct de l'entité juridique ; absent pour un cabinet connu par son rang, dont l'entité artificielle est faite avec lui.",
        },
        Texte("denomination", "Dénomination", s => s.Denomination, (s, v) => s with { Denomination = v }) with { National = true, Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Nom officiel de l'établissement." },
        Texte("nomOperationnel", "Nom opérationnel", s => s.NomOperationnel, (s, v) => s with { NomOperationnel = v }) with { Aide = "Nom d'usage, connu des professionnels." },
        Code("categorie", "Catégorie d'établissement", "J55", s => s.Categorie, (s, v) => s with { Categorie = v }) with { National = true, Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Décide du secteur : sanitaire, médico-social ou ville." },
        Objet("adresse", "Adresse", s => s.Adresse, (s, v) => s with { Adresse = v }) with { National = true, Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Sa commune place l'établissement dans un département et une région." },
        Texte("numSiret", "SIRET", s => s.NumSiret, (s, v) => s with { NumSiret = v }) with { National = true, LongueurMax = 14, Forme = (IdentifiantsNationaux.EstSiret, IdentifiantErreurs.Siret), Aide = "Quatorze chiffres, avec clé." },
        Codes("accessibilite", "Accessibilité du lieu", "J50", s => s.Accessibilite, (s, v) => s with { Accessibilite = v ?? [] }) with { NombreMax = 6, Aide = "Accessibilité aux personnes handicapées." },
        Code("participationServicePublic", "Participation au service public hospitalier", "J202", s => s.ParticipationServicePublic, (s, v) => s with { ParticipationServicePublic = v }) with { National = true, Aide = "ESPIC et modalités de participation." },
        Code("niveauRecoursOrsan", "Niveau de recours ORSAN", "J204", s => s.NiveauRecoursOrsan, (s, v) => s with { NiveauRecoursOrsan = v }) with { Confidentialite = Confidentialite.Crise, Aide = "Visible de la régulation et de la gestion de crise." },
        Booleen("zonePoser", "Zone de poser d'hélicoptère", s => s.ZonePoser, (s, v) => s with { ZonePoser = v }) with { Confidentialite = Confidentialite.Crise, Aide = "Visible de la régulation et de la gestion de crise." },
        Objet("contacts", "Contacts", s => s.Contacts, (s, v) => s with { Contacts = v }) with { Colonnes = Ror.Domain.Offres.Sections.Contacts.ChampsDeStructure, Aide = "Pour les patients et pour les professionnels." },
    ];

    internal FicheEntiteGeographique Completee() => this with
    {
        Adresse = (Adresse?)Adresse?.Completer(),
        Contacts = (Contacts?)Contacts?.Completer(),
    };
}
