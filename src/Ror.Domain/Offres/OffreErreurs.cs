using Ror.Domain.Commun;

namespace Ror.Domain.Offres;

public static class OffreErreurs
{
    public static readonly TypeErreur Introuvable = new("offre.introuvable", Nature.Introuvable,
        "Cette offre n'existe pas, ou n'est pas visible pour vous.", "This offer does not exist, or is not visible to you.");

    public static readonly TypeErreur VersionIntrouvable = new("version.introuvable", Nature.Introuvable,
        "Cette offre n'a pas de version publiée {0}.", "This offer has no published version {0}.");

    public static readonly TypeErreur TransitionInterdite = new("offre.transition-interdite", Nature.Etat,
        "L'action « {0} » n'est pas possible dans l'état {1}.", "Action \"{0}\" is not possible in state {1}.");

    public static readonly TypeErreur ChampImmuable = new("offre.champ-immuable", Nature.Etat,
        "« {0} » ne change plus après la première publication (RG_EXP_010, RG_EXP_011).", "\"{0}\" never changes after the first publication (RG_EXP_010, RG_EXP_011).");

    public static readonly TypeErreur ParcoursTermine = new("parcours.termine", Nature.Etat,
        "Le parcours est terminé depuis la première publication : modifiez les sections.", "The parcours is over since the first publication: edit the sections.");

    public static readonly TypeErreur EtapePrecedente = new("parcours.etape-precedente", Nature.Etat,
        "L'étape « {0} » doit d'abord être validée.", "Step \"{0}\" must be validated first.");

    public static readonly TypeErreur EtapeInconnue = new("parcours.etape-inconnue", Nature.Introuvable,
        "Le parcours de cette offre n'a pas d'étape « {0} ».", "The parcours of this offer has no step \"{0}\".");

    public static readonly TypeErreur EtapesARevoir = new("parcours.etapes-a-revoir", Nature.Avertissement,
        "Cette modification demande de revoir : {0}.", "This change puts steps back to review: {0}.");

    public static readonly TypeErreur ModeleRetire = new("parcours.modele-retire", Nature.Avertissement,
        "Le modèle de saisie ne convenait plus et a été retiré.", "The entry model no longer fitted and was dropped.");

    public static readonly TypeErreur ValiderParRecapitulatif = new("parcours.valider-par-recapitulatif", Nature.Etat,
        "Une offre libérale se valide par l'étape « récapitulatif » de son parcours.", "A liberal offer is validated by the step \"recapitulatif\" of its parcours.");

    public static readonly TypeErreur SansTypeLiberal = new("offre.sans-type-liberal", Nature.Avertissement,
        "Aucun type d'offre ne correspond à la profession {0} et à ses savoir-faire : pas d'offre proposée.", "No type d'offre matches profession {0} and its know-how: no offer is proposed.");

    public static readonly TypeErreur AccordOuAnomalie = new("donnees-nationales.accord-ou-anomalie", Nature.Contenu,
        "Donnez votre accord, ou déclarez une anomalie : l'un ou l'autre.", "Agree, or declare an anomaly: one or the other.");

    public static readonly TypeErreur DonneesNationalesChangees = new("donnees-nationales.changees", Nature.Contenu,
        "Les répertoires nationaux disent autre chose depuis votre réponse : revoyez cette étape.", "The national directories say something else since you answered: review this step.");

    public static readonly TypeErreur NonRattachee = new("detachement.non-rattachee", Nature.Etat,
        "Cette offre n'est associée à aucune maison de santé.", "This offer is attached to no maison de santé.");

    public static readonly TypeErreur SansCabinet = new("detachement.sans-cabinet", Nature.Etat,
        "Le cabinet « {0} » est fermé : l'offre n'a pas où aller.", "Practice \"{0}\" is closed: the offer has nowhere to go.");

    public static readonly TypeErreur DejaRattachee = new("rattachement-msp.deja-rattachee", Nature.Etat,
        "Cette offre est déjà dans une maison de santé.", "This offer is in a maison de santé already.");

    public static readonly TypeErreur PasUneMaison = new("rattachement-msp.categorie", Nature.Contenu,
        "Une offre libérale ne s'associe qu'à une maison de santé (catégorie 603), pas à la catégorie {0}.", "A liberal offer is attached to a maison de santé only (category 603), not to category {0}.");

    public static readonly TypeErreur ZoneEffacee = new("zone.effacee", Nature.Avertissement,
        "Sans visite ni soins à domicile, la zone d'intervention a été effacée.", "Without visits or care at home, the intervention zone was cleared.");

