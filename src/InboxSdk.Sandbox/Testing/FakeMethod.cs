using System.Runtime.CompilerServices;

namespace InboxSdk.Testing;

/// <summary>Calls the functions of fakes.</summary>
internal static class FakeMethod
{
    public static TResult Invoke<TFunction, TResult>(
        TFunction? function, Func<TFunction, TResult> invoke, [CallerArgumentExpression(nameof(function))] string name = "", [CallerMemberName] string method = "", [CallerFilePath] string file = "")
        where TFunction : Delegate =>
        // Each fake has a file of its name.
        invoke(function ?? throw new NotSupportedException(
            $"The code under test calls {method}, but {name} of the {Path.GetFileNameWithoutExtension(file)} is not set. Set it to a function that returns the result."));

    /// <summary>Calls a function. Its exception is that of the task, as for the client.</summary>
    public static Task<TResult> InvokeAsync<TFunction, TResult>(
        TFunction? function,
        Func<TFunction, TResult> invoke,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(function))] string name = "",
        [CallerMemberName] string method = "",
        [CallerFilePath] string file = "")
        where TFunction : Delegate
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<TResult>(cancellationToken);
        try
        {
            return Task.FromResult(Invoke(function, invoke, name, method, file));
        }
        catch (Exception exception)
        {
            return Task.FromException<TResult>(exception);
        }
    }

    public static Task InvokeAsync<TFunction>(
        TFunction? function,
        Action<TFunction> invoke,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(function))] string name = "",
        [CallerMemberName] string method = "",
        [CallerFilePath] string file = "")
        where TFunction : Delegate =>
        InvokeAsync(
            function,
            function =>
            {
                invoke(function);
                return true;
            },
            cancellationToken,
            name,
            method,
            file);
}
