package cn.qianfa.contracts.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** What stands beside the services has an admission rule. */
class ContractsLayoutTest {
    private static final String ROOT = "cn.qianfa.contracts";

    @Test
    void keepsTheRulesOfTheHouse() {
        new Layout(ROOT).checkModule();
    }

    @Test
    void staysSmall() {
        var known = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT + ".identity", ROOT + ".delivery");

        var open = known.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC));

        assertThat(open.count()).isLessThanOrEqualTo(40);
    }

    @Test
    void writesEventsInTypesOfTheJdkAlone() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(ROOT + ".event")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".event", "java..", "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT + ".event"));
    }
}
