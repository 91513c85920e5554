using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;

namespace Ror.Domain.Qualite;

/// <summary>What the world reads of an offer, and where it stands.</summary>
/// <param name="Categorie">J55 of its établissement.</param>
/// <param name="Jour">The day by which codes are in force or not.</param>
/// <param name="AdressesDesLieux">Addresses of the lieux where it takes place.</param>
public sealed record ExamenPeuplement(ContenuOffre Contenu, string Categorie, CatalogueNomenclatures Nomenclatures, DateOnly Jour, IReadOnlyList<Adresse> AdressesDesLieux);

/// <summary>One of the seven conditions of the real ROR's filling state. A code counts only when the NOS have it: sent but unknown is not filled.</summary>
/// <param name="Cle">Stable key.</param>
/// <param name="Section">Key of the section where it is mended.</param>
/// <param name="Champ">JSON Pointer into that section.</param>
public sealed record ConditionPeuplement(string Cle, string Libelle, string Section, string Champ, Func<ExamenPeuplement, Constat> Examiner)
{
    /// <summary>Categories (J55) of the coordination, the only ones where the type d'offre counts.</summary>
    public static IReadOnlyList<string> CategoriesAvecType { get; } = ["209", "354", "460"];

    /// <summary>The whole rule.</summary>
    public static IReadOnlyList<ConditionPeuplement> Toutes { get; } =
    [
        new("champ-activite", "Champ d'activité", InformationsGenerales.Cle, "/champActivite", e => Codes(e, "J20", [e.Contenu.InformationsGenerales?.ChampActivite])),
        new("mode-prise-en-charge", "Mode de prise en charge", AccueilPriseEnCharge.Cle, "/modePriseEnCharge", e => Codes(e, "J19", [e.Contenu.AccueilPriseEnCharge?.ModePriseEnCharge])),
        new("ages", "Âge minimum et âge maximum", Patientele.Cle, "/ageMin", Ages),
        new("activite", "Activité opérationnelle connue des nomenclatures", Specificites.Cle, "/activites", e => Codes(e, "J17", e.Contenu.Specificites?.Activites.Select(a => a.Activite) ?? [])),
        new("type-offre", "Type d'offre", AccueilPriseEnCharge.Cle, "/typesOffre", TypeOffre),
        new("adresse", "Adresse postale", Adresse.Cle, "", Postale),
        new("contact", "Contact joignable", Contacts.Cle, "/patients", Joignable),
    ];

    private static Constat Codes(ExamenPeuplement examen, string liste, IEnumerable<CodeNos?> codes)
    {
        var (jeu, donnes) = (examen.Nomenclatures[liste], codes.OfType<CodeNos>().ToList());
        var connus = donnes.Select(jeu.Trouver).OfType<EntreeNomenclature>().Where(e => jeu.Admet(e, examen.Jour)).ToList();
        return connus.Count > 0 ? Constat.Conforme(string.Join(", ", connus.Select(e => $"{e.Libelle} ({e.Code})")), [.. connus.Select(e => e.Code)])
            : donnes.Count > 0 ? Constat.Ecart($"Aucun code en vigueur dans {liste} : {string.Join(", ", donnes.Select(c => c.Code))}.", [.. donnes.Select(c => c.Code)])
            : Constat.Ecart("Non renseigné.");
    }

    private static Constat Ages(ExamenPeuplement examen)
    {
        var patientele = examen.Contenu.Patientele;
        var ages = new[] { (Nom: "âge minimum", Age: patientele?.AgeMin), (Nom: "âge maximum", Age: patientele?.AgeMax) };
        var (lisibles, absents) = (ages.Where(a => a.Age?.EnJours() is not null).Select(a => $"{a.Age!.Valeur} {a.Age.Unite}").ToList(), ages.Where(a => a.Age?.EnJours() is null).Select(a => a.Nom).ToList());
        return absents.Count == 0 ? Constat.Conforme($"De {lisibles[0]} à {lisibles[1]}.", lisibles) : Constat.Ecart($"Il manque : {string.Join(", ", absents)}.", lisibles);
    }

    private static Constat TypeOffre(ExamenPeuplement examen) => CategoriesAvecType.Contains(examen.Categorie)
        ? Codes(examen, "J238", examen.Contenu.AccueilPriseEnCharge?.TypesOffre ?? [])
        : Constat.SansObjet($"Ne compte que dans les catégories {string.Join(", ", CategoriesAvecType)}, pas dans la {examen.Categorie}.");

    private static Constat Postale(ExamenPeuplement examen)
    {
        var adresses = examen.AdressesDesLieux.Prepend(examen.Contenu.Adresse).OfType<Adresse>().ToList();
        var manques = adresses.ConvertAll(Manques);
        return manques.FindIndex(m => m.Count == 0) is >= 0 and var rang ? Constat.Conforme($"{adresses[rang].LibelleVoie ?? adresses[rang].LieuDit}, {adresses[rang].CodePostal} {adresses[rang].Localite}.", [.. Parties(adresses[rang])])
            : manques.Count > 0 ? Constat.Ecart($"Il manque : {string.Join(", ", manques[0])}.", [.. Parties(adresses[0])])
            : Constat.Ecart("Aucune adresse.");
    }

    private static List<string> Manques(Adresse adresse) =>
    [
        .. adresse.LibelleVoie is null && adresse.LieuDit is null ? (string[])["voie ou lieu-dit"] : [],
        .. adresse.Localite is null ? (string[])["localité"] : [],
        .. adresse.CodePostal is null ? (string[])["code postal"] : [],
    ];

    private static IEnumerable<string> Parties(Adresse adresse) => new[] { adresse.LibelleVoie ?? adresse.LieuDit, adresse.CodePostal, adresse.Localite }.OfType<string>();

    private static Constat Joignable(ExamenPeuplement examen)
    {
        var contacts = examen.Contenu.Contacts is { } section ? section.Patients.Concat(section.Professionnels).ToList() : [];
        var joignables = contacts.Where(c => (c.Nature ?? c.Fonction) is not null).SelectMany(c => c.Telecoms).Where(EstComplete).ToList();
        return joignables.Count > 0 ? Constat.Conforme($"{joignables.Count} télécommunication(s) complète(s).", [.. joignables.Select(t => t.Valeur!)])
            : contacts.Count > 0 ? Constat.Ecart("Aucun contact n'a une nature ou une fonction, avec une télécommunication complète (canal, coordonnée, confidentialité).")
            : Constat.Ecart("Aucun contact.");
    }

    private static bool EstComplete(Telecom telecom) => telecom is { Canal: not null, Valeur.Length: > 0, NiveauConfidentialite: not null };
}
