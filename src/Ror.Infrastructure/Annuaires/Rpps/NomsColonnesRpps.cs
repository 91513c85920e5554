using Ror.Domain.Commun;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>What the columns are called in the file: letters and digits count, accents, case and punctuation do not.</summary>
internal static class NomsColonnesRpps
{
    /// <summary>In the order of <see cref="ColonneRpps"/>.</summary>
    public static readonly IReadOnlyList<string> Noms = """
        Type d'identifiant PP
        Identifiant PP
        Identification nationale PP
        Code civilité d'exercice
        Libellé civilité d'exercice
        Code civilité
        Libellé civilité
        Nom d'exercice
        Prénom d'exercice
        Code profession
        Libellé profession
        Code catégorie professionnelle
        Libellé catégorie professionnelle
        Code type savoir-faire
        Libellé type savoir-faire
        Code savoir-faire
        Libellé savoir-faire
        Code mode exercice
        Libellé mode exercice
        Numéro SIRET site
        Numéro SIREN site
        Numéro FINESS site
        Numéro FINESS établissement juridique
        Identifiant technique de la structure
        Raison sociale site
        Enseigne commerciale site
        Complément destinataire (coord. structure)
        Complément point géographique (coord. structure)
        Numéro Voie (coord. structure)
        Indice répétition voie (coord. structure)
        Code type de voie (coord. structure)
        Libellé type de voie (coord. structure)
        Libellé Voie (coord. structure)
        Mention distribution (coord. structure)
        Bureau cedex (coord. structure)
        Code postal (coord. structure)
        Code commune (coord. structure)
        Libellé commune (coord. structure)
        Code pays (coord. structure)
        Libellé pays (coord. structure)
        Téléphone (coord. structure)
        Téléphone 2 (coord. structure)
        Télécopie (coord. structure)
        Adresse e-mail (coord. structure)
        Code Département (structure)
        Libellé Département (structure)
        Ancien identifiant de la structure
        Autorité d'enregistrement
        Code secteur d'activité
        Libellé secteur d'activité
        Code section tableau pharmaciens
        Libellé section tableau pharmaciens
        Code rôle
        Libellé rôle
        Code genre activité
        Libellé genre activité
        """.ReplaceLineEndings("\n").Split('\n');

    private static readonly Dictionary<string, ColonneRpps> ParNom = new(
        Noms.Select((nom, i) => KeyValuePair.Create(Texte.Plier(nom), (ColonneRpps)i)).Concat(
        [
            // Other spellings of the same columns, met in files of 2026.
            new("libelle civilite exercice", ColonneRpps.LibelleCiviliteExercice),
            new("code civilite exercice", ColonneRpps.CiviliteExercice),
            new("code departement coord structure", ColonneRpps.Departement),
            new("libelle departement coord structure", ColonneRpps.LibelleDepartement),
            new("code fonction", ColonneRpps.Role),
            new("libelle fonction", ColonneRpps.LibelleRole),
            new("code genre d activite", ColonneRpps.GenreActivite),
            new("libelle genre d activite", ColonneRpps.LibelleGenreActivite),
        ]));

    /// <summary>Null for a column that is not read.</summary>
    public static ColonneRpps? Trouver(string nom) => ParNom.TryGetValue(Texte.Plier(nom), out var colonne) ? colonne : null;

    public static string Nom(ColonneRpps colonne) => Noms[(int)colonne];
}
