using System.Reflection;
using Ror.TestKit.Moteurs;
using Xunit.v3;

[assembly: Ror.Api.Tests.MoteurRequis]

namespace Ror.Api.Tests;

/// <summary>An engine that is not there shows as skipped, with its reason.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class MoteurRequisAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (MoteurDeTest.Courant.Absence is { } raison)
        {
            Assert.Skip(raison);
        }
    }
}
