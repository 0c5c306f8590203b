package cn.qianfa.monitoring.casework;

class InMemoryCasesTest extends CasesContract {
    @Override
    protected Cases cases() {
        return new InMemoryCases();
    }
}
