package cn.qianfa.faults.checker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class CheckerStandsAloneTest {
    @Test
    void usesNothingButTheJdkAndJackson() {
        var checker = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("cn.qianfa.faults.checker");

        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("cn.qianfa.faults.checker", "java..", "tools.jackson..", "org.jspecify.annotations")
                .check(checker);
    }
}