    public static readonly TypeErreur PreremplissageNonPubliee = new("preremplissage.non-publiee", Nature.Etat,
        "Seule une offre validée pré-remplit les autres.", "Only a validated offer prefills the others.");

    public static readonly TypeErreur PreremplissageCible = new("preremplissage.autre-offre", Nature.Contenu,
        "L'offre à pré-remplir est une autre des offres du même professionnel, qui n'est pas fermée définitivement.", "The offer to prefill is another of the same professional's, not definitively closed.");

    public static readonly TypeErreur PreremplissageVersion = new("preremplissage.offre-modifiee", Nature.Etat,
        "L'offre à pré-remplir n'est plus à la version {0} : relisez ce qui serait remplacé.", "The offer to prefill is no longer at version {0}: read again what would be replaced.");

    public static readonly TypeErreur PreremplissageRemplacerait = new("preremplissage.remplacerait", Nature.Etat,
        "Dans l'offre à pré-remplir, ceci est déjà renseigné : {0} : demandez son remplacement (\"remplacer\": true).", "In the offer to prefill, this is filled already: {0}: ask for its replacement (\"remplacer\": true).");

    public static readonly TypeErreur SectionParEtape = new("section.par-etape", Nature.Etat,
        "La section « {0} » s'écrit par l'étape « {1} ».", "Section \"{0}\" is written by step \"{1}\".");

    public static readonly TypeErreur ValidationIncomplete = new("validation.incomplete", Nature.Contenu,
        "L'offre n'est pas complète : {0} manque(s).", "The offer is not complete: {0} shortcoming(s).");

    public static readonly TypeErreur ReluRequis = new("validation.relu-requis", Nature.Contenu,
        "Confirmez : « J'ai relu l'offre et je la valide ».", "Confirm that you have read the offer over (\"relu\": true).");

    public static readonly TypeErreur EtapeNonValidee = new("etape.non-validee", Nature.Contenu,
        "L'étape « {0} » n'est pas validée.", "Step \"{0}\" is not validated.");

    public static readonly TypeErreur ModeleInadapte = new("modele.inadapte", Nature.Contenu,
        "Le modèle de saisie « {0} » n'existe pas ou ne convient pas à cette offre.", "Entry model \"{0}\" does not exist or does not fit this offer.");

    public static readonly TypeErreur ModeleExclutPublie = new("modele.exclut-publie", Nature.Contenu,
        "Le modèle de saisie « {0} » n'admet pas ce qui est publié et ne change plus : {1}.", "Entry model \"{0}\" does not admit what is published and no longer changes: {1}.");

    public static readonly TypeErreur HabilitationHorsPsychiatrie = new("habilitation.hors-psychiatrie", Nature.Contenu,
        "L'habilitation aux soins sans consentement n'existe qu'en psychiatrie.", "Authorisation for care without consent exists in psychiatry only.");

    public static readonly TypeErreur AgesInverses = new("patientele.ages-inverses", Nature.Contenu,
        "L'âge maximum est inférieur à l'âge minimum.", "The maximum age is below the minimum age.");

    public static readonly TypeErreur ContactNatureOuFonction = new("contact.nature-ou-fonction", Nature.Contenu,
        "Un contact a une nature, ou bien une fonction et un nom (RG_EXP_040, RG_EXP_041).", "A contact has a nature, or else a function and a name (RG_EXP_040, RG_EXP_041).");

    public static readonly TypeErreur ContactNatureSansNom = new("contact.nature-sans-nom", Nature.Contenu,
        "Un contact défini par sa nature n'a pas de nom (RG_EXP_040).", "A contact defined by its nature has no name (RG_EXP_040).");

    public static readonly TypeErreur ContactFonctionAvecNom = new("contact.fonction-avec-nom", Nature.Contenu,
        "Un contact défini par sa fonction a un nom (RG_EXP_041).", "A contact defined by its function has a name (RG_EXP_041).");

    public static readonly TypeErreur NiveauDuGroupe = new("contact.niveau-du-groupe", Nature.Contenu,
        "Le niveau « {0} » n'est pas celui de ce groupe de contacts.", "Level \"{0}\" is not one of this group of contacts.");

    public static readonly TypeErreur TelecomMoinsRestreinte = new("telecom.moins-restreinte", Nature.Contenu,
        "Une télécommunication est au moins aussi restreinte que son contact (RG_EXP_034).", "A telecom is at least as restricted as its contact (RG_EXP_034).");

