package cn.qianfa.monitoring.alert;

class InMemoryMailboxesTest extends MailboxesContract {
    @Override
    protected Mailboxes mailboxes() {
        return new InMemoryMailboxes();
    }
}
