using System.Runtime.InteropServices;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>What a raw line of an extract of activities says. One per thread: it keeps the codes that it has met.</summary>
/// <param name="estTypeVoie">Is the code in the value set of street types (J219)?</param>
internal sealed class InterpreteRpps(EnteteRpps entete, Func<string, bool> estTypeVoie)
{
    /// <summary>TRE_G15, which the list of professions (J229) needs to be told where another system has the same code.</summary>
    public const string SystemeProfession = "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante";

    private const string TechnicienDeLaboratoire = "86";
    private const string TypeRpps = "8";
    private const string TypeAdeli = "0";
    private const int CodeMax = 20;

    private static readonly ColonneRpps[] Codes =
    [
        ColonneRpps.CiviliteExercice, ColonneRpps.Civilite, ColonneRpps.Profession, ColonneRpps.Categorie, ColonneRpps.TypeSavoirFaire,
        ColonneRpps.SavoirFaire, ColonneRpps.ModeExercice, ColonneRpps.SecteurActivite, ColonneRpps.GenreActivite,
    ];

    private readonly Range[] _places = new Range[entete.Cellules + 2];
    private readonly Vocabulaire<string> _codes = new(code => code);
    private readonly Vocabulaire<CodeNos> _professions = new(code => new(code, code == TechnicienDeLaboratoire ? SystemeProfession : null));
    private readonly Dictionary<(string Type, string Code), SavoirFaire> _savoirFaire = [];

    public LectureRpps Interpreter(int numero, string ligne)
    {
        var cellules = new CellulesRpps(ligne, entete, _places);
        var faute = !cellules.EstComplete ? AnnuaireErreurs.NombreCellules.Avec(ligne.Count(EnteteRpps.Separateur) + 1, entete.Cellules) : Identite(cellules) ?? FauteDeCode(cellules);
        return faute is null ? new(Personne(numero, ligne, cellules), null) : new(null, faute.ALaLigne(numero));
    }

    internal FicheEntiteGeographique? Structure(string ligne, string? cle) =>
        IdNatStruct.LireConnu(cle) is { } id ? StructureRpps.Fiche(new(ligne, entete, new Range[_places.Length]), id, estTypeVoie) : null;

    private static Erreur? Identite(CellulesRpps c)
    {
        var type = c[ColonneRpps.TypeIdentifiant];
        var nationale = c[ColonneRpps.IdentificationNationale];
        var rpps = Rpps(c);
        return type is TypeAdeli ? AnnuaireErreurs.Adeli.Avec(rpps)
            : type is not TypeRpps ? AnnuaireErreurs.TypeIdentifiant.Avec(type.ToString())
            : rpps.Length != 11 || !rpps.All(char.IsAsciiDigit) ? AnnuaireErreurs.RppsForme.Avec(rpps)
            : !IdentifiantsNationaux.EstRpps(rpps) ? AnnuaireErreurs.RppsCle.Avec(rpps)
            : !nationale.IsEmpty && (nationale.Length != 12 || !nationale.StartsWith(TypeRpps) || !nationale.EndsWith(rpps)) ? AnnuaireErreurs.IdentifiantsContradictoires.Avec(rpps, nationale.ToString())
            : c[ColonneRpps.Profession].IsEmpty ? AnnuaireErreurs.ProfessionAbsente.Avec()
            : TexteNational.Nettoyer(c[ColonneRpps.Nom]) is null ? AnnuaireErreurs.NomAbsent.Avec()
            : null;
    }

    private static string Rpps(CellulesRpps c) =>
        (c[ColonneRpps.Identifiant] is { IsEmpty: false } rpps ? rpps : c[ColonneRpps.IdentificationNationale] is [_, .. var numero] ? numero : []).ToString();

    // A cell that cannot be a code where one is due: the line is not what it seems.
    private static Erreur? FauteDeCode(CellulesRpps c)
    {
        foreach (var colonne in Codes)
        {
            if (c[colonne].Length > CodeMax || c[colonne].ContainsAnyExcept(StructureRpps.CaracteresDeCode))
            {
                return AnnuaireErreurs.CodeIllisible.Avec(NomsColonnesRpps.Nom(colonne), c[colonne].ToString());
            }
        }

        return null;
    }

    private LigneRpps Personne(int numero, string ligne, CellulesRpps c)
    {
        List<Erreur>? remarques = null;
        var structure = StructureRpps.Cle(c, ref remarques);
        var mode = Code(c[ColonneRpps.ModeExercice]);
        var profession = _professions[c[ColonneRpps.Profession]];
        return new()
        {
            Numero = numero,
            Rpps = Rpps(c),
            Civilite = Code(c[ColonneRpps.Civilite]),
            CiviliteExercice = Code(c[ColonneRpps.CiviliteExercice]),
            Nom = TexteNational.Nettoyer(c[ColonneRpps.Nom])!,
            Prenom = TexteNational.Nettoyer(c[ColonneRpps.Prenom]),
            Profession = profession,
            Categorie = Code(c[ColonneRpps.Categorie]),
            SavoirFaire = SavoirFaireDe(c),
            Mode = mode,
            Situation = structure is null ? null : Situation(c, structure, profession, mode),
            FinessJuridique = StructureRpps.FinessJuridique(c),
            Siren = StructureRpps.Siren(c),
            Remarques = remarques is null ? Liste<Erreur>.Vide : remarques.Select(r => r.ALaLigne(numero)).EnListe(),
            Source = (this, ligne),
        };
    }

    private SituationExercice Situation(CellulesRpps c, string structure, CodeNos profession, string? mode) => new(structure, profession, mode)
    {
        NomStructure = TexteNational.Nettoyer(c[ColonneRpps.Enseigne]) ?? TexteNational.Nettoyer(c[ColonneRpps.RaisonSociale]),
        SecteurActivite = Code(c[ColonneRpps.SecteurActivite]),
        GenreActivite = Code(c[ColonneRpps.GenreActivite]),
        Telephones = Telephones(c[ColonneRpps.Telephone], c[ColonneRpps.Telephone2]),
        Courriel = c[ColonneRpps.Courriel] is { IsEmpty: false } courriel && courriel.ToString() is var texte && Coordonnees.EstCourriel(texte) ? texte : null,
    };

    private static Liste<string> Telephones(ReadOnlySpan<char> premier, ReadOnlySpan<char> second)
    {
        var un = premier.IsEmpty ? null : Telephone.Normaliser(premier.ToString());
        var deux = second.IsEmpty ? null : Telephone.Normaliser(second.ToString());
        return (un, deux == un ? null : deux) switch
        {
            (null, null) => [],
            (null, var seul) => [seul],
            (var seul, null) => [seul],
            var (a, b) => [a, b],
        };
    }

    private SavoirFaire? SavoirFaireDe(CellulesRpps c)
    {
        if (Code(c[ColonneRpps.TypeSavoirFaire]) is not { } type || Code(c[ColonneRpps.SavoirFaire]) is not { } code)
        {
            return null;
        }

        ref var connu = ref CollectionsMarshal.GetValueRefOrAddDefault(_savoirFaire, (type, code), out _);
        return connu ??= new(type, code);
    }

    private string? Code(ReadOnlySpan<char> cellule) => cellule.IsEmpty ? null : _codes[cellule];
}