    public static readonly TypeErreur TelephoneInvalide = new("telecom.telephone-invalide", Nature.Contenu,
        "Ce numéro de téléphone n'est pas valide.", "This phone number is not valid.");

    public static readonly TypeErreur CourrielInvalide = new("telecom.courriel-invalide", Nature.Contenu,
        "Cette adresse électronique n'est pas valide.", "This e-mail address is not valid.");

    public static readonly TypeErreur SiteInvalide = new("telecom.site-invalide", Nature.Contenu,
        "Cette adresse de site n'est pas valide (http ou https).", "This web address is not valid (http or https).");

    public static readonly TypeErreur FamilleNonLiee = new("activite.famille-non-liee", Nature.Contenu,
        "La famille « {0} » n'est pas de celles que ASS_A14 lie à l'activité « {1} » (RG_EXP_007).", "Family \"{0}\" is not one of those that ASS_A14 links to activity \"{1}\" (RG_EXP_007).");

    public static readonly TypeErreur LienHttps = new("teleconsultation.lien-https", Nature.Contenu,
        "Un lien de téléconsultation est une adresse https complète.", "A teleconsultation link is a complete https address.");

    public static readonly TypeErreur DomaineMss = new("mss.domaine", Nature.Contenu,
        "« {0} » n'est pas dans un domaine MSSanté.", "\"{0}\" is not in an MSSanté domain.");

    public static readonly TypeErreur HeureInvalide = new("horaire.heure-invalide", Nature.Contenu,
        "« {0} » n'est pas une heure HH:mm, de 00:00 à 24:00.", "\"{0}\" is not a time HH:mm, from 00:00 to 24:00.");

    public static readonly TypeErreur HeuresInversees = new("horaire.fin-avant-debut", Nature.Contenu,
        "La fin suit le début ; une plage qui passe minuit se saisit en deux lignes.", "The end is after the start; a range that crosses midnight is entered as two rows.");

    public static readonly TypeErreur PeriodeInversee = new("horaire.periode-inversee", Nature.Contenu,
        "La période finit avant de commencer.", "The period ends before it starts.");

    public static readonly TypeErreur JourHorsPeriode = new("horaire.jour-hors-periode", Nature.Contenu,
        "La période n'a pas de jour {0} (1 pour lundi).", "The period has no day {0} (1 for Monday).");

    public static readonly TypeErreur JourOuPeriode = new("horaire.jour-ou-periode", Nature.Contenu,
        "Une plage a un jour, une période, ou les deux (RG_EXP_014).", "A row has a weekday, a period, or both (RG_EXP_014).");

    public static readonly TypeErreur HorairesChevauches = new("horaire.chevauchement", Nature.Contenu,
        "Deux plages du même type ({4}) se chevauchent : {0} ({1}) et {2} ({3}).", "Two rows of the same type ({4}) overlap: {0} ({1}) and {2} ({3}).");

    public static readonly TypeErreur ExceptionIntrouvable = new("horaire.exception-introuvable", Nature.Introuvable,
        "Cette offre n'a pas d'exception d'horaire {0}.", "This offer has no hours exception {0}.");

    public static readonly TypeErreur ExceptionsChevauchees = new("horaire.exceptions-chevauchees", Nature.Contenu,
        "Deux exceptions ne se chevauchent pas : {0} et {1}, déjà là ({2}).", "Two exceptions never overlap: {0} and {1}, already there ({2}).");

    public static readonly TypeErreur ExceptionPassee = new("horaire.exception-passee", Nature.Contenu,
        "Une exception finit aujourd'hui ({0}) ou plus tard.", "An exception ends today ({0}) or later.");

    public static readonly TypeErreur FermetureSansPlages = new("horaire.fermeture-sans-plages", Nature.Contenu,
        "Une fermeture temporaire n'a pas de plages : elle ferme toute la période.", "A temporary closing has no rows: it closes the whole period.");

    public static readonly TypeErreur ExceptionnelAvecPlages = new("horaire.exceptionnel-avec-plages", Nature.Contenu,
        "Un horaire exceptionnel a au moins une plage.", "Exceptional hours have at least one row.");

    public static readonly TypeErreur TransfertAutreSecteur = new("transfert.autre-secteur", Nature.Etat,
        "Une offre ne passe pas du secteur {0} au secteur {1} (règle H4).", "An offer does not go from secteur {0} to secteur {1} (rule H4).");
}
