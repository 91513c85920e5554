using System.Buffers;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>The structure of one line: what identifies it, and what is said of it.</summary>
internal static class StructureRpps
{
    public static readonly SearchValues<char> CaracteresDeCode = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    private const int IdentifiantMax = 20;

    // FINESS has categories of its own, which this file does not tell.
    private const char Finess = '1';
    private const string PrefixeSecteur = "SA";

    // By order of trust. Only the shape is asked for: the directory holds numbers whose key is wrong.
    private static readonly (ColonneRpps Colonne, Func<ReadOnlySpan<char>, string?> Traduire)[] Identifiants =
    [
        (ColonneRpps.Finess, finess => $"1{finess}"),
        (ColonneRpps.IdentifiantTechnique, id => id is ['F', .. var finess] ? $"1{finess}" : null),
        (ColonneRpps.Siret, siret => $"3{siret}"),
        (ColonneRpps.IdentifiantTechnique, id => id switch
        {
            ['C', .. { Length: 14 } siret] => $"3{siret}",
            ['C', .. { Length: 11 } adeliRang] => $"0{adeliRang}",
            ['R', .. var rppsRang] => $"4{rppsRang}",
            _ => null,
        }),
        (ColonneRpps.AncienIdentifiant, id => id.ToString()),
    ];

    /// <summary>idNat_Struct, else the technical identifier; null when there is no structure, or nothing that identifies it.</summary>
    public static string? Cle(CellulesRpps c, ref List<Erreur>? remarques)
    {
        foreach (var (colonne, traduire) in Identifiants)
        {
            if (c[colonne].IsEmpty || traduire(c[colonne]) is not { } candidat)
            {
                continue;
            }

            if (EstEtablissement(candidat))
            {
                return candidat;
            }

            (remarques ??= []).Add(AnnuaireErreurs.IdentifiantStructure.Avec(NomsColonnesRpps.Nom(colonne), c[colonne].ToString()));
        }

        var technique = c[ColonneRpps.IdentifiantTechnique];
        if (!technique.IsEmpty && technique.Length <= IdentifiantMax && !technique.ContainsAnyExcept(CaracteresDeCode))
        {
            return technique.ToString();
        }

        if (Nom(c) is { } nom)
        {
            (remarques ??= []).Add(AnnuaireErreurs.StructureSansIdentifiant.Avec(nom));
        }

        return null;
    }

    public static string? FinessJuridique(CellulesRpps c) => Connu(Finess, c[ColonneRpps.FinessJuridique])?.Numero;

    public static string? Siren(CellulesRpps c) => Connu('2', c[ColonneRpps.Siren])?.Numero;

    public static FicheEntiteGeographique Fiche(CellulesRpps c, IdNatStruct id, Func<string, bool> estTypeVoie)
    {
        var denomination = TexteNational.Nettoyer(c[ColonneRpps.RaisonSociale]) ?? Nom(c);
        var enseigne = TexteNational.Nettoyer(c[ColonneRpps.Enseigne]);
        var secteur = c[ColonneRpps.SecteurActivite];
        return TexteNational.Couper(new FicheEntiteGeographique
        {
            IdNatStruct = id.Valeur,
            EntiteJuridique = EntiteJuridique(c, id),
            Denomination = denomination,
            NomOperationnel = enseigne == denomination ? null : enseigne,
            Categorie = id.Valeur[0] != Finess && secteur.StartsWith(PrefixeSecteur, StringComparison.Ordinal) ? new CodeNos(secteur.ToString()) : null,
            Adresse = Adresse(c).Construire(estTypeVoie),
            NumSiret = c[ColonneRpps.Siret].ToString() is var siret && IdentifiantsNationaux.EstSiret(siret) ? siret : null,
        });
    }

    // A SIRET begins with the SIREN of its legal entity; the column of the SIREN may be empty.
    private static string? EntiteJuridique(CellulesRpps c, IdNatStruct id) => id switch
    {
        { NumeroSirene: { } siret } => $"2{siret[..9]}",
        { EstRang: true } => null,
        _ => Connu(Finess, c[ColonneRpps.FinessJuridique])?.Valeur,
    };

    private static AdresseBrute Adresse(CellulesRpps c) => new()
    {
        Destinataire = SaufSonNom(c, TexteNational.Nettoyer(c[ColonneRpps.ComplementDestinataire])),
        Complement = TexteNational.Nettoyer(c[ColonneRpps.ComplementGeographique]),
        Numero = TexteNational.Nettoyer(c[ColonneRpps.NumeroVoie]),
        Repetition = TexteNational.Nettoyer(c[ColonneRpps.IndiceRepetition]),
        TypeVoie = TexteNational.Nettoyer(c[ColonneRpps.TypeVoie]),
        LibelleTypeVoie = TexteNational.Nettoyer(c[ColonneRpps.LibelleTypeVoie]),
        Voie = TexteNational.Nettoyer(c[ColonneRpps.LibelleVoie]),
        Mention = TexteNational.Nettoyer(c[ColonneRpps.MentionDistribution]),
        Acheminement = TexteNational.Nettoyer(c[ColonneRpps.BureauCedex]),
        CodePostal = TexteNational.Nettoyer(c[ColonneRpps.CodePostal]),
        Commune = TexteNational.Nettoyer(c[ColonneRpps.Commune]),
        NomCommune = TexteNational.Nettoyer(c[ColonneRpps.LibelleCommune]),
        Pays = TexteNational.Nettoyer(c[ColonneRpps.Pays]),
    };

    private static string? SaufSonNom(CellulesRpps c, string? destinataire) =>
        destinataire is null || c[ColonneRpps.RaisonSociale].Equals(destinataire, StringComparison.OrdinalIgnoreCase) || c[ColonneRpps.Enseigne].Equals(destinataire, StringComparison.OrdinalIgnoreCase)
            ? null
            : destinataire;

    // A practice without a name is often named by the first line of its address.
    private static string? Nom(CellulesRpps c) =>
        TexteNational.Nettoyer(c[ColonneRpps.Enseigne]) ?? TexteNational.Nettoyer(c[ColonneRpps.RaisonSociale]) ?? TexteNational.Nettoyer(c[ColonneRpps.ComplementDestinataire]);

    private static bool EstEtablissement(string candidat) => candidat is ['0' or '1' or '3' or '4', ..] && IdNatStruct.LireConnu(candidat) is not null;

    private static IdNatStruct? Connu(char type, ReadOnlySpan<char> numero) => numero.IsEmpty ? null : IdNatStruct.LireConnu($"{type}{numero}");
}
