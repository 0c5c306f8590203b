package cn.qianfa.gateway.credential;

class InMemoryAttemptsTest extends AttemptsContract {
    @Override
    protected Attempts attempts() {
        return new InMemoryAttempts(LOCK);
    }
}
