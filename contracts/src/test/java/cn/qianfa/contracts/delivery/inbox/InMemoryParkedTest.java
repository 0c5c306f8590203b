package cn.qianfa.contracts.delivery.inbox;

class InMemoryParkedTest extends ParkedContract {
    private final Parked parked = new InMemoryParked();
    private final Interventions interventions = new InMemoryInterventions();

    @Override
    protected Parked parked() {
        return parked;
    }

    @Override
    protected Interventions interventions() {
        return interventions;
    }
}
