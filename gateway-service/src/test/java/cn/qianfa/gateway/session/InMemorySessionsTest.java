package cn.qianfa.gateway.session;

class InMemorySessionsTest extends SessionsContract {
    @Override
    protected Sessions sessions() {
        return new InMemorySessions();
    }
}
