using System.Globalization;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>Codes and values of items, as the fields that they fill have them; what is left aside is told.</summary>
internal sealed class ValeursFhir(CatalogueNomenclatures nomenclatures, DateOnly jour, List<Erreur> avertissements)
{
    public (Liste<CodeNos>? Codes, List<CodeNos> Choisis) Options(ItemFhir item, Champ champ, JeuDeValeurs liste)
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

    public object? ParDefaut(ItemFhir item, Champ champ, List<CodeNos> choisis)
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

    public static object? Typer(Champ champ, IReadOnlyList<CodeNos> codes) => codes.Count == 0 ? null : champ.Type switch
    {
        TypeChamp.Code => codes[0],
        TypeChamp.Codes => codes.EnListe(),
        _ => codes.Select(c => new ActiviteOperationnelle { Activite = c }).EnListe(),
    };

    // Familles are asked under the activité that they go with.
    public RegleChamp AvecFamilles(RegleChamp regle, ArbreQuestionnaire arbre)
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

    public CodeNos? Code(JeuDeValeurs liste, NoeudFhir valeur, string chemin)
    {
        var (code, systeme) = (valeur.Requis("code"), valeur.Texte("system"));
        valeur.Passer("display", "version", "userSelected");
        if (Trouver(liste, code, systeme) is { } entree && liste.Admet(entree, jour))
        {
            return liste.CodeDe(entree);
        }

        avertissements.Add(QuestionnaireErreurs.CodeDisparu.Sur(chemin, code, liste.Nom));
        return null;
    }

    // A system is known by its TRE, however its address is written.
    private static EntreeNomenclature? Trouver(JeuDeValeurs liste, string code, string? systeme) => liste.Trouver(new(code, systeme))
        ?? (NomsNos.Court(NomsNos.DeUrl(systeme)) is { } tre && liste.DeCode(code).Where(e => NomsNos.Court(NomsNos.DeUrl(e.Systeme)) == tre).ToList() is [var seule] ? seule : null);

    public static int? Entier(decimal? nombre) => nombre is { } n && n == Math.Truncate(n) && Math.Abs(n) < 100_000 ? (int)n : null;

    public void NonRepris(string chemin, string quoi, string raison) => avertissements.Add(QuestionnaireErreurs.NonRepris.Sur(chemin, quoi.Length > 200 ? quoi[..200] : quoi, raison));
}
