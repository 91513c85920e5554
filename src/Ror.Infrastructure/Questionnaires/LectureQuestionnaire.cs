using System.Globalization;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>From a Questionnaire to the modèle that it is. What a modèle does not say is told, place by place.</summary>
internal sealed class LectureQuestionnaire(CatalogueNomenclatures nomenclatures, DateOnly jour)
{
    private static readonly string[] Mise = ["prefix", "text", "_text", "_prefix", "type", "item", "linkId", "definition", "required", "repeats", "readOnly", "enableBehavior", "id"];
    private static readonly string[] Extraction = ["initialExpression", "itemExtractionContext", "itemExtractionValue", "definitionExtract", "definitionExtractValue", "collapsible", "shortText", "width", "openLabel"];

    private readonly List<Erreur> _fautes = [];
    private readonly List<Erreur> _avertissements = [];
    private readonly Dictionary<(string Section, string Champ), ItemFhir> _regles = [];
    private readonly Dictionary<ItemFhir, AgePartiel> _ages = [];
    private int _presentes;

    public Resultat<QuestionnaireLu> Lire(NoeudFhir questionnaire)
    {
        if (questionnaire.Texte("resourceType") != "Questionnaire")
        {
            return questionnaire.Faute("resourceType", "Questionnaire").Erreur;
        }

        var (url, version, titre) = (questionnaire.Requis("url"), questionnaire.Requis("version"), questionnaire.Texte("title") ?? questionnaire.Requis("name"));
        questionnaire.Passer("name");
        var statut = questionnaire.Requis("status") switch
        {
            "draft" => StatutModele.Projet,
            "active" => StatutModele.Actif,
            "retired" => StatutModele.Retire,
            var autre => Fauter(QuestionnaireErreurs.Statut.Sur($"{questionnaire.Chemin}/status", autre), StatutModele.Projet),
        };
        if (questionnaire.Textes("subjectType") is not [VocabulaireFhir.Sujet])
        {
            _fautes.Add(QuestionnaireErreurs.Sujet.Sur($"{questionnaire.Chemin}/subjectType"));
        }

        if (url.Length > 400 || version.Length > 40 || titre.Length > 255 || !Uri.IsWellFormedUriString(url, UriKind.Absolute) || (url + version).Any(c => c == '|' || char.IsWhiteSpace(c)) || !Texte.EstSain(titre))
        {
            _fautes.Add(ModeleErreurs.UrlInvalide.Sur($"{questionnaire.Chemin}/url", $"{url}|{version}"));
        }

        var (contexte, parcours) = Contexte(questionnaire);
        var arbre = new ArbreQuestionnaire(questionnaire, _fautes);
        if (_fautes.Count > 0)
        {
            return _fautes;
        }

        var regles = arbre.Tous.Select(Regle).OfType<RegleChamp>().ToList();
        regles = [.. regles.Select(r => r is { Section: "specificites", Champ: "activites" } ? AvecFamilles(r, arbre) : r), .. _ages.Values.Select(a => a.Regle()).OfType<RegleChamp>()];
        Restes(questionnaire, arbre);
        var modele = new ModeleSaisie(Guid.Empty, url, version, titre, statut, parcours, contexte, ReglesModele.Canoniques(regles));
        return new QuestionnaireLu(modele, _presentes == 0 ? _avertissements : [.. _avertissements, QuestionnaireErreurs.Presentation.Sur("/item", _presentes)]);
    }

