using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Ror.Application.Commun;

namespace Ror.Infrastructure.Persistence;

/// <summary>A column as an engine's own bulk writing needs it.</summary>
/// <param name="Valeur">Of a row, as the client of the engine takes it.</param>
internal sealed record Colonne(string Nom, RelationalTypeMapping Type, Func<object, object?> Valeur);

/// <summary>The columns of a table, from the model: one mapping, however rows are written.</summary>
internal static class Colonnes
{
    private static readonly ConcurrentDictionary<IEntityType, IReadOnlyList<Colonne>> Connues = new(ReferenceEqualityComparer.Instance as IEqualityComparer<IEntityType>);

    public static IReadOnlyList<Colonne> De(IEntityType type) => Connues.GetOrAdd(type, Lire);

    private static IReadOnlyList<Colonne> Lire(IEntityType type) => [.. type.GetProperties().Select(Lire)];

    private static Colonne Lire(IProperty propriete)
    {
        var (type, lecteur) = (propriete.GetRelationalTypeMapping(), propriete.GetGetter());
        var convertir = type.Converter?.ConvertToProvider;
        return new(propriete.GetColumnName(), type, ligne => lecteur.GetClrValue(ligne) is not { } valeur ? null : convertir is null ? valeur : convertir(valeur));
    }
}

internal static class MoteurEnMasse
{
    /// <summary>New rows of one table, however many; nothing is tracked.</summary>
    /// <exception cref="DoublonException">One of them is there already.</exception>
    public static async Task InsererAsync<T>(this IMoteur moteur, RorDbContext db, IEnumerable<T> lignes, CancellationToken ct)
        where T : class
    {
        if (lignes.ToList<object>() is not { Count: > 0 } toutes)
        {
            return;
        }

        try
        {
            await moteur.InsererAsync(db, db.Model.FindEntityType(typeof(T))!, toutes, ct);
        }
        catch (Exception e) when (moteur.EstViolationUnicite(e as DbUpdateException ?? new DbUpdateException(e.Message, e)))
        {
            throw new DoublonException(e);
        }
    }
}
