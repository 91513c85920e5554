using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>Why something of a Questionnaire is not taken over.</summary>
internal static class Raisons
{
    public static readonly Bilingue Contexte = new("ce contexte n'est pas de ceux d'un modèle d'offre", "this context is none of those of an offer model");
    public static readonly Bilingue Parcours = new("ce n'est pas un parcours de ce service", "this is no wizard of this service");
    public static readonly Bilingue NomDeduit = new("le service le déduit de l'url", "the service derives it from the url");
    public static readonly Bilingue SansDefinition = new("il n'a pas de « definition »", "it has no \"definition\"");
    public static readonly Bilingue SansChamp = new("aucun champ d'un modèle ne le règle", "no field of a model rules it");
    public static readonly Bilingue Affichage = new("l'élément ne vaut que lorsqu'il s'affiche", "the item holds only when it is shown");
    public static readonly Bilingue SansValeur = new("aucune valeur n'est donnée", "no value is given");
    public static readonly Bilingue ValeurVisible = new("la valeur se voit", "the value is seen");
    public static readonly Bilingue NombreDeValeurs = new("le nombre de valeurs est celui du champ", "the number of values is that of the field");
    public static readonly Bilingue ReponseLibre = new("une réponse libre n'est pas admise", "a free answer is not admitted");
    public static readonly Bilingue Conditions = new("le service a ses propres conditions", "the service has conditions of its own");
    public static readonly Bilingue NonGarde = new("un modèle ne le garde pas", "a model does not keep it");
    public static readonly Bilingue SeulUnChampSeMasque = new("seul un champ se masque", "only a field is hidden");
    public static readonly Bilingue ExtensionInconnue = new("cette extension n'est pas connue", "this extension is not known");
    public static readonly Bilingue TropNombreux = new("ils sont trop nombreux pour être énumérés", "they are too many to be listed");
    public static readonly Bilingue OptionSansCode = new("une option est un « valueCoding »", "an option is a \"valueCoding\"");
    public static readonly Bilingue OptionDouble = new("cette option y est deux fois", "this option is there twice");
    public static readonly Bilingue VersionEnVigueur = new("la version en vigueur est celle du service", "the version in force is that of the service");
    public static readonly Bilingue FamilleSansActivite = new("une famille dépend d'une activité, par un seul enableWhen « = » sur la question des activités", "a famille depends on an activité, by a single enableWhen \"=\" on the question of activités");
    public static readonly Bilingue AgeIncomplet = new("un âge préréglé a une valeur entière et une unité", "a preset age has a whole value and a unit");
    public static readonly Bilingue AgeAMoitieFixe = new("un âge se fixe avec son unité", "an age is fixed with its unit");
    public static readonly Bilingue UniteInconnue = new("ce n'est pas une unité d'âge de ce service", "this is no age unit of this service");
    public static readonly Bilingue UnitesLibres = new("toutes les unités d'âge restent admises", "all age units stay admitted");

    public static Bilingue UneValeur(Champ champ) => new($"« {champ.Libelle} » n'a qu'une valeur", $"\"{champ.Libelle}\" has one value");

    public static Bilingue AutreType(Champ champ, string type) => new($"« {champ.Libelle} » n'est pas de type « {type} »", $"\"{champ.Libelle}\" is not of type \"{type}\"");

    public static Bilingue DejaRegle(Champ champ, string linkId) => new($"« {champ.Libelle} » est déjà réglé par {linkId}", $"\"{champ.Libelle}\" is already ruled by {linkId}");

    public static Bilingue PasCetteValeur(Champ champ) => new($"« {champ.Libelle} » ne prend pas cette valeur", $"\"{champ.Libelle}\" does not take this value");

    public static Bilingue ListeInconnue(Champ champ) =>
        new($"ce n'est pas une liste de ce service ; celle de « {champ.Libelle} » reste entière", $"it is no list of this service; that of \"{champ.Libelle}\" stays whole");

    public static Bilingue AutreListe(int hors, JeuDeValeurs liste) => new($"{hors} de ses codes ne sont pas de {liste.Nom}", $"{hors} of its codes are not of {liste.Nom}");

    public static Bilingue DejaSesFamilles(CodeNos activite) => new($"l'activité {activite.Code} a déjà ses familles", $"activity {activite.Code} has its familles already");

    public static Bilingue ActiviteNonPrereglee(CodeNos activite) =>
        new($"l'activité {activite.Code} n'est pas préréglée : sa famille ne l'est pas non plus", $"activity {activite.Code} is not preset: neither is its famille");

    public static Bilingue Elements(int nombre) => new($"{nombre} éléments", $"{nombre} items");
}
