namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>The cells of one line, by column, without the spaces around them.</summary>
internal readonly ref struct CellulesRpps
{
    private readonly ReadOnlySpan<char> _ligne;
    private readonly Range[] _places;
    private readonly EnteteRpps _entete;

    /// <param name="places">Room for the cells of the header and two more.</param>
    public CellulesRpps(ReadOnlySpan<char> ligne, EnteteRpps entete, Range[] places)
    {
        _ligne = ligne;
        _entete = entete;
        _places = places;
        Nombre = ligne.Split(places, EnteteRpps.Separateur);
    }

    /// <summary>A trailing separator makes an empty cell more. Past two more than needed they are no longer counted.</summary>
    public int Nombre { get; }

    public bool EstComplete => Nombre == _entete.Cellules || (Nombre == _entete.Cellules + 1 && _ligne[_places[Nombre - 1]].IsWhiteSpace());

    public ReadOnlySpan<char> this[ColonneRpps colonne] => _entete.Place(colonne) is >= 0 and var place ? _ligne[_places[place]].Trim() : [];
}
