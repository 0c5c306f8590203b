package cn.qianfa.monitoring.alert;

class InMemoryAlertsTest extends AlertsContract {
    @Override
    protected Alerts alerts() {
        return new InMemoryAlerts();
    }
}
