package cn.qianfa.monitoring.classification.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.monitoring.classification.Classification;
import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Signal;
import cn.qianfa.monitoring.classification.Urgency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("article-13")
class LexiconClassifierTest {
    private final LexiconClassifier classifier = new LexiconClassifier();

    private List<String> codes(String text) {
        return classifier.classify(text).reasons().stream().map(Reason::code).toList();
    }

    private void sees(Signal signal, String text) {
        assertThat(codes(text)).as(text).contains(signal.code());
    }

    private void doesNotSee(Signal signal, String text) {
        assertThat(codes(text)).as(text).doesNotContain(signal.code());
    }

    private void hasUrgency(Urgency urgency, String text) {
        assertThat(classifier.classify(text).urgency()).as(text).contains(urgency);
    }

    @Nested
    class SomeoneWhoMayTakeTheirLife {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "我真的不想活了",
                    "活着没有什么意义了,对不起大家",
                    "再不给工资我就从楼顶跳下去",
                    "我准备好遗书了,再见",
                    "不 想 活 了",
                    "不*想*活",
                    "不\u200b想活了",
                    "我邻居要跳楼,快来人",
                    "吞了一瓶安眠药",
                    "我想死,谁也帮不了我",
                })
        void isAnEmergency(String text) {
            sees(Signal.SELF_HARM, text);
            hasUrgency(Urgency.EMERGENCY, text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "想死你了,老街的味道",
                    "全场跳楼价,快来买",
                    "游乐园新开了跳楼机,好玩吗",
                    "社区办了预防自杀的讲座",
                    "孩子跳河里游泳很危险,请加护栏",
                    "想死家里的糖水了",
                })
        void isNotSeenInOtherWordings(String text) {
            doesNotSee(Signal.SELF_HARM, text);
        }
    }

    @Nested
    class SomeoneInDanger {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "救命啊,三单元着火了",
                    "护城河有人落水,没人会游泳",
                    "幸福小区电梯坏了,我和孩子关在电梯里",
                    "老人晕倒了,打120没人接",
                    "楼道里一股煤气味",
                    "有人拿着刀在菜市场门口",
                    "孩子在公园走丢了,穿红衣服",
                })
        void isAnEmergency(String text) {
            sees(Signal.EMERGENCY, text);
            hasUrgency(Urgency.EMERGENCY, text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "学会心肺复苏这个救命技能很有必要",
                    "感谢救命之恩",
                    "这是最后一根救命稻草",
                    "反家暴宣传做得好",
                    "今年信息爆炸了,看不过来",
                })
        void isNotSeenInOtherWordings(String text) {
            doesNotSee(Signal.EMERGENCY, text);
        }
    }

    @Nested
    class AThreat {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "再不解决我就炸了你们政府大楼",
                    "再不处理,今晚就去把你们办公楼烧了",
                    "明天就来把你们办公室砸了",
                    "信不信我砍死你",
                    "你们给我等着",
                    "大不了同归于尽",
                    "我知道你家住哪儿,出门小心点",
                })
        void isUrgent(String text) {
            sees(Signal.THREAT, text);
            hasUrgency(Urgency.URGENT, text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "这样办事,等于把你们自己的招牌砸了",
                    "今天热死了",
                    "这家炸鸡真好吃",
                    "买菜要会砍价",
                    "打死你我也不信",
                    "博物馆的陪葬品展览很好看",
                    "台风把树都打断了",
                })
        void isNotSeenInOtherWordings(String text) {
            doesNotSee(Signal.THREAT, text);
        }
    }

    @Nested
    class AnInsult {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "一群废物,吃干饭的",
                    "狗官",
                    "你们都是傻逼吧",
                    "SB单位",
                    "ＳＢ",
                    "傻-逼",
                    "死全家的东西",
                    "乡巴佬滚回去",
                })
        void isUrgent(String text) {
            sees(Signal.HOSTILE, text);
            hasUrgency(Urgency.URGENT, text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "危险废物应该怎么处理",
                    "垃圾分类做得不错",
                    "USB接口坏了",
                    "考试要带2B铅笔吗",
                    "节日你们也上班,辛苦了",
                    "智障儿童学校什么时候开学",
                    "他妈妈住院了",
                    "这个政策他妈妈也说好",
                    "狗绳要系好",
                    "课间体操你们还做吗",
                })
        void isNotSeenInOtherWordings(String text) {
            doesNotSee(Signal.HOSTILE, text);
        }
    }

    @Nested
    class Criticism {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "这个政策完全没有考虑老百姓",
                    "政府这次做得不对",
                    "我不同意这个规划",
                    "领导应该下来看看",
                    "说得好听,做得不够",
                })
        void isNoFlagAtAll(String text) {
            assertThat(classifier.classify(text).urgency()).as(text).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"形式主义太严重,光说不做", "你们不作为,办事效率太低", "贪官太多,太失望了"})
        void isAnsweredWhereItComplains(String text) {
            assertThat(codes(text)).as(text).containsExactly("complaint");
            hasUrgency(Urgency.ROUTINE, text);
        }

        @Test
        void isUrgentOnlyWhereSomebodyIsInsulted() {
            hasUrgency(Urgency.ROUTINE, "路灯坏了三个月没人管");
            hasUrgency(Urgency.URGENT, "路灯坏了三个月没人管,一帮废物");
        }
    }

    @Nested
    class WhoeverAsksOrComplains {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "请问社保卡怎么办理",
                    "周末社区医院开门吗？",
                    "办居住证需要带什么",
                    "电话是多少",
                    "什么时候通车",
                })
        void isAnsweredWhereTheyAsk(String text) {
            sees(Signal.QUESTION, text);
            hasUrgency(Urgency.ROUTINE, text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "工地噪音扰民,每天施工到半夜",
                    "老板拖欠工资两个月",
                    "下水道堵了,恶臭,打电话也没人管",
                    "跑了三趟都没办成,窗口态度太差",
                    "建议增加一个公交站",
                })
        void isAnsweredWhereTheyComplain(String text) {
            sees(Signal.COMPLAINT, text);
            hasUrgency(Urgency.ROUTINE, text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"办得很快,谢谢", "为你们点赞", "已经修好了,给力", "收到", "[鼓掌][鼓掌]", "积水潭医院很近"})
        void isLeftAloneWhereThereIsNothingToAnswer(String text) {
            assertThat(classifier.classify(text)).as(text).isEqualTo(Classification.NOTHING);
        }
    }

    @Nested
    class Selling {
        @ParameterizedTest
        @ValueSource(strings = {"需要贷款加微信abc123,无抵押", "厂家直销,全国包邮", "加 V X 领资料", "办证请联系我,代办各类证件联系电话"})
        void isSeen(String text) {
            sees(Signal.ADVERTISING, text);
            hasUrgency(Urgency.ROUTINE, text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"兼职刷单,日入过千", "稳赚不赔,跟我一起赚钱", "把验证码发给我就能领取"})
        void isSeenAsFraudWhereReadersMayBeCheated(String text) {
            sees(Signal.FRAUD, text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"社区反刷单宣传很好", "我用手机微信交的水费", "超市买一送一被投诉了"})
        void isNotSeenInOtherWordings(String text) {
            doesNotSee(Signal.ADVERTISING, text);
            doesNotSee(Signal.FRAUD, text);
        }
    }

    @Nested
    class AReason {
        @Test
        void showsTheWordsItWasSeenIn() {
            var reason = classifier.classify("路灯坏了没人管,我要投诉").reasons().getFirst();

            assertThat(reason.kind()).isEqualTo(Reason.Kind.INTENT);
            assertThat(reason.seen()).containsExactly("路灯坏", "没人管", "投诉");
        }

        @Test
        void growsSurerWithEveryHit() {
            var one = classifier.classify("没人管").reasons().getFirst();
            var two = classifier.classify("没人管,踢皮球").reasons().getFirst();

            assertThat(one.score()).isEqualTo(0.7);
            assertThat(two.score()).isEqualTo(0.91);
        }

        @Test
        void isNotGivenBelowHalf() {
            assertThat(codes("抑郁症门诊")).isEmpty();
        }

        @Test
        void isTheSameForTheSameText() {
            var text = "救命啊,着火了,你们这群废物,请问有人管吗?加微信";

            assertThat(new LexiconClassifier().classify(text)).isEqualTo(classifier.classify(text));
        }
    }
}
