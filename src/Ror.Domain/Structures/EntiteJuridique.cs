using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;

namespace Ror.Domain.Structures;

/// <summary>Legal entity (MOS EntiteJuridique).</summary>
public sealed class EntiteJuridique : Agregat
{
    private EntiteJuridique(Guid id, IdNatStruct idNatStruct, FicheEntiteJuridique fiche, DateTime instant) =>
        (Id, IdNatStruct, CreeLe, ModifieLe, Fiche, NumSiren) = (id, idNatStruct, instant, instant, fiche.Completee(), fiche.NumSiren ?? idNatStruct.NumeroSirene);

    private EntiteJuridique()
    {
    }

    public IdNatStruct IdNatStruct { get; private init; } = null!;

    public FicheEntiteJuridique Fiche { get; private set; } = null!;

    public Origine Origine { get; private set; }

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

    /// <summary>As a national directory gives it.</summary>
    /// <param name="fiche">Checked by its declarations (<see cref="Fiches"/>).</param>
    public static Resultat<EntiteJuridique> Importer(Guid id, FicheEntiteJuridique fiche, Origine origine, DateTime instant) =>
        IdNatStruct.LireConnu(fiche.IdNatStruct) is { } idNatStruct
            ? new EntiteJuridique(id, idNatStruct, fiche, instant) { Origine = origine }
            : Refuser(IdentifiantErreurs.EntiteJuridique, fiche.IdNatStruct);

    /// <summary>Would <see cref="Actualiser"/> change nothing?</summary>
    public bool EstAJour(FicheEntiteJuridique fiche, Origine origine) => Origine == origine && Fiches.AvecNationaux(Fiche, fiche.Completee()) == Fiche;

    /// <summary>What the national directory says of it now.</summary>
    /// <param name="fiche">Checked by its declarations (<see cref="Fiches"/>).</param>
    public void Actualiser(FicheEntiteJuridique fiche, Origine origine, DateTime instant) => Ecrire(Fiches.AvecNationaux(Fiche, fiche.Completee()), origine, instant);

    public Resultat<Rien> Modifier(FicheEntiteJuridique fiche, DateTime instant)
    {
        var nationale = Origine != Origine.Saisie;
        List<Erreur> fautes = [.. Fiches.VerifierModification(FicheEntiteJuridique.Champs, Fiche, fiche, nationale), .. Liste(RefuserNumero(IdNatStruct, fiche.NumSiren, "/numSiren"))];
        if (fautes.Count > 0)
        {
            return fautes;
        }

        Ecrire(Fiches.AvecLectureSeule(Fiche, fiche, nationale).Completee(), Origine, instant);
        return default(Rien);
    }

    /// <summary>The legal entity opens a site; the category decides its secteur.</summary>
    /// <param name="fiche">Checked by its declarations (<see cref="Fiches"/>).</param>
    public Resultat<EntiteGeographique> OuvrirEntiteGeographique(Guid id, FicheEntiteGeographique fiche, DateTime instant) =>
        Ouvrir(id, IdNatStruct.LireEntiteGeographique(fiche.IdNatStruct), fiche, Origine.Saisie, instant);

    /// <summary>A site as a national directory gives it.</summary>
    /// <param name="fiche">Checked by its declarations (<see cref="Fiches"/>).</param>
    public Resultat<EntiteGeographique> ImporterEntiteGeographique(Guid id, FicheEntiteGeographique fiche, Origine origine, DateTime instant) =>
        Ouvrir(id, IdNatStruct.LireConnu(fiche.IdNatStruct), fiche, origine, instant);

    private Resultat<EntiteGeographique> Ouvrir(Guid id, IdNatStruct? idNatStruct, FicheEntiteGeographique fiche, Origine origine, DateTime instant)
    {
        if (idNatStruct is null)
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
            : new EntiteGeographique(id, this, idNatStruct, fiche with { EntiteJuridique = IdNatStruct.Valeur }, secteur, origine, instant);
    }

    /// <summary>A number beside an identifier that is made of one is the same number.</summary>
    internal static Erreur? RefuserNumero(IdNatStruct idNatStruct, string? numero, string pointeur) =>
        numero is not null && idNatStruct.NumeroSirene is { } attendu && attendu != numero ? IdentifiantErreurs.Incoherent.Sur(pointeur, numero, idNatStruct.Valeur) : null;

    private void Ecrire(FicheEntiteJuridique fiche, Origine origine, DateTime instant)
    {
        if (fiche != Fiche || origine != Origine)
        {
            (Fiche, NumSiren, Origine) = (fiche, fiche.NumSiren ?? IdNatStruct.NumeroSirene, origine);
            Toucher(instant);
        }
    }

    private static Erreur[] Liste(Erreur? erreur) => erreur is null ? [] : [erreur];

    private static Erreur Refuser(TypeErreur type, string? idNatStruct) =>
        idNatStruct is null ? ChampErreurs.Obligatoire.Sur("/idNatStruct", "Identifiant national de structure") : type.Sur("/idNatStruct", idNatStruct);
}
