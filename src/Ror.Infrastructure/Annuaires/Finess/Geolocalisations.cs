using Ror.Domain.Annuaires;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>
/// Positions of the flat files, which come after their établissements: collected in a first reading, twenty bytes each, and told of in the second.
/// </summary>
internal sealed class Geolocalisations
{
    private readonly Dictionary<uint, Position> _positions = [];
    private readonly HashSet<uint> _vues = [];
    private readonly Dictionary<uint, int> _enAvance = [];

    /// <summary>First reading.</summary>
    public void Collecter(IReadOnlyList<string> cellules)
    {
        if (CodesFiness.Compacter(cellules[1]) is { } finess && Localiser(cellules).Position is { } position)
        {
            _ = _positions.TryAdd(finess, position);
        }
    }

    public Localisation De(string? finess) => CodesFiness.Compacter(finess ?? "") is { } compact && _positions.TryGetValue(compact, out var position) ? position : default(Localisation);

    /// <summary>Second reading.</summary>
    public ObjetFiness? Suivre(int ligne, IReadOnlyList<string> cellules, FichesFiness fiches)
    {
        if (CodesFiness.Compacter(cellules[1]) is not { } finess)
        {
            return ObjetFiness.Refuse(ligne, FinessErreurs.Numero.Avec(cellules[1]));
        }

        if (!_vues.Add(finess))
        {
            return ObjetFiness.Refuse(ligne, FinessErreurs.Doublon.Avec(cellules[1]));
        }

        if (!fiches.AVuEtablissement(finess))
        {
            _enAvance.Add(finess, ligne);
        }

        return Localiser(cellules).Raison is { } raison ? ObjetFiness.Dit(ligne, raison) : null;
    }

    /// <summary>An établissement whose position was met before it has it all the same; it is told.</summary>
    public ObjetFiness Annoter(ObjetFiness objet, string? finess) =>
        CodesFiness.Compacter(finess ?? "") is { } compact && _enAvance.Remove(compact) ? objet with { Signalements = [.. objet.Signalements, FinessErreurs.GeolocalisationAvant.Avec(finess!)] } : objet;

    /// <summary>At the end of a file: those that no établissement followed.</summary>
    public IReadOnlyList<ObjetFiness> Orphelines()
    {
        ObjetFiness[] orphelines = [.. _enAvance.OrderBy(g => g.Value).Select(g => ObjetFiness.Refuse(g.Value, FinessErreurs.GeolocalisationSeule.Avec(CodesFiness.Etendre(g.Key))))];
        _enAvance.Clear();
        return orphelines;
    }

    private static Localisation Localiser(IReadOnlyList<string> cellules) => Coordonnees.DuFichierPlat(cellules[2].Trim(), cellules[3].Trim(), cellules[4]);
}