    private (ContexteModele Contexte, string Parcours) Contexte(NoeudFhir questionnaire)
    {
        var codes = VocabulaireFhir.Contextes.ToDictionary(c => c.Membre, _ => new List<CodeNos>());
        string? parcours = null;
        foreach (var contexte in questionnaire.Objets("useContext"))
        {
            var genre = contexte.Objet("code")?.Texte("code");
            var valeur = contexte.Objet("valueCodeableConcept")?.Objets("coding") is [var premier, ..] ? premier : null;
            var membre = VocabulaireFhir.Contextes.FirstOrDefault(c => c.Code == genre).Membre;
            if (membre is null || valeur?.Texte("code") is not { } code)
            {
                NonRepris(contexte.Chemin, genre ?? "useContext", "ce contexte n'est pas de ceux d'un modèle d'offre");
            }
            else if (membre == "parcours")
            {
                parcours = code;
            }
            else if (Code(nomenclatures[ContexteModele.Champs.Single(c => c.Nom == membre).Nomenclature!], valeur, valeur.Chemin) is { } connu && !codes[membre].Contains(connu))
            {
                codes[membre].Add(connu);
            }
        }

        return (new() { Categories = [.. codes["categories"]], ChampsActivite = [.. codes["champsActivite"]], Professions = [.. codes["professions"]], Specialites = [.. codes["specialites"]] },
            parcours is "structure" or "liberal" ? parcours : codes["professions"].Count + codes["specialites"].Count > 0 ? "liberal" : "structure");
    }

    private RegleChamp? Regle(ItemFhir item)
    {
        if (item.Element is null)
        {
            Presenter(item);
            return null;
        }

        if (item.Element == CheminsFhir.Famille)
        {
            return null;
        }

        var cible = CheminsFhir.Champ(item.Element);
        if (cible is null && Age(item))
        {
            return null;
        }

        var type = item.Noeud.Requis("type");
        if (cible is not { } champ || (type == "group" && champ.Champ.Type != TypeChamp.Lignes) || (type == "group" && champ.Champ.Nomenclature is not null))
        {
            Presenter(item);
            return null;
        }

        if (!Convient(type, champ.Champ))
        {
            NonRepris($"{item.Noeud.Chemin}/type", type, $"« {champ.Champ.Libelle} » n'est pas de ce type");
            return null;
        }

        if (!_regles.TryAdd((champ.Section, champ.Champ.Nom), item))
        {
            NonRepris(item.Noeud.Chemin, item.LinkId, $"« {champ.Champ.Libelle} » est déjà réglé par {_regles[(champ.Section, champ.Champ.Nom)].LinkId}");
            return null;
        }

        var (codes, choisis) = champ.Champ.Nomenclature is { } liste ? Options(item, champ.Champ, nomenclatures[liste]) : (null, []);
        var defaut = ParDefaut(item, champ.Champ, choisis);
        return Achever(item, champ.Section, champ.Champ, codes, defaut ?? (item.Noeud.Vrai("readOnly") && codes is [var seul] ? Typer(champ.Champ, [seul]) : null));
    }

    private RegleChamp Achever(ItemFhir item, string section, Champ champ, Liste<CodeNos>? codes, object? defaut)
    {
        var (fixe, obligatoire, cache) = (item.Noeud.Vrai("readOnly"), item.Noeud.Vrai("required"), EstCache(item));
        if (obligatoire && item.EstConditionnel)
        {
            NonRepris($"{item.Noeud.Chemin}/required", "required", "l'élément n'est obligatoire que lorsqu'il s'affiche");
        }

        foreach (var (_, condition) in item.Conditions)
        {
            NonRepris(condition.Chemin, "enableWhen", "le service a ses propres conditions");
        }

        if (fixe && defaut is null)
        {
            NonRepris($"{item.Noeud.Chemin}/readOnly", "readOnly", "aucune valeur n'est donnée");
        }

        // A hidden constant is a fixed value.
        var seulCache = cache && codes is null && defaut is null;
        if (cache && !seulCache)
        {
            NonRepris($"{item.Noeud.Chemin}/extension", "questionnaire-hidden", "la valeur se voit");
        }

        if (item.Noeud.Possede("repeats") && item.Noeud.Vrai("repeats") != champ.Type is TypeChamp.Codes or TypeChamp.Textes or TypeChamp.Lignes)
        {
            NonRepris($"{item.Noeud.Chemin}/repeats", "repeats", "le nombre de valeurs est celui du champ");
        }

        return new(section, champ.Nom, codes, defaut, fixe && defaut is not null, obligatoire && !item.EstConditionnel && !seulCache, null) { Masque = seulCache };
    }

