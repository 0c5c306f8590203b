package cn.qianfa.gateway.appointment;

class InMemoryAppointmentsTest extends AppointmentsContract {
    @Override
    protected Appointments appointments() {
        return new InMemoryAppointments();
    }
}
