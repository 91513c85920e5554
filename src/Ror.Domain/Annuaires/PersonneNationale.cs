using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Domain.Annuaires;

/// <summary>A person as a national directory gives them, with the structures of their situations.</summary>
/// <param name="Structures">Those whose idNat_Struct is known; their category is the secteur d'activité (SA07…) of the situation, absent for a FINESS.</param>
public sealed record PersonneNationale(FicheProfessionnel Fiche, IReadOnlyList<FicheEntiteGeographique> Structures);

/// <summary>An établissement as a national directory gives it. Nothing but fields of national origin is filled.</summary>
/// <param name="FermeLe">Day of its closing; null while it is open.</param>
public sealed record EtablissementNational(FicheEntiteGeographique Fiche, DateOnly? FermeLe);

/// <summary>A legal entity as a national directory gives it.</summary>
public sealed record EntiteNationale(FicheEntiteJuridique Fiche, DateOnly? FermeLe);