    private static bool EstCache(ItemFhir item) => Extensions(item).Any(e => e.Url == VocabulaireFhir.Cache && e.Noeud.Vrai("valueBoolean"));

    private static IEnumerable<(NoeudFhir Noeud, string Url)> Extensions(ItemFhir item) => item.Noeud.Objets("extension").Select(e => (e, e.Requis("url")));

    private static bool Convient(string type, Champ champ) => champ.Type switch
    {
        TypeChamp.Texte or TypeChamp.Textes => type is "string" or "text" or "url",
        TypeChamp.Booleen => type == "boolean",
        TypeChamp.Code or TypeChamp.Codes => type is "choice" or "open-choice",
        TypeChamp.Nombre => type is "integer" or "decimal",
        TypeChamp.Date => type == "date",
        TypeChamp.Age => type == "quantity",
        TypeChamp.Lignes => champ.Nomenclature is null ? type == "group" : type is "choice" or "open-choice",
        TypeChamp.Objet => type == "group",
    };

    private (Liste<CodeNos>? Codes, List<CodeNos> Choisis) Options(ItemFhir item, Champ champ, JeuDeValeurs liste)
    {
        var options = item.Noeud.Objets("answerOption");
        if (item.Noeud.Texte("answerValueSet") is { } jeu && jeu.Split('|')[0] != liste.Url)
        {
            if (nomenclatures.Listes.FirstOrDefault(l => l.Url == jeu.Split('|')[0]) is not { } autre)
            {
                NonRepris($"{item.Noeud.Chemin}/answerValueSet", jeu, $"ce n'est pas une liste de ce service ; celle de « {champ.Libelle} » reste entière");
            }
            else
            {
                return (autre.Entrees.Where(e => autre.Admet(e, jour)).Select(e => Trouver(liste, e.Code, e.Systeme)).OfType<EntreeNomenclature>().Where(e => liste.Admet(e, jour)).Select(liste.CodeDe).Distinct().EnListe(), []);
            }
        }

        if (options.Count == 0)
        {
            return (null, []);
        }

        var (codes, choisis) = (new List<CodeNos>(), new List<CodeNos>());
        foreach (var option in options)
        {
            if (option.Objet("valueCoding") is not { } valeur)
            {
                NonRepris(option.Chemin, option.Choix("value") ?? "answerOption", "une option est un « valueCoding »");
            }
            else if (Code(liste, valeur, $"{option.Chemin}/valueCoding") is { } code)
            {
                if (codes.Contains(code))
                {
                    NonRepris(option.Chemin, code.Code, "cette option y est deux fois");
                }
                else
                {
                    codes.Add(code);
                }

                if (option.Vrai("initialSelected") && !choisis.Contains(code))
                {
                    choisis.Add(code);
                }
            }
        }

        return (codes.EnListe(), choisis);
    }

    private object? ParDefaut(ItemFhir item, Champ champ, List<CodeNos> choisis)
    {
        var initiales = item.Noeud.Objets("initial");
        if (choisis.Count > 0 || initiales.Count == 0)
        {
            return choisis.Count > 0 ? Typer(champ, choisis) : null;
        }

        object? valeur = champ.Type switch
        {
            TypeChamp.Texte => initiales[0].Texte("valueString") ?? initiales[0].Texte("valueUri"),
            TypeChamp.Textes => initiales.Select(i => i.Texte("valueString")).OfType<string>().EnListe(),
            TypeChamp.Booleen => initiales[0].Possede("valueBoolean") ? initiales[0].Vrai("valueBoolean") : null,
            TypeChamp.Nombre => initiales[0].Nombre("valueInteger") is { } n && n == Math.Truncate(n) && Math.Abs(n) < int.MaxValue ? (int)n : null,
            TypeChamp.Date => DateOnly.TryParseExact(initiales[0].Texte("valueDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            TypeChamp.Age => initiales[0].Objet("valueQuantity") is { } quantite && Entier(quantite.Nombre("value")) is { } valeurAge ? new Age { Valeur = valeurAge, Unite = quantite.Texte("code") ?? quantite.Texte("unit") } : null,
            TypeChamp.Code or TypeChamp.Codes or TypeChamp.Lignes when champ.Nomenclature is { } liste =>
                Typer(champ, [.. initiales.Select(i => i.Objet("valueCoding") is { } c ? Code(nomenclatures[liste], c, $"{i.Chemin}/valueCoding") : null).OfType<CodeNos>()]),
            _ => null,
        };
        if (valeur is null || !Champ.EstRemplie(valeur))
        {
            NonRepris($"{item.Noeud.Chemin}/initial", "initial", $"« {champ.Libelle} » ne prend pas cette valeur");
            return null;
        }

        return valeur;
    }

