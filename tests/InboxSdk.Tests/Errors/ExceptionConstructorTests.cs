using System.Net;
using System.Reflection;

namespace InboxSdk.Tests.Errors;

/// <summary>The tests of an application throw what a call may throw: each exception can be created with a message alone, and with all parameters.</summary>
public class ExceptionConstructorTests
{
    private static readonly IReadOnlyDictionary<string, Type> Types = typeof(InboxException).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(InboxException)) && !type.IsAbstract).ToDictionary(type => type.Name);

    private static readonly Exception Cause = new InvalidOperationException("The cause.");

    public static TheoryData<string> Names() => new(Types.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Constructor_MessageAlone_LeavesTheRestEmpty(string name)
    {
        var exception = Create(name, parameter => parameter.Name == "message" || !parameter.HasDefaultValue);

        exception.Should().BeOfType(Types[name]);
        (exception.Message, exception.InnerException, exception.AttemptCount).Should().Be(("Made by a test.", null, 0));
        if (exception is InboxApiException error)
        {
            ((int)error.StatusCode).Should().BeInRange(400, 599, "it says that the API returned an error");
            (error.Code, error.RequestId, error.Body, error.Details).Should().Be((null, null, "", null));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Constructor_AllThereIs_IsKept(string name)
    {
        var exception = Create(name, _ => true);

        (exception.Message, exception.InnerException).Should().Be(("Made by a test.", Cause));
        if (exception is InboxApiException error)
            (error.StatusCode, error.Code).Should().Be((HttpStatusCode.HttpVersionNotSupported, "someCode"));
    }

    private static InboxException Create(string name, Func<ParameterInfo, bool> isGiven)
    {
        var constructor = Types[name].GetConstructors().Should().ContainSingle().Subject;
        return (InboxException)constructor.Invoke([.. constructor.GetParameters().Select(parameter => isGiven(parameter) ? Value(parameter) : parameter.DefaultValue)]);
    }

    private static object Value(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(HttpStatusCode) ? HttpStatusCode.HttpVersionNotSupported
        : parameter.ParameterType == typeof(Exception) ? Cause
        : parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, 1)
        : parameter.Name == "code" ? "someCode"
        : "Made by a test.";
}
