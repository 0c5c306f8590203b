package cn.qianfa.rules;

import cn.qianfa.contracts.architecture.Layout;
import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void keepsTheRulesOfTheHouse() {
        new Layout("cn.qianfa.rules").checkService();
    }
}
