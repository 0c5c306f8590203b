package cn.qianfa.monitoring.roster;

class InMemoryRostersTest extends RostersContract {
    @Override
    protected Rosters rosters() {
        return new InMemoryRosters();
    }
}
