using Ror.Domain.Commun;

namespace Ror.Application.Annuaires;

public enum NatureLigne
{
    /// <summary>Nothing of it was taken.</summary>
    Refus,

    /// <summary>It was taken, or left aside on purpose, and somebody should know.</summary>
    Signalement,
}

/// <summary>A line of the report of a national file, as it is stored.</summary>
/// <param name="Ligne">Line of the file; rank of the object in a JSON; null when it is about the whole.</param>
/// <param name="Objet">Identifier of the person or structure, when it could be read.</param>
public sealed record LigneAnnuaire(NatureLigne Nature, int? Ligne, string? Objet, string Code, string Message, string MessageAnglais);

/// <summary>How often something happened, with some of those whom it happened to.</summary>
public sealed record CompteAnnuaire(long Nombre, Liste<string> Exemples)
{
    public const int ExemplesMax = 5;

    // A stored list that is empty is not written.
    public Liste<string> Exemples { get; init; } = Exemples ?? [];

    public CompteAnnuaire Plus(CompteAnnuaire autre) =>
        new(Nombre + autre.Nombre, autre.Exemples.Count == 0 || Exemples.Count == ExemplesMax ? Exemples : Exemples.Concat(autre.Exemples).Take(ExemplesMax).EnListe());
}

/// <summary>What one batch did, or would do.</summary>
public sealed class RapportAnnuaire
{
    private readonly List<LigneAnnuaire> _lignes = [];

    public IReadOnlyList<LigneAnnuaire> Lignes => _lignes;

    public SortedDictionary<ActeAnnuaire, CompteAnnuaire> Comptes { get; } = [];

    public void Compter(ActeAnnuaire acte, string? exemple = null, int nombre = 1)
    {
        if (nombre > 0)
        {
            var compte = new CompteAnnuaire(nombre, exemple is null ? [] : [exemple]);
            Comptes[acte] = Comptes.TryGetValue(acte, out var avant) ? avant.Plus(compte) : compte;
        }
    }

    /// <summary>Refusals that were found before.</summary>
    public bool Reprendre(IReadOnlyList<LigneAnnuaire> refus)
    {
        _lignes.AddRange(refus);
        Compter(ActeAnnuaire.LigneLue, nombre: refus.Count);
        Compter(ActeAnnuaire.LigneRefusee, nombre: refus.Count);
        return true;
    }

    /// <summary>Of another report, these counts alone.</summary>
    public bool Reprendre(RapportAnnuaire autre, IEnumerable<ActeAnnuaire> actes)
    {
        foreach (var acte in actes.Where(autre.Comptes.ContainsKey))
        {
            Comptes[acte] = autre.Comptes[acte];
        }

        return true;
    }

    public void Refuser(int? ligne, string? objet, Erreur erreur)
    {
        Compter(ActeAnnuaire.LigneRefusee);
        Dire(NatureLigne.Refus, ligne, objet, erreur);
    }

    public void Signaler(int? ligne, string? objet, Erreur erreur) => Dire(NatureLigne.Signalement, ligne, objet, erreur);

    private void Dire(NatureLigne nature, int? ligne, string? objet, Erreur erreur) =>
        _lignes.Add(new(nature, ligne, objet, erreur.Type.Code, erreur.Message(), erreur.Message(enAnglais: true)));
}
