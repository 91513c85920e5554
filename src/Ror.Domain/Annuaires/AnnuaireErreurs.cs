using Ror.Domain.Commun;

namespace Ror.Domain.Annuaires;

/// <summary>What can be wrong with one line of a national file: the line is set aside and told, the others are read.</summary>
public static class AnnuaireErreurs
{
    public const string Ligne = "ligne";

    public static readonly TypeErreur LigneTropLongue = new("annuaire.ligne-trop-longue", Nature.Contenu,
        "La ligne dépasse {0} octets.", "The line is longer than {0} bytes.");

    public static readonly TypeErreur CaractereInterdit = new("annuaire.caractere-interdit", Nature.Contenu,
        "La ligne contient un caractère de contrôle (U+{0}), en position {1}.", "The line holds a control character (U+{0}), at position {1}.");

    public static readonly TypeErreur NombreCellules = new("annuaire.nombre-cellules", Nature.Contenu,
        "La ligne a {0} cellules ; il en faut {1}.", "The line has {0} cells; {1} are needed.");

    public static readonly TypeErreur Guillemets = new("annuaire.guillemets", Nature.Contenu,
        "Un guillemet de la ligne n'est pas refermé, ou ferme trop tôt : une cellule entre guillemets tient sur une ligne, et un guillemet s'y double.",
        "A quote of the line is not closed, or closes too early: a quoted cell holds on one line, and a quote is doubled in it.");

    public static readonly TypeErreur Adeli = new("annuaire.adeli", Nature.Contenu,
        "« {0} » est un numéro ADELI : seuls les professionnels qui ont un RPPS sont chargés.", "\"{0}\" is an ADELI number: only professionals with an RPPS are loaded.");

    public static readonly TypeErreur TypeIdentifiant = new("annuaire.type-identifiant", Nature.Contenu,
        "Le type d'identifiant « {0} » n'est pas celui du RPPS (8).", "Identifier type \"{0}\" is not the one of the RPPS (8).");

    public static readonly TypeErreur RppsForme = new("annuaire.rpps-forme", Nature.Contenu,
        "« {0} » n'est pas un RPPS : il faut onze chiffres.", "\"{0}\" is not an RPPS: eleven digits are needed.");

    public static readonly TypeErreur RppsCle = new("annuaire.rpps-cle", Nature.Contenu,
        "La clé du RPPS « {0} » est fausse.", "The key of RPPS \"{0}\" is wrong.");

    public static readonly TypeErreur IdentifiantsContradictoires = new("annuaire.identifiants-contradictoires", Nature.Contenu,
        "L'identification nationale « {1} » n'est pas celle du RPPS « {0} ».", "National identification \"{1}\" is not the one of RPPS \"{0}\".");

    public static readonly TypeErreur NomAbsent = new("annuaire.nom-absent", Nature.Contenu, "Le nom d'exercice manque.", "The name is missing.");

    public static readonly TypeErreur ProfessionAbsente = new("annuaire.profession-absente", Nature.Contenu, "Le code profession manque.", "The code of the profession is missing.");

    public static readonly TypeErreur CodeIllisible = new("annuaire.code-illisible", Nature.Contenu,
        "« {1} », dans la colonne « {0} », n'a pas la forme d'un code.", "\"{1}\", in column \"{0}\", does not have the form of a code.");

    /// <summary>Of that identifier only: the line is read.</summary>
    public static readonly TypeErreur IdentifiantStructure = new("annuaire.identifiant-structure", Nature.Contenu,
        "« {1} », dans la colonne « {0} », n'identifie pas une structure ; il est ignoré.", "\"{1}\", in column \"{0}\", does not identify a structure; it is ignored.");

    /// <summary>Of the situation only: the person is read.</summary>
    public static readonly TypeErreur StructureSansIdentifiant = new("annuaire.structure-sans-identifiant", Nature.Contenu,
        "La structure « {0} » n'a pas d'identifiant ; la situation est ignorée.", "Structure \"{0}\" has no identifier; the situation is ignored.");

    public static readonly TypeErreur ConventionnementStructure = new("annuaire.conventionnement-structure", Nature.Contenu,
        "« {0} » n'est pas l'identifiant national d'un lieu d'exercice : 1 puis un FINESS, 3 puis un SIRET, 4 puis un RPPS-rang, ou 0 puis un ADELI-rang.",
        "\"{0}\" is not the national identifier of a place of exercise: 1 then a FINESS, 3 then a SIRET, 4 then an RPPS-rang, or 0 then an ADELI-rang.");

    public static readonly TypeErreur ConventionnementSecteur = new("annuaire.conventionnement-secteur", Nature.Contenu,
        "« {0} » n'est pas un secteur conventionnel : nc, c1, c2, c3, ou rien.", "\"{0}\" is not a sector: nc, c1, c2, c3, or nothing.");

    public static readonly TypeErreur ConventionnementOptam = new("annuaire.conventionnement-optam", Nature.Contenu,
        "« {0} », dans la colonne optam, n'est ni oui, ni non, ni rien.", "\"{0}\", in column optam, is neither oui, nor non, nor nothing.");

    public static readonly TypeErreur ConventionnementCarteVitale = new("annuaire.conventionnement-carte-vitale", Nature.Contenu,
        "« {0} », dans la colonne carteVitale, n'est ni oui, ni non, ni rien.", "\"{0}\", in column carteVitale, is neither oui, nor non, nor nothing.");

    public static readonly TypeErreur ConventionnementDate = new("annuaire.conventionnement-date", Nature.Contenu,
        "« {0} » n'est pas une date de 1990 à 2100 (AAAA-MM-JJ), ni rien.", "\"{0}\" is not a date from 1990 to 2100 (YYYY-MM-DD), nor nothing.");

    /// <summary>The error, with the number of its line (from 1) among its facts.</summary>
    public static Erreur ALaLigne(this Erreur erreur, int numero) =>
        erreur with { Precisions = new Dictionary<string, object>(erreur.Precisions) { [Ligne] = numero } };
}
