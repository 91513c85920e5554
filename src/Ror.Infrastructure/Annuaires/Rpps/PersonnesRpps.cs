using Ror.Application.Annuaires;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>From the lines of a person to the person.</summary>
internal sealed class PersonnesRpps(InterpreteRpps interprete)
{
    private readonly Dictionary<(string CodePostal, string? Localite), string?> _communes = [];

    /// <returns>Null when no line of them can be read.</returns>
    public PersonneLue? Lire(LignesDUnePersonne personne, RapportAnnuaire rapport)
    {
        var (lignes, vues) = (new List<LigneRpps>(personne.Lignes.Count), new HashSet<string>(StringComparer.Ordinal));

        // In an order of their own: two lines of one situation may differ, and the file has no order to count on.
        foreach (var (numero, texte) in personne.Lignes.OrderBy(l => l.Texte, StringComparer.Ordinal).ThenBy(l => l.Numero))
        {
            rapport.Compter(ActeAnnuaire.LigneLue);
            if (!vues.Add(texte))
            {
                rapport.Compter(ActeAnnuaire.LigneEnDouble, $"{numero}");
                continue;
            }

            var (ligne, faute) = interprete.Interpreter(numero, texte);
            if (ligne is null)
            {
                rapport.Refuser(numero, $"{personne.Rpps}", faute!);
                continue;
            }

            lignes.Add(ligne);
            foreach (var remarque in ligne.Remarques)
            {
                rapport.Signaler(numero, ligne.Rpps, remarque);
            }
        }

        return lignes.Count == 0 ? null : new(Personne(lignes), lignes[0].Numero, personne.Entiere && lignes.Count == vues.Count);
    }

    private PersonneNationale Personne(List<LigneRpps> lignes)
    {
        var premiere = lignes[0];
        var fiche = new FicheProfessionnel
        {
            Rpps = premiere.Rpps,
            Civilite = premiere.Civilite,
            CiviliteExercice = premiere.CiviliteExercice,
            Nom = premiere.Nom,
            Prenom = premiere.Prenom,
            Exercices = lignes.GroupBy(l => (l.Profession, l.Categorie))
                .Select(g => new ExerciceProfessionnel(g.Key.Profession, g.Key.Categorie, g.Select(l => l.SavoirFaire).OfType<SavoirFaire>().EnListe())).EnListe(),
            Situations = lignes.Select(l => l.Situation).OfType<SituationExercice>().DistinctBy(s => s.Cle).EnListe(),
        };

        // Places matter to those who have an offer there.
        var structures = lignes.Where(l => l.Situation is { EstLiberale: true }).DistinctBy(l => l.Structure).Select(l => l.FicheStructure()).OfType<FicheEntiteGeographique>();
        return new(fiche.Ordonnee(), [.. structures.Select(Situer)]);
    }

    private FicheEntiteGeographique Situer(FicheEntiteGeographique fiche)
    {
        if (fiche.Adresse is not { Commune: null, CodePostal: { } code } adresse)
        {
            return fiche;
        }

        if (!_communes.TryGetValue((code, adresse.Localite), out var commune))
        {
            _communes[(code, adresse.Localite)] = commune = Localisation.Situer(code, adresse.Localite);
        }

        return fiche with { Adresse = adresse with { Commune = commune } };
    }
}
