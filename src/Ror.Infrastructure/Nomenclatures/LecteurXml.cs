using System.Globalization;
using System.Xml;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Nomenclatures;

/// <summary>FHIR XML and SVS, told apart by their root; no document type, no entity of its own, nothing fetched.</summary>
internal static class LecteurXml
{
    private const string Fhir = "http://hl7.org/fhir";
    private const int ProfondeurMax = 40;

    public static async Task<IReadOnlyList<ListeNos>> LireAsync(Stream flux, CancellationToken ct)
    {
        var reglages = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true };
        using var xml = XmlReader.Create(flux, reglages);
        try
        {
            await xml.MoveToContentAsync();
            return xml.NamespaceURI == Fhir ? [ListesFhir.Lire(await RessourceAsync(xml, ct))] : await LecteurSvs.LireAsync(xml, ct);
        }
        catch (XmlException e)
        {
            throw new FichierRefuseException($"Ce XML est illisible : {e.Message}", e.LineNumber > 0 ? $"ligne {e.LineNumber}, colonne {e.LinePosition}" : "ligne 1, colonne 1");
        }
    }

    public static string Place(XmlReader xml) => xml is IXmlLineInfo ligne && ligne.HasLineInfo() ? string.Create(CultureInfo.InvariantCulture, $"ligne {ligne.LineNumber}, colonne {ligne.LinePosition}") : "";

    private static async Task<RessourceFhir> RessourceAsync(XmlReader xml, CancellationToken ct)
    {
        var ressource = new RessourceFhir { ResourceType = xml.LocalName };
        await EnfantsAsync(xml, ct, async nom => ressource = nom switch
        {
            "id" => ressource with { Id = Valeur(xml) },
            "url" => ressource with { Url = Valeur(xml) },
            "version" => ressource with { Version = Valeur(xml) },
            "name" => ressource with { Name = Valeur(xml) },
            "title" => ressource with { Title = Valeur(xml) },
            "description" => ressource with { Description = Valeur(xml) },
            "status" => ressource with { Status = Valeur(xml) },
            "identifier" => Avec(ressource, ressource.Identifier, new IdentifiantFhir(await ValeurDeAsync(xml, "value", ct))),
            "extension" => Avec(ressource, ressource.Extension, await ExtensionAsync(xml, ct)),
            "concept" => Avec(ressource, ressource.Concept, await ConceptAsync(xml, ct)),
            "compose" => ressource with { Compose = await ComposeAsync(xml, ct) },
            "group" => Avec(ressource, ressource.Group, await GroupeAsync(xml, ct)),
            _ => ressource,
        });
        return ressource;
    }

    private static async Task<ExtensionFhir> ExtensionAsync(XmlReader xml, CancellationToken ct)
    {
        var extension = new ExtensionFhir(xml.GetAttribute("url"), null);
        await EnfantsAsync(xml, ct, async nom => extension = nom == "valuePeriod" ? extension with { ValuePeriod = new(null, await ValeurDeAsync(xml, "end", ct)) } : extension);
        return extension;
    }

    private static async Task<ConceptFhir> ConceptAsync(XmlReader xml, CancellationToken ct)
    {
        var concept = new ConceptFhir();
        await EnfantsAsync(xml, ct, async nom => concept = nom switch
        {
            "code" => concept with { Code = Valeur(xml) },
            "display" => concept with { Display = Valeur(xml) },
            "property" => concept with { Property = Avec(concept.Property, await ProprieteAsync(xml, ct)) },
            "concept" => concept with { Concept = Avec(concept.Concept, await ConceptAsync(xml, ct)) },
            _ => concept,
        });
        return concept;
    }

    private static async Task<ProprieteFhir> ProprieteAsync(XmlReader xml, CancellationToken ct)
    {
        var (code, valeur) = ((string?)null, (string?)null);
        await EnfantsAsync(xml, ct, nom =>
        {
            (code, valeur) = nom == "code" ? (Valeur(xml), valeur) : nom.StartsWith("value", StringComparison.Ordinal) ? (code, Valeur(xml)) : (code, valeur);
            return Task.CompletedTask;
        });
        return new(code, null, null, valeur, null, null);
    }

    private static async Task<ComposeFhir> ComposeAsync(XmlReader xml, CancellationToken ct)
    {
        var compose = new ComposeFhir();
        await EnfantsAsync(xml, ct, async nom => compose = nom switch
        {
            "include" => Avec(compose, compose.Include, await IncludeAsync(xml, ct)),
            "exclude" => Avec(compose, compose.Exclude, await IncludeAsync(xml, ct)),
            _ => compose,
        });
        return compose;
    }

    private static async Task<IncludeFhir> IncludeAsync(XmlReader xml, CancellationToken ct)
    {
        var include = new IncludeFhir();
        await EnfantsAsync(xml, ct, async nom => include = nom switch
        {
            "system" => include with { System = Valeur(xml) },
            "concept" => Avec(include, include.Concept, await ConceptAsync(xml, ct)),
            "valueSet" => Avec(include, include.ValueSet, Valeur(xml) ?? ""),
            "filter" => Avec(include, include.Filter, await FiltreAsync(xml, ct)),
            _ => include,
        });
        return include;
    }

    private static async Task<FiltreFhir> FiltreAsync(XmlReader xml, CancellationToken ct)
    {
        var filtre = new FiltreFhir(null, null, null);
        await EnfantsAsync(xml, ct, nom =>
        {
            filtre = nom switch
            {
                "property" => filtre with { Property = Valeur(xml) },
                "op" => filtre with { Op = Valeur(xml) },
                "value" => filtre with { Value = Valeur(xml) },
                _ => filtre,
            };
            return Task.CompletedTask;
        });
        return filtre;
    }

    private static async Task<GroupeFhir> GroupeAsync(XmlReader xml, CancellationToken ct)
    {
        var groupe = new GroupeFhir();
        await EnfantsAsync(xml, ct, async nom => groupe = nom switch
        {
            "source" => groupe with { Source = Valeur(xml) },
            "target" => groupe with { Target = Valeur(xml) },
            "element" => Avec(groupe, groupe.Element, await ElementAsync(xml, ct)),
            _ => groupe,
        });
        return groupe;
    }

    private static async Task<ElementFhir> ElementAsync(XmlReader xml, CancellationToken ct)
    {
        var element = new ElementFhir();
        await EnfantsAsync(xml, ct, async nom => element = nom switch
        {
            "code" => element with { Code = Valeur(xml) },
            "target" => Avec(element, element.Target, new CibleFhir(await ValeurDeAsync(xml, "code", ct))),
            _ => element,
        });
        return element;
    }

    private static string? Valeur(XmlReader xml) => xml.GetAttribute("value");

    private static T Avec<T, TLigne>(T objet, ICollection<TLigne> lignes, TLigne ligne)
    {
        lignes.Add(ligne);
        return objet;
    }

    private static Bornee<TLigne> Avec<TLigne>(Bornee<TLigne>? lignes, TLigne ligne) => Avec(lignes ??= [], lignes, ligne);

    private static async Task<string?> ValeurDeAsync(XmlReader xml, string enfant, CancellationToken ct)
    {
        string? valeur = null;
        await EnfantsAsync(xml, ct, nom =>
        {
            valeur = nom == enfant ? Valeur(xml) : valeur;
            return Task.CompletedTask;
        });
        return valeur;
    }

#pragma warning disable CA1068 // What is done with each child reads best last.
    /// <summary>Each child of the element, whose own children are read by what is called, or passed over.</summary>
    public static async Task EnfantsAsync(XmlReader xml, CancellationToken ct, Func<string, Task> enfant)
    {
        var profondeur = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return;
        }

        while (await xml.ReadAsync() && xml.Depth > profondeur)
        {
            ct.ThrowIfCancellationRequested();
            if (xml.Depth > ProfondeurMax)
            {
                // What is passed over counts too: the reader keeps the name of every element that is open.
                throw new FichierRefuseException($"Plus de {ProfondeurMax} niveaux.", Place(xml));
            }

            if (xml.NodeType == XmlNodeType.Element && xml.Depth == profondeur + 1)
            {
                await enfant(xml.LocalName);
            }
        }
    }
}
