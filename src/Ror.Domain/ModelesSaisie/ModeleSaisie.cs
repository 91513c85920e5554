using System.Globalization;
using System.Numerics;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Professionnels;

namespace Ror.Domain.ModelesSaisie;

public enum StatutModele
{
    Projet,
    Actif,
    Retire,
}

/// <summary>What a modèle says of one field. It only tightens.</summary>
/// <param name="CodesAutorises">Subset of the value set; null leaves it whole.</param>
/// <param name="ParDefaut">Typed like the field; null when there is none.</param>
/// <param name="Fixe">The default is the only admitted value, and read-only.</param>
/// <param name="Obligatoire">Makes an optional field mandatory.</param>
/// <param name="Familles">Activité (J17) → admitted familles (J51); null leaves them free.</param>
public sealed record RegleChamp(
    string Section, string Champ, Liste<CodeNos>? CodesAutorises, object? ParDefaut, bool Fixe, bool Obligatoire, Liste<FamillesAdmises>? Familles)
{
    /// <summary>The field is not part of these offers.</summary>
    public bool Masque { get; init; }

    /// <summary>It says nothing.</summary>
    public bool EstVide => CodesAutorises is null && ParDefaut is null && !Fixe && !Obligatoire && !Masque && Familles is null;

    /// <summary>Could the field keep this single code under the rule?</summary>
    public bool Admet(CodeNos? code) => code is null || (Autorise(code) && (!Fixe || code.Equals(ParDefaut)));

    public bool Autorise(CodeNos code) => CodesAutorises is null || CodesAutorises.Any(a => a.Code == code.Code && (a.Systeme is null || a.Systeme == code.Systeme));
}

/// <summary>Familles (J51) that the modèle admits with an activité (J17).</summary>
public sealed record FamillesAdmises(string Activite, Liste<string> Familles);

/// <summary>
/// A versioned entry model: for a context it presets values and shortens lists. Born a Projet, which is edited freely; once active it never changes: offers
/// pinned to it are judged by it for ever.
/// </summary>
/// <param name="Revision">Of the record, for concurrent writes: not the version that offers are pinned to.</param>
public sealed record ModeleSaisie(
    Guid Id, string Url, string Version, string Titre, StatutModele Statut, string Parcours, ContexteModele Contexte, Liste<RegleChamp> Regles, long Revision = 0)
{
    /// <summary>What an offer keeps of its modèle: <c>url|version</c>.</summary>
    public string Reference => $"{Url}|{Version}";

    public RegleChamp? Regle(string section, string champ) => Regles.FirstOrDefault(r => r.Section == section && r.Champ == champ);

    /// <summary>May a new offer of this context take it?</summary>
    /// <param name="exercice">Of a liberal professional; null asks nothing of the person.</param>
    public bool Convient(string parcours, string categorie, string? champActivite, ExerciceProfessionnel? exercice = null) =>
        Statut == StatutModele.Actif && Parcours == parcours && Contexte.Convient(categorie, champActivite, null, null) && (exercice is null || Contexte.Convient(exercice));

    /// <summary>What a Projet becomes.</summary>
    public Resultat<ModeleSaisie> Modifier(ModeleSaisie contenu) => Statut != StatutModele.Projet ? ModeleErreurs.Fige.Avec(Reference)
        : this with { Url = contenu.Url, Titre = contenu.Titre, Parcours = contenu.Parcours, Contexte = contenu.Contexte, Regles = contenu.Regles };

    /// <returns>Every contradiction at once.</returns>
    public Resultat<ModeleSaisie> Activer(CatalogueNomenclatures nomenclatures, DateOnly jour) => Statut != StatutModele.Projet ? ModeleErreurs.PasUnProjet.Avec(Reference)
        : Contradictions.De(this, nomenclatures, jour) is { Count: > 0 } contradictions ? contradictions.ToList()
        : this with { Statut = StatutModele.Actif };

    public Resultat<ModeleSaisie> Retirer() => Statut != StatutModele.Actif ? ModeleErreurs.PasActif.Avec(Reference) : this with { Statut = StatutModele.Retire };

    /// <summary>The next version, to be edited.</summary>
    /// <param name="versions">All that exist of the same url.</param>
    public Resultat<ModeleSaisie> Suivant(Guid id, IReadOnlyCollection<ModeleSaisie> versions) =>
        Statut == StatutModele.Projet ? ModeleErreurs.EncoreProjet.Avec(Reference)
        : versions.FirstOrDefault(v => v.Statut == StatutModele.Projet) is { } projet ? ModeleErreurs.ProjetExistant.Avec(projet.Reference)
        : this with { Id = id, Version = VersionSuivante([.. versions.Select(v => v.Version)]), Statut = StatutModele.Projet, Revision = 0 };

    /// <summary>Is its version after that one? Numbers count as numbers: 10 comes after 9, 1.10 after 1.9, and 1.0 after 1.0-beta.</summary>
    public bool EstPlusRecentQue(ModeleSaisie autre) => Url == autre.Url && Comparer(Version, autre.Version) > 0;

    /// <summary>The same version, however it is written: 1, 01 and v1.</summary>
    public bool EstLaMemeVersion(ModeleSaisie autre) => Url == autre.Url && Comparer(Version, autre.Version) == 0;

    // A whole number above all, as the published ones are (1, 2, 0.2.0 …); after what is no number, one more part.
    private static string VersionSuivante(IReadOnlyCollection<string> versions)
    {
        var nombre = (versions.Select(v => Nombre(Segments(v.Split('-')[0])[0]) ?? 0).Max() + 1).ToString(CultureInfo.InvariantCulture);
        return versions.All(v => Comparer(nombre, v) > 0) ? nombre : $"{versions.Order(Comparer<string>.Create(Comparer)).Last()}.1";
    }

    private static string[] Segments(string version) => version.TrimStart('v', 'V').Split('.');

    private static BigInteger? Nombre(string texte) => BigInteger.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) ? nombre : null;

    // As semantic versions are: what is after a dash comes before the version itself.
    private static int Comparer(string une, string autre)
    {
        var (a, b) = (une.Split('-', 2), autre.Split('-', 2));
        return Parties(a[0], b[0]) is not 0 and var ordre ? ordre : a.Length != b.Length ? b.Length - a.Length : Parties(a[^1], b[^1]);
    }

    private static int Parties(string une, string autre)
    {
        var (a, b) = (Segments(une), Segments(autre));
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var ordre = Nombre(a[i]) is { } x && Nombre(b[i]) is { } y ? x.CompareTo(y) : string.CompareOrdinal(a[i], b[i]);
            if (ordre != 0)
            {
                return ordre;
            }
        }

        return a.Length - b.Length;
    }
}
