using System.Text.Json;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>A <c>pmej</c>: the legal entity, then its établissements. One that cannot be read is told, the others are given.</summary>
internal sealed class ObjetsJson(FichesFiness fiches)
{
    // R377: seat of the legal entity, place of the établissement.
    private const string Siege = "02";
    private const string Geographique = "03";

    private static readonly string[] Extensions = ["BIS", "TER", "QUATER", "QUINQUIES"];

    public IEnumerable<ObjetFiness> Lire(int rang, ReadOnlyMemory<byte> octets)
    {
        using var document = JsonDocument.Parse(octets);
        var pmej = new NoeudJson(document.RootElement, "");
        if (Essayer(rang, () => fiches.Lire(rang, Entite(pmej))) is { } entite)
        {
            yield return entite;
        }

        var (eges, refus) = Eges(rang, pmej);
        if (refus is not null)
        {
            yield return refus;
        }

        var finess = Finess(pmej);
        foreach (var etablissement in eges.Select(ege => Essayer(rang, () => fiches.Lire(rang, Etablissement(ege, finess)))).OfType<ObjetFiness>())
        {
            yield return etablissement;
        }
    }

    private static (IReadOnlyList<NoeudJson> Eges, ObjetFiness? Refus) Eges(int rang, NoeudJson pmej)
    {
        IReadOnlyList<NoeudJson> eges = [];
        var refus = Essayer(rang, () =>
        {
            eges = [.. pmej.Tableau("ege")];
            return null;
        });
        return (eges, refus);
    }

    // One that cannot be read was told with its entity.
    private static string? Finess(NoeudJson pmej)
    {
        string? finess = null;
        _ = Essayer(0, () =>
        {
            finess = pmej.Objet("informationsGeneralesPMEJ")?.Texte("numFinessPm");
            return null;
        });
        return finess;
    }

    private static ObjetFiness? Essayer(int rang, Func<ObjetFiness?> lire)
    {
        try
        {
            return lire();
        }
        catch (TypeInattenduException e)
        {
            return ObjetFiness.Refuse(rang, e.Faute);
        }
    }

    private static EntiteBrute Entite(NoeudJson pmej)
    {
        var informations = pmej.Objet("informationsGeneralesPMEJ");
        var (estFermee, fermeLe) = Fermeture(pmej, informations);
        return new()
        {
            Finess = informations?.Texte("numFinessPm"),
            NomLong = informations?.Texte("denominationLonguePmSmsse"),
            Nom = informations?.Texte("denominationPm"),
            Statut = informations?.Texte("statutJuridique"),
            Siren = informations?.Texte("siren"),
            Adresse = Adresse(pmej, Siege) ?? Adresse(pmej, Geographique),
            EstFermee = estFermee,
            FermeLe = fermeLe,
        };
    }

    private static EtablissementBrut Etablissement(NoeudJson ege, string? entite)
    {
        var informations = ege.Objet("informationsGeneralesEGE");
        var (estFerme, fermeLe) = Fermeture(ege, informations);
        return new()
        {
            Finess = informations?.Texte("numFinessEge"),
            FinessEntite = entite,
            NomLong = informations?.Texte("nomEgeLong"),
            Nom = informations?.Texte("nomEgeCourt"),
            Categorie = ege.Texte("categorieentiteGeographiqueExercice"),
            Siret = informations?.Texte("siret"),
            Espic = informations?.PremierTexte("espic"),
            Adresse = Adresse(ege, Geographique),
            EstFerme = estFerme,
            FermeLe = fermeLe,
        };
    }

    // An object may be closed (I) without its day: the last time it was touched is then the nearest that is known.
    private static (bool EstFerme, DateOnly? Jour) Fermeture(NoeudJson objet, NoeudJson? informations)
    {
        var jour = Jours.Lire(informations?.Texte("dateFermeture"));
        var estInactif = objet.Texte("etatObjet") == "I";
        return (estInactif || jour is not null, jour ?? (estInactif ? Jours.Lire(objet.Texte("dateDerniereMaj")) : null));
    }

    private static AdresseFiness? Adresse(NoeudJson objet, string usage)
    {
        var adresse = objet.Tableau("adresse").Where(a => a.Texte("usageAdresse") == usage).Select(a => (NoeudJson?)a).FirstOrDefault();
        if (adresse is not { } lue)
        {
            return null;
        }

        var (commune, deVoie) = (lue.Texte("cogCommune"), lue.Texte("complementVoie"));
        var estExtension = deVoie is { Length: 1 } || Extensions.Contains(deVoie, StringComparer.OrdinalIgnoreCase);
        var postale = new AdresseBrute
        {
            Numero = lue.Texte("numeroVoie"),
            Repetition = estExtension ? deVoie : null,
            TypeVoie = lue.Texte("typeVoie"),
            Voie = lue.Texte("libelleVoie"),
            Complement = lue.Texte("complementPointGeographique") ?? (estExtension ? null : deVoie),
            CodePostal = lue.Texte("codePostal"),
            Acheminement = lue.Texte("ligneAcheminement"),
            Commune = commune is null ? null : CodesFiness.Actuelle(commune),
        };
        return new(postale, lue.Texte("lieuDit"), commune is not null && lue.Objet("coordonneesGeographique") is { } point ? Position(point, commune) : default);
    }

    private static Localisation Position(NoeudJson point, string commune) => Coordonnees.DuJson(
        (point.Texte("coordonneeX"), point.Texte("coordonneeY")),
        (point.Texte("directionLatitude"), point.Texte("directionLongitude")),
        point.Texte("cleInInteropBAN"),
        commune);
}
