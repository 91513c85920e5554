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
    private readonly HashSet<NoeudFhir> _conditionsLues = [];

    public (Liste<CodeNos>? Codes, List<CodeNos> Choisis) Options(ItemFhir item, Champ champ, JeuDeValeurs liste)
    {
        var options = item.Noeud.Objets("answerOption");
        if (options.Count == 0)
        {
            return (DuJeu(item, champ, liste), []);
        }

        var (codes, choisis) = (new List<CodeNos>(), new List<CodeNos>());
        foreach (var option in options)
        {
            if (option.Objet("valueCoding") is not { } valeur)
            {
                NonRepris(option.Chemin, option.Choix("value") ?? "answerOption", Raisons.OptionSansCode);
                option.ToutPasser();
            }
            else if (Code(liste, valeur, $"{option.Chemin}/valueCoding") is { } code)
            {
                if (codes.Contains(code))
                {
                    NonRepris(option.Chemin, code.Code, Raisons.OptionDouble);
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

        if (champ.Type == TypeChamp.Code && choisis.Count > 1)
        {
            NonRepris($"{item.Noeud.Chemin}/answerOption", string.Join(", ", choisis.Skip(1).Select(c => c.Code)), Raisons.UneValeur(champ));
        }

        return (codes.EnListe(), choisis);
    }

    // Codes of another list that are also of this one; null for the whole of its own.
    private Liste<CodeNos>? DuJeu(ItemFhir item, Champ champ, JeuDeValeurs liste)
    {
        if (item.Noeud.Texte("answerValueSet") is not { } jeu)
        {
            return null;
        }

        var (ici, url) = ($"{item.Noeud.Chemin}/answerValueSet", jeu.Split('|')[0]);
        if (jeu != url)
        {
            NonRepris(ici, jeu, Raisons.VersionEnVigueur);
        }

        if (url == liste.Url || nomenclatures.Listes.FirstOrDefault(l => l.Url == url) is not { } autre)
        {
            if (url != liste.Url)
            {
                NonRepris(ici, jeu, Raisons.ListeInconnue(champ));
            }

            return null;
        }

        var siens = autre.Entrees.Where(e => autre.Admet(e, jour)).ToList();
        var communs = siens.Select(e => Trouver(liste, e.Code, e.Systeme)).OfType<EntreeNomenclature>().Where(e => liste.Admet(e, jour)).Select(liste.CodeDe).Distinct().EnListe();
        if (communs.Count < siens.Count)
        {
            NonRepris(ici, jeu, Raisons.AutreListe(siens.Count - communs.Count, liste));
        }

        return communs;
    }

    public object? ParDefaut(ItemFhir item, Champ champ, List<CodeNos> choisis)
    {
        var initiales = item.Noeud.Objets("initial");
        if (choisis.Count > 0 || initiales.Count == 0)
        {
            return Typer(champ, choisis);
        }

        object? valeur = champ.Type switch
        {
            TypeChamp.Texte => initiales[0].Texte("valueString") ?? initiales[0].Texte("valueUri"),
            TypeChamp.Textes => initiales.Select(i => i.Texte("valueString")).OfType<string>().EnListe(),
            TypeChamp.Booleen => initiales[0].Possede("valueBoolean") ? initiales[0].Vrai("valueBoolean") : null,
            TypeChamp.Nombre => Nombre(champ, initiales[0].Nombre("valueDecimal") ?? initiales[0].Nombre("valueInteger")),
            TypeChamp.Date => DateOnly.TryParseExact(initiales[0].Texte("valueDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            TypeChamp.Age => Age(initiales[0].Objet("valueQuantity")),
            // What is beyond the only value stays unread, and so is told.
            TypeChamp.Code or TypeChamp.Codes or TypeChamp.Lignes when champ.Nomenclature is { } liste =>
                Typer(champ, [.. initiales.Take(champ.Type == TypeChamp.Code ? 1 : int.MaxValue).Select(i => i.Objet("valueCoding") is { } c ? Code(nomenclatures[liste], c, $"{i.Chemin}/valueCoding") : null).OfType<CodeNos>()]),
            _ => null,
        };
        if (valeur is null || !Champ.EstRemplie(valeur))
        {
            NonRepris($"{item.Noeud.Chemin}/initial", "initial", Raisons.PasCetteValeur(champ));
            item.Noeud.Passer("initial");
            return null;
        }

        return valeur;
    }

    private static object? Nombre(Champ champ, decimal? nombre) =>
        champ.TypeValeur == typeof(decimal?) ? nombre : nombre is { } n && n == Math.Truncate(n) && Math.Abs(n) < int.MaxValue ? (int)n : null;

    public static object? Typer(Champ champ, IReadOnlyList<CodeNos> codes) => codes.Count == 0 ? null : champ.Type switch
    {
        TypeChamp.Code => codes[0],
        TypeChamp.Codes => codes.EnListe(),
        _ => codes.Select(c => new ActiviteOperationnelle { Activite = c }).EnListe(),
    };

    /// <summary>Familles are asked under the activité that they go with.</summary>
    /// <param name="question">linkId of the question of activités.</param>
    public RegleChamp AvecFamilles(RegleChamp regle, string question, IReadOnlyList<ItemFhir> familles)
    {
        var (activites, j51) = (nomenclatures["J17"], nomenclatures["J51"]);
        var colonne = LesSections.De<Specificites>().Champs.Single(c => c.Nom == regle.Champ).Colonnes.Single(c => c.Nomenclature == j51.Nom);
        var lignes = regle.ParDefaut as Liste<ActiviteOperationnelle> ?? [];
        var (admises, choisies) = (new List<FamillesAdmises>(), new Dictionary<string, List<CodeNos>>());
        foreach (var item in familles)
        {
            if (item.Conditions is not [var (demande, condition)] || demande != question || condition.Texte("operator") != "=" || condition.Objet("answerCoding") is not { } reponse || Code(activites, reponse, $"{condition.Chemin}/answerCoding") is not { } activite)
            {
                Laisser(item, Raisons.FamilleSansActivite);
                continue;
            }

            _conditionsLues.Add(condition);
            if (choisies.ContainsKey(activite.Code))
            {
                Laisser(item, Raisons.DejaSesFamilles(activite));
                continue;
            }

            item.Noeud.Passer("repeats");
            var (codes, choisis) = Options(item, colonne, j51);
            choisies[activite.Code] = choisis.Count > 0 ? choisis : [.. item.Noeud.Objets("initial").Select(i => i.Objet("valueCoding") is { } c ? Code(j51, c, $"{i.Chemin}/valueCoding") : null).OfType<CodeNos>()];
            if (choisies[activite.Code].Count > 0 && lignes.All(l => l.Activite!.Code != activite.Code))
            {
                NonRepris(item.Noeud.Chemin, item.LinkId, Raisons.ActiviteNonPrereglee(activite));
            }

            if (codes is not null)
            {
                admises.Add(new(activite.Code, codes.Select(c => c.Code).EnListe()));
            }
        }

        return regle with
        {
            Familles = admises.Count == 0 ? null : admises.EnListe(),
            ParDefaut = lignes.Count == 0 ? regle.ParDefaut
                : lignes.SelectMany(l => choisies.GetValueOrDefault(l.Activite!.Code) is { Count: > 0 } choix ? choix.Select(f => l with { FamilleActivite = f }) : [l]).EnListe(),
        };
    }

    /// <summary>Was this condition read for what it says?</summary>
    public bool EstLue(NoeudFhir condition) => _conditionsLues.Contains(condition);

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

    private static Age? Age(NoeudFhir? quantite)
    {
        quantite?.Passer("system", "display");
        return quantite is not null && Entier(quantite.Nombre("value")) is { } valeur && (quantite.Texte("code") ?? quantite.Texte("unit")) is { } unite ? new Age { Valeur = valeur, Unite = unite } : null;
    }

    public static int? Entier(decimal? nombre) => nombre is { } n && n == Math.Truncate(n) && Math.Abs(n) < 100_000 ? (int)n : null;

    /// <summary>The whole item, but those below it.</summary>
    public void Laisser(ItemFhir item, Bilingue raison)
    {
        NonRepris(item.Noeud.Chemin, item.LinkId, raison);
        item.Noeud.ToutPasser("item");
        _conditionsLues.UnionWith(item.Conditions.Select(c => c.Condition));
    }

    public void NonRepris(string chemin, object quoi, Bilingue raison) => avertissements.Add(QuestionnaireErreurs.NonRepris.Sur(chemin, quoi, raison));
}
