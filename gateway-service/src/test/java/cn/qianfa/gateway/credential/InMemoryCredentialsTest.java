package cn.qianfa.gateway.credential;

class InMemoryCredentialsTest extends CredentialsContract {
    @Override
    protected Credentials credentials() {
        return new InMemoryCredentials();
    }
}
