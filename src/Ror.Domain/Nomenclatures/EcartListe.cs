namespace Ror.Domain.Nomenclatures;

/// <summary>What happens to one code from a version of a list to the next.</summary>
public enum NatureEcart
{
    Ajoute,
    Renomme,

    /// <summary>It has a last day now.</summary>
    Obsolete,

    /// <summary>It had a last day, and has none any more.</summary>
    Reactive,

    /// <summary>It is no longer in the list.</summary>
    Disparu,
}

/// <param name="Code">As the former version writes it, where it had it; of an association, <c>source → target</c>.</param>
/// <param name="Avant">Former label; null when it is new.</param>
/// <param name="Apres">Null when it is gone.</param>
public sealed record EcartCode(NatureEcart Nature, CodeNos Code, string? Avant, string? Apres);

/// <summary>From a version of a list to the next, by the key (system, code): labels are never looked up.</summary>
public static class EcartListe
{
    /// <param name="avant">Null when the list is new.</param>
    public static IEnumerable<EcartCode> Entre(JeuDeValeurs? avant, JeuDeValeurs apres)
    {
        if (apres.Genre == GenreListe.Association)
        {
            HashSet<PaireNos> anciennes = [.. avant?.Paires ?? []], nouvelles = [.. apres.Paires];
            return nouvelles.Except(anciennes).Select(p => new EcartCode(NatureEcart.Ajoute, DePaire(p), null, p.CodeCible))
                .Concat(anciennes.Except(nouvelles).Select(p => new EcartCode(NatureEcart.Disparu, DePaire(p), p.CodeCible, null)));
        }

        return apres.Entrees.Where(e => !e.HorsListe).SelectMany(e => De(avant, e) is { } ancienne
                ? Ecarts(ancienne, Fin(avant!, ancienne), e, Fin(apres, e), avant!.CodeDe(ancienne))
                : [new EcartCode(NatureEcart.Ajoute, apres.CodeDe(e), null, e.Libelle)])
            .Concat((avant?.Entrees ?? []).Where(e => !e.HorsListe && De(apres, e) is null).Select(e => new EcartCode(NatureEcart.Disparu, avant!.CodeDe(e), e.Libelle, null)));
    }

    private static EntreeNomenclature? De(JeuDeValeurs? liste, EntreeNomenclature entree) =>
        liste?.DeCode(entree.Code).FirstOrDefault(e => !e.HorsListe && e.Systeme == entree.Systeme);

    // A code may be renamed and closed at once.
    private static IEnumerable<EcartCode> Ecarts(EntreeNomenclature avant, DateOnly? finAvant, EntreeNomenclature apres, DateOnly? finApres, CodeNos code)
    {
        if (avant.Libelle != apres.Libelle)
        {
            yield return new(NatureEcart.Renomme, code, avant.Libelle, apres.Libelle);
        }

        if ((finAvant is null) != (finApres is null))
        {
            yield return new(finApres is null ? NatureEcart.Reactive : NatureEcart.Obsolete, code, avant.Libelle, apres.Libelle);
        }
    }

    // A list that ends takes its codes along.
    private static DateOnly? Fin(JeuDeValeurs liste, EntreeNomenclature entree) => entree.Fin ?? liste.Fin ?? (liste.Retiree ? liste.Date : null);

    private static CodeNos DePaire(PaireNos paire) => new($"{paire.CodeSource.Trim()} → {paire.CodeCible.Trim()}");
}
