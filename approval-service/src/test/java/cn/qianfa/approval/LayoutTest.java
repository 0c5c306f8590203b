package cn.qianfa.approval;

import cn.qianfa.contracts.architecture.Layout;
import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void keepsTheRulesOfTheHouse() {
        new Layout("cn.qianfa.approval").checkService();
    }
}
