package cn.qianfa.monitoring.registry;

class InMemoryRegistryTest extends RegistryContract {
    @Override
    protected Registry registry() {
        return new InMemoryRegistry();
    }
}
