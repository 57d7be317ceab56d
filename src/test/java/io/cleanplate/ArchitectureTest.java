package io.cleanplate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** Who may use what. Each rule says why it is there. */
@AnalyzeClasses(packages = "io.cleanplate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.cleanplate.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule lowerLayersDoNotKnowUpperOnes = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.cleanplate.error..",
                    "io.cleanplate.task..",
                    "io.cleanplate.config..",
                    "io.cleanplate.imaging..",
                    "io.cleanplate.fetch..",
                    "io.cleanplate.mask..",
                    "io.cleanplate.inpaint..",
                    "io.cleanplate.newsroom..",
                    "io.cleanplate.watermark..",
                    "io.cleanplate.cleaning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.cleanplate.batch..", "io.cleanplate.desktop..", "io.cleanplate.app..", "io.cleanplate.cli..")
            .because("arrows point down: what is below can be used and tested without what is above");

    @ArchTest
    static final ArchRule fetchingKnowsNoStories = classes()
            .that()
            .resideInAPackage("io.cleanplate.fetch..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("io.cleanplate..")
                    .or(resideInAnyPackage(
                            "io.cleanplate.fetch..",
                            "io.cleanplate.imaging..",
                            "io.cleanplate.config..",
                            "io.cleanplate.task..",
                            "io.cleanplate.error..")))
            .because("an address is all that it takes to fetch a picture");

    @ArchTest
    static final ArchRule httpClientOnlyInFetch = noClasses()
            .that()
            .resideOutsideOfPackage("io.cleanplate.fetch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..")
            .because(
                    "a server fetches no pictures and starts without it; all else speaks HTTP by the JDK's own client");

    @ArchTest
    static final ArchRule servicesDoNotKnowTheirWindows = noClasses()
            .that()
            .resideOutsideOfPackages("io.cleanplate.desktop..", "io.cleanplate.cli..", "io.cleanplate")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.cleanplate.desktop..", "io.cleanplate.cli..")
            .because("cli -> desktop -> app: the server runs without a window, and so do the tests of all services");

    @ArchTest
    static final ArchRule windowsDoNotKnowTheCommandLine = noClasses()
            .that()
            .resideInAPackage("io.cleanplate.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cleanplate.cli..")
            .because("cli -> desktop: a window is one of the things that a command opens");

    @ArchTest
    static final ArchRule oneCommandKnowsTheDesktop = noClasses()
            .that()
            .resideInAPackage("io.cleanplate.cli..")
            .and()
            .doNotHaveSimpleName("DesktopCommand")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cleanplate.desktop..")
            .because("every other command runs where JavaFX is not installed");

    @ArchTest
    static final ArchRule cleaningKnowsNothingBesideOrAboveIt = noClasses()
            .that()
            .resideInAPackage("io.cleanplate.cleaning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.cleanplate.batch..",
                    "io.cleanplate.automark..",
                    "io.cleanplate.server..",
                    "io.cleanplate.telemetry..",
                    "io.cleanplate.demo..",
                    "io.cleanplate.newsroom.mongo..",
                    "io.cleanplate.newsroom.embedded..",
                    "io.cleanplate.desktop..")
            .because("what an editor does is tested without a window, a server or a certain database");

    @ArchTest
    static final ArchRule javafxOnlyOnTheDesktop = noClasses()
            .that()
            .resideOutsideOfPackage("io.cleanplate.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("a server has no display and must not load JavaFX");

    @ArchTest
    static final ArchRule viewModelsKnowNoNodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..")
            .because("what a window does is tested without one");

    @ArchTest
    static final ArchRule djlOnlyInTorch = noClasses()
            .that()
            .resideOutsideOfPackage("io.cleanplate.inpaint.torch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("the model library is replaceable, and loaded only when a picture is cleaned");

    @ArchTest
    static final ArchRule mongoOnlyInItsAdapters = noClasses()
            .that()
            .resideOutsideOfPackages("io.cleanplate.newsroom.mongo..", "io.cleanplate.newsroom.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "de.bwaldvogel..", "net.javacrumbs..")
            .because("the newsroom is a port; how it is stored is one adapter's affair");

    @ArchTest
    static final ArchRule awtOnlyInImaging = noClasses()
            .that()
            .resideOutsideOfPackage("io.cleanplate.imaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..")
            .because("AWT's pictures convert colours by themselves; everyone else works on plain samples");

    @ArchTest
    static final ArchRule picocliOnlyInCli = noClasses()
            .that()
            .resideOutsideOfPackage("io.cleanplate.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("the command line is one way in among others");

    @ArchTest
    static final ArchRule slf4jIsTheOnlyLogger = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "ch.qos.logback..")
            .because("one logger, set up in one place");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("io.cleanplate.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what a person reads is worded and placed by the command line");

    @ArchTest
    static final ArchRule noMutableStatics =
            fields().that().areStatic().should().beFinal().because("state belongs to objects that somebody owns");

    @ArchTest
    static final ArchRule threadsAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("io.cleanplate.task..")
            .should()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .because("a thread without a name or a handler for its failures cannot be watched");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .areNotInterfaces()
            .or()
            .areInterfaces()
            .should(be(new DescribedPredicate<JavaClass>("in a package marked @NullMarked") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackage().isAnnotatedWith(NullMarked.class);
                }
            }))
            .because("NullAway checks only packages that say so");

    @ArchTest
    static final ArchRule parametersAreFew = classes()
            .should(be(new DescribedPredicate<JavaClass>("without methods of more than six parameters") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isRecord()
                            || type.getCodeUnits().stream()
                                    .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                                    .allMatch(
                                            unit -> unit.getRawParameterTypes().size() <= 6);
                }
            }))
            .because("more than six parameters are a concept without a name");
}