    private static object? Typer(Champ champ, IReadOnlyList<CodeNos> codes) => codes.Count == 0 ? null : champ.Type switch
    {
        TypeChamp.Code => codes[0],
        TypeChamp.Codes => codes.EnListe(),
        _ => codes.Select(c => new ActiviteOperationnelle { Activite = c }).EnListe(),
    };

    // Familles are asked under the activité that they go with.
    private RegleChamp AvecFamilles(RegleChamp regle, ArbreQuestionnaire arbre)
    {
        var (champ, activites) = (LesSections.De<Specificites>().Champs.Single(c => c.Nom == regle.Champ), nomenclatures["J17"]);
        var (admises, choisies) = (new List<FamillesAdmises>(), new Dictionary<string, List<CodeNos>>());
        foreach (var item in arbre.Tous.Where(i => i.Element == CheminsFhir.Famille))
        {
            if (item.Conditions is not [var (_, condition)] || condition.Texte("operator") != "=" || condition.Objet("answerCoding") is not { } reponse || Code(activites, reponse, $"{condition.Chemin}/answerCoding") is not { } activite)
            {
                NonRepris(item.Noeud.Chemin, item.LinkId, "une famille dépend d'une activité, par un seul enableWhen « = »");
                continue;
            }

            var (codes, choisis) = Options(item, champ.Colonnes.Single(c => c.Nomenclature == "J51"), nomenclatures["J51"]);
            choisis = choisis.Count > 0 ? choisis : [.. item.Noeud.Objets("initial").Select(i => i.Objet("valueCoding") is { } c ? Code(nomenclatures["J51"], c, $"{i.Chemin}/valueCoding") : null).OfType<CodeNos>()];
            choisies[activite.Code] = choisis;
            if (codes is { Count: > 0 })
            {
                admises.Add(new(activite.Code, codes.Select(c => c.Code).EnListe()));
            }
        }

        return regle with
        {
            Familles = admises.Count == 0 ? null : admises.EnListe(),
            ParDefaut = regle.ParDefaut is not Liste<ActiviteOperationnelle> lignes ? regle.ParDefaut : lignes.SelectMany(l => choisies.GetValueOrDefault(l.Activite!.Code) is { Count: > 0 } familles
                ? familles.Select(f => l with { FamilleActivite = f }) : [l]).EnListe(),
        };
    }

    // Two items for one age: its value, and its unit.
    private bool Age(ItemFhir item)
    {
        var segments = item.Element!.Split('.');
        if (segments.Length < 2 || CheminsFhir.Champ(string.Join('.', segments[..^1])) is not { Champ.Type: TypeChamp.Age } cible || segments[^1] is not ("value" or "unit" or "code"))
        {
            return false;
        }

        var cle = _regles.GetValueOrDefault((cible.Section, cible.Champ.Nom)) ?? item;
        _regles[(cible.Section, cible.Champ.Nom)] = cle;
        var age = _ages.TryGetValue(cle, out var connu) ? connu : _ages[cle] = new(cible.Section, cible.Champ.Nom);
        age.Fixe |= item.Noeud.Vrai("readOnly");
        age.Obligatoire |= item.Noeud.Vrai("required") && !item.EstConditionnel;
        var valeur = item.Noeud.Objets("initial") is [var premiere, ..] ? premiere : null;
        if (segments[^1] == "value")
        {
            age.Valeur = Entier(valeur?.Nombre("valueInteger") ?? valeur?.Nombre("valueDecimal"));
        }
        else
        {
            var choisie = item.Noeud.Objets("answerOption").FirstOrDefault(o => o.Vrai("initialSelected"));
            age.Unite ??= (choisie?.Objet("valueCoding") ?? valeur?.Objet("valueCoding"))?.Texte("code") ?? valeur?.Texte("valueString");
        }

        return true;
    }

