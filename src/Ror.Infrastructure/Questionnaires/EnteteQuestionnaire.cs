using Ror.Application.ModelesSaisie;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>Who a Questionnaire says it is: its canonical name, status and subject, and the offers that it is for.</summary>
internal sealed class EnteteQuestionnaire(CatalogueNomenclatures nomenclatures, ValeursFhir valeurs, List<Erreur> fautes)
{
    private const int TitreMax = 255;

    /// <summary>The modèle without its rules; what it may not be is added to the faults.</summary>
    public ModeleSaisie Lire(NoeudFhir questionnaire)
    {
        var (url, version, titre) = (questionnaire.Requis("url"), questionnaire.Requis("version"), questionnaire.Texte("title") ?? questionnaire.Requis("name"));
        if (questionnaire.Texte("name") is { } nom && nom != VocabulaireFhir.Nom(url))
        {
            valeurs.NonRepris($"{questionnaire.Chemin}/name", nom, Raisons.NomDeduit);
        }

        var statut = questionnaire.Requis("status") switch
        {
            "draft" => StatutModele.Projet,
            "active" => StatutModele.Actif,
            "retired" => StatutModele.Retire,
            var autre => Fauter(QuestionnaireErreurs.Statut.Sur($"{questionnaire.Chemin}/status", autre)),
        };
        if (questionnaire.Textes("subjectType") is not [VocabulaireFhir.Sujet])
        {
            fautes.Add(QuestionnaireErreurs.Sujet.Sur($"{questionnaire.Chemin}/subjectType"));
        }

        if (!Canoniques.EstUrl(url))
        {
            fautes.Add(ModeleErreurs.UrlInvalide.Sur($"{questionnaire.Chemin}/url", url[..Math.Min(url.Length, Canoniques.UrlMax)]));
        }

        if (!Canoniques.EstVersion(version))
        {
            fautes.Add(questionnaire.Faute("version", FormesFhir.Mot(Canoniques.VersionMax)).Erreur);
        }

        if (titre.Length > TitreMax || !Texte.EstSain(titre))
        {
            fautes.Add(questionnaire.Faute("title", FormesFhir.Titre(TitreMax)).Erreur);
        }

        var (contexte, parcours) = Contexte(questionnaire);
        return new(Guid.Empty, url, version, titre, statut, parcours, contexte, []);
    }

    private (ContexteModele Contexte, string Parcours) Contexte(NoeudFhir questionnaire)
    {
        var codes = VocabulaireFhir.Contextes.ToDictionary(c => c.Membre, _ => new List<CodeNos>());
        var donnes = new Dictionary<string, string>();
        string? parcours = null;
        foreach (var contexte in questionnaire.Objets("useContext"))
        {
            var genre = contexte.Objet("code")?.Texte("code");
            contexte.Objet("code")?.Passer("system", "display", "version", "userSelected");
            var valeur = contexte.Objet("valueCodeableConcept")?.Objets("coding") is [var premier, ..] ? premier : null;
            var membre = VocabulaireFhir.Contextes.FirstOrDefault(c => c.Code == genre).Membre;
            if (membre is null || valeur?.Texte("code") is not { } code)
            {
                valeurs.NonRepris(contexte.Chemin, genre ?? "useContext", Raisons.Contexte);
                contexte.ToutPasser();
            }
            else if (membre == "parcours")
            {
                valeur.Passer("system", "display");
                parcours = code;
                if (code is not ("structure" or "liberal"))
                {
                    valeurs.NonRepris(valeur.Chemin, code, Raisons.Parcours);
                }
            }
            else
            {
                donnes.TryAdd(membre, contexte.Chemin);
                if (valeurs.Code(nomenclatures[ContexteModele.Champs.Single(c => c.Nom == membre).Nomenclature!], valeur, valeur.Chemin) is { } connu && !codes[membre].Contains(connu))
                {
                    codes[membre].Add(connu);
                }
            }
        }

        // An empty list means "whatever": a restriction of which nothing is left would become its contrary.
        fautes.AddRange(donnes.Where(d => codes[d.Key].Count == 0).Select(d => QuestionnaireErreurs.ContexteDisparu.Sur(d.Value, ContexteModele.Champs.Single(c => c.Nom == d.Key).Libelle)));
        return (new() { Categories = [.. codes["categories"]], ChampsActivite = [.. codes["champsActivite"]], Professions = [.. codes["professions"]], Specialites = [.. codes["specialites"]] },
            parcours is "structure" or "liberal" ? parcours : donnes.ContainsKey("professions") || donnes.ContainsKey("specialites") ? "liberal" : "structure");
    }

    private StatutModele Fauter(Erreur faute)
    {
        fautes.Add(faute);
        return StatutModele.Projet;
    }
}
