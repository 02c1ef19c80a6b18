using InboxSdk.Pipeline;

namespace InboxSdk.V2;

internal static class KnownAccountsExtensions
{
    public static ContactThread Learn(this KnownAccounts accounts, ContactThread thread)
    {
        accounts.Learn(thread.Id, thread.AccountLinkId);
        return thread;
    }

    public static InboxMessage Learn(this KnownAccounts accounts, InboxMessage message)
    {
        accounts.Learn(message.Id, message.AccountLinkId);
        return message;
    }
}