    private static int? Entier(decimal? nombre) => nombre is { } n && n == Math.Truncate(n) && Math.Abs(n) < 100_000 ? (int)n : null;

    private CodeNos? Code(JeuDeValeurs liste, NoeudFhir valeur, string chemin)
    {
        var (code, systeme) = (valeur.Requis("code"), valeur.Texte("system"));
        valeur.Passer("display", "version", "userSelected");
        if (Trouver(liste, code, systeme) is { } entree && liste.Admet(entree, jour))
        {
            return liste.CodeDe(entree);
        }

        _avertissements.Add(QuestionnaireErreurs.CodeDisparu.Sur(chemin, code, liste.Nom));
        return null;
    }

    // A system is known by its TRE, however its address is written.
    private static EntreeNomenclature? Trouver(JeuDeValeurs liste, string code, string? systeme) => liste.Trouver(new(code, systeme))
        ?? (NomsNos.Court(NomsNos.DeUrl(systeme)) is { } tre && liste.DeCode(code).Where(e => NomsNos.Court(NomsNos.DeUrl(e.Systeme)) == tre).ToList() is [var seule] ? seule : null);

    // Groups, titles, constants of the extraction, and questions that no field answers.
    private void Presenter(ItemFhir item)
    {
        var type = item.Noeud.Requis("type");
        if (type is "group" or "display" || EstCache(item))
        {
            _presentes++;
            return;
        }

        NonRepris(item.Noeud.Chemin, item.LinkId, item.Element is null ? "il n'a pas de « definition »" : "aucun champ d'un modèle ne le règle");
    }

    private void Restes(NoeudFhir questionnaire, ArbreQuestionnaire arbre)
    {
        // What is not asked of an item of its kind is told all the same; labels and layout are told once.
        questionnaire.Passer("meta", "id", "text");
        foreach (var reste in questionnaire.Restes)
        {
            NonRepris($"{questionnaire.Chemin}/{reste}", reste, "un modèle ne le garde pas");
        }

        foreach (var item in arbre.Tous)
        {
            _presentes += item.Element is not null && CheminsFhir.Champ(item.Element) is not null && item.Noeud.Possede("text") ? 1 : 0;
            item.Noeud.Passer(Mise);
            foreach (var (extension, url) in Extensions(item).Where(e => e.Url != VocabulaireFhir.Cache && !Extraction.Any(x => e.Url.EndsWith(x, StringComparison.Ordinal))))
            {
                NonRepris(extension.Chemin, url, "cette extension n'est pas connue");
            }

            if (item.Element is not null && _regles.ContainsValue(item))
            {
                foreach (var reste in item.Noeud.Restes)
                {
                    NonRepris($"{item.Noeud.Chemin}/{reste}", reste, "un modèle ne le garde pas");
                }
            }
        }
    }

    private T Fauter<T>(Erreur faute, T defaut)
    {
        _fautes.Add(faute);
        return defaut;
    }

    private void NonRepris(string chemin, string quoi, string raison) => _avertissements.Add(QuestionnaireErreurs.NonRepris.Sur(chemin, quoi.Length > 200 ? quoi[..200] : quoi, raison));

    private sealed class AgePartiel(string section, string champ)
    {
        public int? Valeur { get; set; }

        public string? Unite { get; set; }

        public bool Fixe { get; set; }

        public bool Obligatoire { get; set; }

        public RegleChamp? Regle()
        {
            var age = Valeur is { } valeur && Unite is not null ? new Age { Valeur = valeur, Unite = Unite } : null;
            return age is null && !Obligatoire ? null : new(section, champ, null, age, Fixe && age is not null, Obligatoire, null);
        }
    }
}
