namespace Ror.Api.OpenApi;

/// <summary>What callers read of members and parameters that are not fields of the catalogue, in French.</summary>
internal static class Descriptions
{
    private static readonly Dictionary<string, string> Membres = new()
    {
        ["id"] = "Identifiant technique (UUIDv7).",
        ["identifiant"] = "Identifiant national ; dans une adresse, la barre oblique devient un tiret.",
        ["idNatStruct"] = "Identifiant national de structure : un chiffre de type, puis le numéro.",
        ["statut"] = "État dans le cycle de vie.",
        ["modificationsEnAttente"] = "Vrai si la copie de travail diffère de la version publiée.",
        ["numeroVersion"] = "Numéro de la dernière version publiée.",
        ["completude"] = "Ce qui manque, par la fonction même qui refuse.",
        ["manquants"] = "Tout ce que la validation refuserait, d'un coup.",
        ["obligatoires"] = "Nombre de champs obligatoires pour cette offre.",
        ["renseignes"] = "Nombre de champs obligatoires renseignés.",
        ["etapes"] = "Indicateur d'étapes.",
        ["etat"] = "a-faire, validee ou a-revoir.",
        ["accessible"] = "Peut-elle être validée maintenant ?",
        ["importantASavoir"] = "Encadré affiché en haut de la page.",
        ["sections"] = "Valeurs, section par section ; une section jamais écrite est absente.",
        ["actions"] = "Ce que l'appelant peut faire maintenant.",
        ["avertissements"] = "Dans la réponse d'une écriture : ce qu'elle a remis en cause.",
        ["elements"] = "Éléments de la page.",
        ["suivant"] = "Curseur de la page suivante ; absent sur la dernière.",
        ["total"] = "Nombre d'éléments de la liste entière, sur demande (total=true).",
        ["href"] = "Adresse à appeler.",
        ["methode"] = "Méthode HTTP.",
        ["cible"] = "Section ou étape visée.",
        ["valeurs"] = "Exactement le corps du PUT : valeurs courantes, ou préréglages tant que l'étape n'a pas été validée.",
        ["prereglages"] = "Valeurs par défaut du modèle de saisie et du service.",
        ["modelesProposes"] = "Modèles de saisie actifs qui conviennent, du plus précis au moins précis.",
        ["codesAdmis"] = "Codes que cette offre peut prendre, après le contexte et le modèle de saisie.",
        ["chemin"] = "Pointeur JSON de la valeur ; relatif à la ligne pour les colonnes d'une liste.",
        ["aide"] = "Bulle d'information.",
        ["lectureSeule"] = "Valeur fixée par le modèle de saisie : laisser absent ou identique.",
        ["applicable"] = "Faux : à laisser vide pour cette offre.",
        ["reference"] = "url|version : ce que l'offre conserve dans modeleSaisie.",
        ["code"] = "Code.",
        ["libelle"] = "Libellé en vigueur.",
        ["systeme"] = "URL canonique du système de codes ; requise en entrée seulement quand le code existe dans plusieurs systèmes.",
        ["champ"] = "Pointeur JSON dans le corps, ou dans la section nommée.",
        ["section"] = "Clé de la section.",
        ["traceId"] = "À donner à l'exploitant.",
        ["erreurs"] = "Tous les manques d'un coup.",
        ["valeursAdmises"] = "Valeurs qui auraient été acceptées, si elles sont peu nombreuses.",
        ["relu"] = "« J'ai relu l'offre et je la valide. »",
        ["profil"] = "Profil d'accès aux données publiées, de 0 à 5.",
        ["enVigueur"] = "Peut-il être saisi aujourd'hui ?",
        ["region"] = "Code INSEE de la région.",
        ["departement"] = "Code INSEE du département.",
        ["commune"] = "Code INSEE de la commune.",
    };

    private static readonly Dictionary<string, string> ParNomDeParametre = new()
    {
        ["id"] = "Identifiant technique (UUIDv7).",
        ["identifiant"] = "Identifiant national de l'offre, avec un tiret : 76-100001.",
        ["nom"] = "Nom court de la nomenclature : J19.",
        ["recherche"] = "Mots cherchés, sans tenir compte des accents ni de la casse.",
        ["limite"] = "Nombre d'éléments par page, de 1 à 200 ; 50 par défaut.",
        ["curseur"] = "Le « suivant » de la page précédente.",
        ["total"] = "Compter la liste entière.",
        ["champActivite"] = "Code de champ d'activité (J20).",
        ["categorie"] = "Code de catégorie d'établissement (J55).",
        ["statut"] = "État dans le cycle de vie.",
        ["rattachement"] = "Identifiant de l'unité fonctionnelle ou de l'établissement.",
        ["simulation"] = "Dire exactement ce qui serait touché, et ne rien enregistrer.",
        ["empreinte"] = "Celle d'un aperçu : l'acte est refusé (409) s'il ne ferait plus la même chose.",
        ["numero"] = "Numéro de la version publiée.",
        ["avec"] = "Version à laquelle comparer ; celle d'avant par défaut, 0 pour rien.",
        ["valeur"] = "idNat_Struct, FINESS, SIREN, SIRET, identifiant régional d'une offre, d'un pôle ou d'une UF.",
        ["depuis"] = "Le `suivant` de la page d'avant, qui n'expire jamais ; 0 ou rien : l'état présent, puis les changements ; un numéro : ce qui le suit.",
        ["attente"] = "Secondes à attendre une nouvelle quand il n'y en a pas, de 0 à 60.",
        ["contenu"] = "Avec chaque objet, tel qu'il est maintenant.",
        ["etablissement"] = "idNat_Struct des établissements suivis.",
        ["inclureFermees"] = "Avec les offres fermées définitivement.",
        ["region"] = "Code INSEE de région.",
        ["departement"] = "Code INSEE de département.",
    };

    public static string? DuMembre(string nom) => Membres.GetValueOrDefault(nom);

    public static string DuParametre(string nom) => ParNomDeParametre[nom];

    public static string DuStatut(int statut) => statut switch
    {
        200 => "Réussi.",
        201 => "Créé.",
        204 => "Supprimé.",
        304 => "Inchangé depuis l'ETag donné dans If-None-Match.",
        400 => "Requête illisible : syntaxe, type, membre ou paramètre inconnu.",
        401 => "Jeton absent, expiré ou invalide.",
        403 => "Visible, mais hors de vos droits.",
        404 => "Inconnu, ou hors de votre vue.",
        409 => "Impossible dans l'état actuel.",
        412 => "Version périmée ; l'ETag courant est donné.",
        413 => "Corps de plus de 1 Mio.",
        415 => "Le corps n'est pas en application/json.",
        422 => "Contenu refusé ; tous les manques d'un coup.",
        428 => "If-Match requis.",
        429 => "Plus de requêtes que l'appelant ne peut en envoyer ; recommencer après Retry-After.",
        _ => "Erreur.",
    };
}
