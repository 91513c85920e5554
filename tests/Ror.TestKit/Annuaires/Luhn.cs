namespace Ror.TestKit.Annuaires;

/// <summary>Numbers whose key is right.</summary>
public static class Luhn
{
    public static string Avec(string sansCle)
    {
        var somme = 0;
        for (var i = 0; i < sansCle.Length; i++)
        {
            var poids = (sansCle[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            somme += poids > 9 ? poids - 9 : poids;
        }

        return sansCle + (char)('0' + ((10 - (somme % 10)) % 10));
    }
}
