package cn.qianfa.rules.engine;

import static cn.qianfa.rules.engine.Rules.brief;
import static cn.qianfa.rules.engine.Rules.findings;
import static cn.qianfa.rules.engine.Rules.post;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.rules.ruleset.Severity;
import cn.qianfa.rules.text.Step;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("article-10")
class ProhibitionsTest {
    @Nested
    class EachShippedRule {
        @ParameterizedTest
        @CsvSource({
            "快来网络赌场玩百家乐, gambling[赌场] gambling[百家乐]",
            "提供裸聊服务, obscenity[裸聊]",
            "教你自制炸药, violence[自制炸药]",
            "刷单返利日赚千元, fraud[刷单返利]",
            "这种人渣, insult[人渣]",
            "扫码下单，全场包邮, promotion[扫码下单] promotion[全场包邮]",
            "本地美食独一无二, superlative[独一无二]",
        })
        void findsItsWords(String text, String found) {
            assertThat(brief(post(text))).containsExactly(found.split(" "));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "公安机关严厉打击跨境网络赌博违法犯罪",
                    "反赌博宣传进社区",
                    "警惕“刷单返利”骗局",
                    "稳赚不赔都是陷阱，切勿轻信",
                    "依法查处招嫖窝点",
                    "依法打赢官司，博得掌声",
                    "市民打赌，博物馆见",
                    "市民打赌 博物馆见",
                    "#打赌#博物馆见",
                    "处罚当事人，渣土车整治",
                    "道路限时通行，抢购秩序良好",
                    "下单前请扫码核验",
                    "全场座无虚席，包邮政策另行通知",
                    "顶楼级别防水"
                })
        void passesItsNearMisses(String text) {
            assertThat(brief(post(text))).isEmpty();
        }

        @Test
        void namesTheArticleAndTheRemedyInBothLanguages() {
            var finding = findings(post("扫码下单")).getFirst();

            assertThat(finding.article().value()).isEqualTo("A10-9");
            assertThat(finding.remedy().zh()).contains("推销用语");
            assertThat(finding.remedy().en()).isNotBlank();
            assertThat(finding.explanation().zh()).contains("商业宣传");
        }

        @Test
        void blocksPromotionAndOnlyWarnsOfASuperlativeOutsideIt() {
            assertThat(findings(post("买一送一"))).extracting(Finding::severity).containsExactly(Severity.BLOCK);
            assertThat(findings(post("风景独一无二"))).extracting(Finding::severity).containsExactly(Severity.WARN);
        }
    }

    @Nested
    class ADisguisedWord {
        @ParameterizedTest
        @CsvSource(textBlock = """
                        width,      见ｓｈａｂｉ见,        ｓｈａｂｉ,      WIDTH
                        case,       见ShaBi见,            ShaBi,          CASE
                        traditional,網路賭博站,            賭博,            TRADITIONAL
                        symbols,    来赌*博吧,             赌*博,           SYMBOLS
                        dots,       来六.合-彩吧,          六.合-彩,        SYMBOLS
                        spaces,     来 百 家 乐 吧,        百 家 乐,        SPACES
                        punctuation,来百，家，乐，吧,      '百，家，乐',      PUNCTUATION
                        repeats,    来百家家家乐吧,        百家家家乐,       REPEATS
                        numeral,    看6合彩,               6合彩,           NUMERAL
                        styled,     看𝒔𝓱𝒶𝒷𝒾吧,              𝒔𝓱𝒶𝒷𝒾,          STYLED
                        leet,       说5h@bi吗,             5h@bi,           LEET
                        homoglyph,  说ѕһаbі吗,             ѕһаbі,           LOOKALIKE
                        """)
        void isFoundExactlyWhereItStands(String kind, String text, String span, Step step) {
            var content = post(text);

            var found = findings(content);

            assertThat(found).as(kind).hasSize(1);
            assertThat(Rules.span(content, found.getFirst())).isEqualTo(span);
            assertThat(found.getFirst().steps()).contains(step);
            assertThat(found.getFirst().severity()).isEqualTo(Severity.BLOCK);
        }

        @Test
        void isFoundBetweenEmojiAndInvisibleCharactersOutsideTheBasicPlane() {
            var texts = Map.of(
                    "🎉🎉赌👨‍👩‍👧博🎉", "赌👨‍👩‍👧博",
                    "看赌\u200B\u2060博站", "赌\u200B\u2060博",
                    "看赌\u0336博\u0336站", "赌\u0336博\u0336",
                    "𠮷家赌\uFE0F博", "赌\uFE0F博");

            texts.forEach((text, span) -> {
                var content = post(text);
                assertThat(findings(content)).as(text).hasSize(1);
                assertThat(Rules.span(content, findings(content).getFirst())).isEqualTo(span);
            });
        }

        @Test
        void isFoundEvenWhereTheOpenWordWouldBeAllowed() {
            assertThat(brief(post("严禁赌博"))).isEmpty();
            assertThat(brief(post("严禁赌*博"))).containsExactly("gambling[赌*博]");
        }

        @Test
        void onlyWarnsWhereTwoHonestWordsMayHaveMet() {
            var found = findings(post("市民打赌😄博物馆见"));

            assertThat(found).extracting(Finding::severity).containsExactly(Severity.WARN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"hashabit", "5h@b1", "shabix", "shab"})
        void isNotSeenInsideALongerLatinWordOrInMereDigits(String text) {
            assertThat(brief(post(text))).isEmpty();
        }

        @Test
        void doesNotSwallowTheBeginningOfTheNextWord() {
            assertThat(brief(post("看赌博博物馆"))).containsExactly("gambling[赌博]");
        }

        @Test
        void doesNotReachBackIntoTheWordBefore() {
            var content = post("豪赌赌博");

            assertThat(findings(content)).extracting(Finding::start).containsExactly(2);
        }
    }

    @Nested
    class AnAllowContext {
        @ParameterizedTest
        @ValueSource(strings = {"严厉打击对手，赌博欢迎你", "打击。赌博", "打击一二三四五六七八九十一二三四赌博"})
        void doesNotReachIntoTheNextClauseOrFarAway(String text) {
            assertThat(brief(post(text))).containsExactly("gambling[赌博]");
        }

        @Test
        void reachesOverQuotationMarksAndLists() {
            assertThat(brief(post("严厉打击“赌博”、“色情”等违法犯罪"))).isEmpty();
        }
    }
}
