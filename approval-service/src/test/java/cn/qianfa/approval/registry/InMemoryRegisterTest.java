package cn.qianfa.approval.registry;

class InMemoryRegisterTest extends RegisterContract {
    private final Register.Units units = new InMemoryRegister.Units();
    private final Register.Accounts accounts = new InMemoryRegister.Accounts();
    private final Register.Appointments appointments = new InMemoryRegister.Appointments();

    @Override
    protected Register.Units units() {
        return units;
    }

    @Override
    protected Register.Accounts accounts() {
        return accounts;
    }

    @Override
    protected Register.Appointments appointments() {
        return appointments;
    }
}
