using System.Collections.ObjectModel;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Nomenclatures;

/// <summary>The concepts of a CodeSystem, each made a code as it is read: a TRE with its properties takes ten times what its codes do.</summary>
internal sealed class CodesFhir : Collection<ConceptFhir>
{
    private const string Racine = "/concept";

    // Read as dates, or said by them: no value set selects by these.
    private static readonly HashSet<string> Communes = ["dateValid", "dateMaj", "dateFin", "deprecationDate", "retirementDate", "status"];

    // Value sets select by codes: a longer text is a comment.
    private const int ValeurMax = 100;

    // The same few values come with every code.
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _proprietes = new(StringComparer.Ordinal) { [""] = EntreeNomenclature.SansPropriete };

    private int _lus;

    /// <summary>Their system is that of the resource.</summary>
    public List<CodeLuNos> Codes { get; } = [];

    protected override void InsertItem(int index, ConceptFhir item)
    {
        Bornes.Compter(item);
        Ajouter(item, $"{Racine}/{_lus++}");
    }

    private void Ajouter(ConceptFhir concept, string place)
    {
        Codes.Add(ListesFhir.Code(concept, "", place) with
        {
            Debut = DateNos.Lire(Valeur(concept, "dateValid"), place),
            Fin = DateNos.Lire(Valeur(concept, "dateFin") ?? Valeur(concept, "deprecationDate"), place),
            Proprietes = Proprietes(concept),
        });
        foreach (var (rang, dessous) in (concept.Concept ?? []).Index())
        {
            Ajouter(dessous, $"{place}{Racine}/{rang}");
        }
    }

    private IReadOnlyDictionary<string, string> Proprietes(ConceptFhir concept)
    {
        var propres = (concept.Property ?? []).Where(p => p is { Code: not null, Valeur.Length: <= ValeurMax } && !Communes.Contains(p.Code)).DistinctBy(p => p.Code).ToList();
        var cle = string.Concat(propres.Select(p => $"{p.Code}\0{p.Valeur}\0"));
        return _proprietes.TryGetValue(cle, out var connues) ? connues : _proprietes[cle] = propres.ToDictionary(p => p.Code!, p => p.Valeur!);
    }

    private static string? Valeur(ConceptFhir concept, string code) => concept.Property?.FirstOrDefault(p => p.Code == code)?.Valeur;
}
