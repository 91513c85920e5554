using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;

namespace Ror.Domain.Structures;

/// <summary>Legal entity (MOS EntiteJuridique).</summary>
public sealed class EntiteJuridique : Agregat
{
    private EntiteJuridique(Guid id, IdNatStruct idNatStruct, FicheEntiteJuridique fiche, DateTime instant) =>
        (Id, IdNatStruct, Fiche, NumSiren, CreeLe, ModifieLe) = (id, idNatStruct, fiche.Completee(), fiche.NumSiren ?? idNatStruct.NumeroSirene, instant, instant);

    private EntiteJuridique()
    {
    }

    public IdNatStruct IdNatStruct { get; private init; } = null!;

    public FicheEntiteJuridique Fiche { get; private set; } = null!;

    /// <summary>For finding it; an entity known by its FINESS has one too.</summary>
    public string? NumSiren { get; private set; }

    public Fermeture? Fermeture { get; private init; }

    public string RaisonSociale => Fiche.RaisonSociale!;

    /// <param name="fiche">Checked by its declarations (<see cref="Fiches"/>).</param>
    public static Resultat<EntiteJuridique> Creer(Guid id, FicheEntiteJuridique fiche, DateTime instant) =>
        IdNatStruct.LireEntiteJuridique(fiche.IdNatStruct) is { } idNatStruct && !IdNatStruct.EstArtificielle(fiche.IdNatStruct)
            ? RefuserNumero(idNatStruct, fiche.NumSiren, "/numSiren") is { } incoherent ? incoherent : new EntiteJuridique(id, idNatStruct, fiche, instant)
            : Refuser(IdentifiantErreurs.EntiteJuridique, fiche.IdNatStruct);

    /// <summary>The one of a practice that has none: it takes its name.</summary>
    public static EntiteJuridique CreerArtificielle(Guid id, IdNatStruct cabinet, string denomination, DateTime instant) => new(
        id,
        cabinet.EntiteJuridiqueArtificielle(),
        new() { IdNatStruct = cabinet.EntiteJuridiqueArtificielle().Valeur, RaisonSociale = denomination },
        instant);

    public Resultat<Rien> Modifier(FicheEntiteJuridique fiche, DateTime instant)
    {
        List<Erreur> fautes = [.. Fiches.VerifierImmuables(FicheEntiteJuridique.Champs, Fiche, fiche), .. Liste(RefuserNumero(IdNatStruct, fiche.NumSiren, "/numSiren"))];
        if (fautes.Count > 0)
        {
            return fautes;
        }

        var complete = Fiches.AvecImmuables(Fiche, fiche).Completee();
        if (complete != Fiche)
        {
            (Fiche, NumSiren) = (complete, complete.NumSiren ?? IdNatStruct.NumeroSirene);
            Toucher(instant);
        }

        return default(Rien);
    }

    /// <summary>The legal entity opens a site; the category decides its secteur.</summary>
    /// <param name="fiche">Checked by its declarations (<see cref="Fiches"/>).</param>
    public Resultat<EntiteGeographique> OuvrirEntiteGeographique(Guid id, FicheEntiteGeographique fiche, DateTime instant)
    {
        if (IdNatStruct.LireEntiteGeographique(fiche.IdNatStruct) is not { } idNatStruct)
        {
            return Refuser(IdentifiantErreurs.EntiteGeographique, fiche.IdNatStruct);
        }

        // An artificial entity is there for its practice alone.
        if (IdNatStruct.EstArtificielle(IdNatStruct.Valeur) && idNatStruct.EntiteJuridiqueArtificielle() != IdNatStruct)
        {
            return StructureErreurs.EntiteJuridiqueInconnue.Sur("/entiteJuridique", IdNatStruct.Valeur);
        }

        if (RefuserNumero(idNatStruct, fiche.NumSiret, "/numSiret") is { } incoherent)
        {
            return incoherent;
        }

        var categorie = fiche.Categorie!.Code;
        if (Secteurs.De(categorie) is not { } secteur)
        {
            return StructureErreurs.CategorieInconnue.Sur("/categorie", categorie);
        }

        return Hierarchie.Refuser(TypeNoeud.EntiteGeographique, TypeNoeud.EntiteJuridique, secteur, categorie, Fermeture) is { } refus
            ? refus
            : new EntiteGeographique(id, this, idNatStruct, fiche with { EntiteJuridique = IdNatStruct.Valeur }, secteur, instant);
    }

    /// <summary>A number beside an identifier that is made of one is the same number.</summary>
    internal static Erreur? RefuserNumero(IdNatStruct idNatStruct, string? numero, string pointeur) =>
        numero is not null && idNatStruct.NumeroSirene is { } attendu && attendu != numero ? IdentifiantErreurs.Incoherent.Sur(pointeur, numero, idNatStruct.Valeur) : null;

    private static Erreur[] Liste(Erreur? erreur) => erreur is null ? [] : [erreur];

    private static Erreur Refuser(TypeErreur type, string? idNatStruct) =>
        idNatStruct is null ? ChampErreurs.Obligatoire.Sur("/idNatStruct", "Identifiant national de structure") : type.Sur("/idNatStruct", idNatStruct);
}
