using System.Xml;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Nomenclatures;

/// <summary>IHE Sharing Value Sets with the attributes of the ANS: labels are attributes, systems are named by their OID or by their URL.</summary>
internal static class LecteurSvs
{
    private const string Racine = "RetrieveValueSetResponse";

    public static async Task<IReadOnlyList<ListeNos>> LireAsync(XmlReader xml, CancellationToken ct)
    {
        if (xml.LocalName != Racine)
        {
            throw new FichierRefuseException($"« {xml.LocalName} » n'est la racine ni d'une ressource FHIR, ni d'un fichier SVS.", LecteurXml.Place(xml));
        }

        var listes = new List<ListeNos>();
        await LecteurXml.EnfantsAsync(xml, ct, async nom =>
        {
            if (nom == "ValueSet")
            {
                Bornes.Compter();
                listes.Add(await ListeAsync(xml, ct));
            }
        });
        return listes.Count > 0 ? listes : throw new FichierRefuseException("Il n'y a pas de « ValueSet ».");
    }

    private static async Task<ListeNos> ListeAsync(XmlReader xml, CancellationToken ct)
    {
        var (place, affiche, oid, urlFichier) = (LecteurXml.Place(xml), xml.GetAttribute("displayName"), xml.GetAttribute("id"), xml.GetAttribute("urlFichier"));
        var url = NomsNos.Canonique(urlFichier);
        var nom = NomsNos.Officiel(affiche) ?? NomsNos.DeUrl(urlFichier) ?? throw new FichierRefuseException($"« {affiche} » n'est pas le nom d'une liste des NOS.", place);
        var genre = NomsNos.Genre(nom)!.Value;
        if (xml.GetAttribute("typeFichier") is { Length: > 0 } type && type != nom[..3])
        {
            throw new FichierRefuseException($"« typeFichier » dit {type}, le nom {nom[..3]}.", place);
        }

        var (dateFin, dateMaj, titre) = (DateNos.Lire(xml.GetAttribute("dateFin"), place), xml.GetAttribute("dateMaj"), xml.GetAttribute("description"));
        var version = DateNos.Version(NonVide(xml.GetAttribute("version")) ?? NonVide(dateMaj)) ?? throw new FichierRefuseException($"{nom} n'a ni « version », ni « dateMaj ».", place);
        var (codes, paires) = (new List<CodeLuNos>(), new List<PaireNos>());
        await LecteurXml.EnfantsAsync(xml, ct, liste => LecteurXml.EnfantsAsync(xml, ct, async element =>
        {
            if (liste == "ConceptList" && element is "Concept" or "concept")
            {
                Bornes.Compter();
                codes.Add(Code(xml));
            }
            else if (liste == "MappedConceptList" && element == "MappedConcept")
            {
                Bornes.Compter();
                paires.Add(await PaireAsync(xml, ct));
            }
        }));
        return new(genre, nom, url, oid, version, NonVide(titre) ?? nom, dateFin, false, codes, [], paires) { UrlDeduite = true };
    }

    private static CodeLuNos Code(XmlReader xml)
    {
        var place = LecteurXml.Place(xml);
        return new(
            Requis(xml, "code"), Requis(xml, "displayName"), Systeme(xml), DateNos.Lire(xml.GetAttribute("dateValid"), place), DateNos.Lire(xml.GetAttribute("dateFin"), place), EntreeNomenclature.SansPropriete);
    }

    private static async Task<PaireNos> PaireAsync(XmlReader xml, CancellationToken ct)
    {
        var (place, deux) = (LecteurXml.Place(xml), new List<(string Code, string Systeme)>());
        await LecteurXml.EnfantsAsync(xml, ct, _ =>
        {
            deux.Add((Requis(xml, "code"), Systeme(xml)));
            return Task.CompletedTask;
        });
        return deux is [var source, var cible] ? new(source.Code, source.Systeme, cible.Code, cible.Systeme)
            : throw new FichierRefuseException($"Un « MappedConcept » a {deux.Count} « Concept » au lieu de deux.", place);
    }

    private static string Systeme(XmlReader xml) => Requis(xml, "codeSystem") is var systeme && char.IsAsciiDigit(systeme[0]) ? $"urn:oid:{systeme}" : systeme;

    private static string Requis(XmlReader xml, string attribut) =>
        NonVide(xml.GetAttribute(attribut)) ?? throw new FichierRefuseException($"Il manque l'attribut « {attribut} ».", LecteurXml.Place(xml));

    private static string? NonVide(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}
