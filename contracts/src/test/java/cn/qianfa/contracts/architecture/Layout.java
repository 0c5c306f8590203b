package cn.qianfa.contracts.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The layout rules of the house, for one service or module at {@code root}, such as {@code cn.qianfa.approval}. */
public record Layout(String root) {
    private static final String[] TECHNOLOGY = {
        "org.springframework..",
        "com.mongodb..",
        "org.bson..",
        "org.apache.kafka..",
        "tools.jackson..",
        "jakarta.mail..",
    };
    private static final List<String> SERVICES =
            List.of("cn.qianfa.gateway", "cn.qianfa.approval", "cn.qianfa.rules", "cn.qianfa.monitoring");

    /** What every module keeps, its tests included. */
    public List<ArchRule> everywhere() {
        return List.of(
                everyPackageIsNullMarked(),
                noClasses()
                        .should()
                        .haveNameMatching(".*\\.(\\w+)(Manager|Helper|Util|Utils|Impl|Data|Info)")
                        .because("a name says what a class is for"),
                noClasses().should().dependOnClassesThat().resideInAnyPackage("org.mockito..", "lombok.."),
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(root + "..")
                        .and()
                        .haveRawReturnType(void.class)
                        .and(areTheirOwn())
                        .should()
                        .haveNameMatching("set[A-Z]\\w*")
                        .because("values do not change; settings are bound to records"));
    }

    /** A setter the platform's own class asks for is not ours to rename. */
    private static DescribedPredicate<JavaMethod> areTheirOwn() {
        return DescribedPredicate.describe(
                "override nothing",
                method -> Stream.concat(
                                method.getOwner().getAllRawSuperclasses().stream(),
                                method.getOwner().getAllRawInterfaces().stream())
                        .noneMatch(above -> above.tryGetMethod(
                                        method.getName(),
                                        method.getRawParameterTypes().stream()
                                                .map(JavaClass::getName)
                                                .toArray(String[]::new))
                                .isPresent()));
    }

    /** What a service keeps besides. */
    public List<ArchRule> service() {
        return List.of(
                capabilitiesArePlainJava(),
                leavesStandAlone(),
                leavesHide(),
                capabilitiesHaveNoCycles(),
                knowsNoOtherService());
    }

    /** What the public is promised, in every service: people decide, nobody is silenced, nobody is profiled. */
    public List<ArchRule> rightsOfThePublic() {
        return List.of(
                noMethods()
                        .should()
                        .haveNameMatching(
                                "(?i)(delete|remove|hide|close|disable|block|mute)(all)?(the)?comments?(ing)?")
                        .because("comments can never be closed, and a machine only flags (article 12)"),
                noFields()
                        .should()
                        .haveNameMatching(
                                "(?i)(commenter|citizen|netizen|authorName|authorProfile|strikes?|watchList|blackList)")
                        .because("no schema keeps anything of a comment's author")
                        .allowEmptyShould(true),
                noClasses()
                        .should()
                        .haveNameMatching("(?i).*\\.(\\w*(AuthorProfile|WatchList|BlackList|Strike)\\w*)")
                        .because("no profile, label or list of persons exists"));
    }

    private ArchRule capabilitiesArePlainJava() {
        return noClasses()
                .that(areCapabilities())
                .should()
                .dependOnClassesThat(resideInAnyPackage(TECHNOLOGY))
                .because("the domain is plain Java; technology is a leaf")
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> areCapabilities() {
        return DescribedPredicate.describe(
                "are capabilities",
                type -> type.getPackageName().startsWith(root + ".") && !isLeaf(type.getPackageName()));
    }

    private static boolean isLeaf(String name) {
        return name.matches(".*\\.(http|mongo|kafka|smtp)(\\..*)?");
    }

    private ArchRule leavesStandAlone() {
        return slices().matching(root + "..(http|mongo|kafka|smtp)..")
                .should()
                .notDependOnEachOther()
                .because("adapters never import each other")
                .allowEmptyShould(true);
    }

    private ArchRule leavesHide() {
        return classes()
                .that()
                .resideInAnyPackage(root + ".*.http", root + ".*.mongo", root + ".*.kafka", root + ".*.smtp")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .notBePublic()
                .because("only the capability is known outside")
                .allowEmptyShould(true);
    }

    private ArchRule capabilitiesHaveNoCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private ArchRule knowsNoOtherService() {
        var others = SERVICES.stream()
                .filter(service -> !service.equals(root))
                .map(service -> service + "..")
                .toArray(String[]::new);
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(others);
    }

    private static ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<>("live in a package that is @NullMarked and says what it is for") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        });
    }

    /** Tests poll for effects. */
    public static ArchRule testsDoNotSleep() {
        return noClasses().should().callMethod(Thread.class, "sleep", long.class);
    }

    /** Checks everything a service keeps. */
    public void checkService() {
        var main = mainClasses();
        service().forEach(rule -> rule.check(main));
        rightsOfThePublic().forEach(rule -> rule.check(main));
        checkModule();
    }

    /** Checks what every module keeps. */
    public void checkModule() {
        var main = mainClasses();
        var tests = testClasses();
        everywhere().forEach(rule -> rule.check(main));
        everywhere().forEach(rule -> rule.allowEmptyShould(true).check(tests));
        testsDoNotSleep().allowEmptyShould(true).check(tests);
    }

    private JavaClasses mainClasses() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(root);
    }

    private JavaClasses testClasses() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(root);
    }
}
