namespace Ror.Infrastructure.Tests;

/// <summary>
/// Degrees to metres, by other formulas than the inverse ones: Lambert with the published constants, UTM with the classical series in powers of the
/// longitude (Snyder), good to a millimetre within a zone.
/// </summary>
internal static class ProjectionsDirectes
{
    private const double A = 6_378_137;
    private const double E = 0.08181919104281579;
    private const double E2 = E * E;
    private const double Ep2 = E2 / (1 - E2);

    public static (double X, double Y) Lambert93(double latitude, double longitude)
    {
        const double n = 0.7256077650532695;
        var phi = latitude * Math.PI / 180;
        var isometrique = Math.Log(Math.Tan((Math.PI / 4) + (phi / 2)) * Math.Pow((1 - (E * Math.Sin(phi))) / (1 + (E * Math.Sin(phi))), E / 2));
        var (r, theta) = (11_754_255.426096 * Math.Exp(-n * isometrique), n * (longitude - 3) * Math.PI / 180);
        return (700_000 + (r * Math.Sin(theta)), 12_655_612.049876 - (r * Math.Cos(theta)));
    }

    public static (double X, double Y) Utm(int fuseau, bool sud, double latitude, double longitude)
    {
        var phi = latitude * Math.PI / 180;
        var (sin, cos, tan) = (Math.Sin(phi), Math.Cos(phi), Math.Tan(phi));
        var (nu, t, c) = (A / Math.Sqrt(1 - (E2 * sin * sin)), tan * tan, Ep2 * cos * cos);
        var a = cos * (longitude - ((6 * fuseau) - 183)) * Math.PI / 180;
        var x = nu * (a + ((1 - t + c) * Math.Pow(a, 3) / 6) + ((5 - (18 * t) + (t * t) + (72 * c) - (58 * Ep2)) * Math.Pow(a, 5) / 120));
        var y = Meridien(phi) + (nu * tan * ((a * a / 2) + ((5 - t + (9 * c) + (4 * c * c)) * Math.Pow(a, 4) / 24) + ((61 - (58 * t) + (t * t) + (600 * c) - (330 * Ep2)) * Math.Pow(a, 6) / 720)));
        return (500_000 + (0.9996 * x), (sud ? 10_000_000 : 0) + (0.9996 * y));
    }

    private static double Meridien(double phi)
    {
        var (e4, e6) = (E2 * E2, E2 * E2 * E2);
        return A * (((1 - (E2 / 4) - (3 * e4 / 64) - (5 * e6 / 256)) * phi)
            - (((3 * E2 / 8) + (3 * e4 / 32) + (45 * e6 / 1024)) * Math.Sin(2 * phi))
            + (((15 * e4 / 256) + (45 * e6 / 1024)) * Math.Sin(4 * phi))
            - (35 * e6 / 3072 * Math.Sin(6 * phi)));
    }
}
