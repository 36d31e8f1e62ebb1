package io.babeldesk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.babeldesk.planted.store.PlantedHelper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house as DESIGN says it: which room may use which, where each library lives, and how classes are named. */
class ArchitectureTest {

    private static final String ROOT = "io.babeldesk";

    /** From the top floor down; a room may use those below it, and a sub-room its parent. */
    private static final List<String> FLOORS = List.of(
            "cli",
            "bench",
            "evaluation",
            "web",
            "store",
            "insight",
            "chat",
            "desk",
            "handoff",
            "answer",
            "retrieval",
            "knowledge",
            "conversation",
            "sentiment",
            "language",
            "settings");

    private static final Map<String, List<String>> LIBRARY_ADDRESSES = Map.ofEntries(
            Map.entry("io.javalin..", List.of("web")),
            Map.entry("org.eclipse.jetty..", List.of("web")),
            Map.entry("java.sql..", List.of("store")),
            Map.entry("org.jdbi..", List.of("store")),
            Map.entry("org.flywaydb..", List.of("store")),
            Map.entry("com.zaxxer..", List.of("store")),
            Map.entry("org.apache.lucene..", List.of("knowledge.index", "desk.search")),
            Map.entry("com.password4j..", List.of("desk")),
            Map.entry("com.eatthepath..", List.of("desk")),
            Map.entry("com.google.zxing..", List.of("web")),
            Map.entry("com.nimbusds.oauth2..", List.of("desk.oidc")),
            Map.entry("com.nimbusds.openid..", List.of("desk.oidc")),
            Map.entry("opennlp..", List.of("language", "sentiment")),
            Map.entry("org.commonmark..", List.of("knowledge.intake")),
            Map.entry("dev.langchain4j..", List.of("answer.llm", "knowledge.embedding")),
            Map.entry("com.fasterxml.jackson..", List.of("web", "store", "cli", "answer.llm")));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void aRoomUsesOnlyTheRoomsBelowIt() {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            downwards(floor, ROOT).check(PRODUCT);
        }
    }

    @Test
    void noRoomUsesTheAssembly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(PRODUCT);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
        slices().matching(ROOT + ".knowledge.(*)..").should().beFreeOfCycles().check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".knowledge")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".knowledge.*..")
                .check(PRODUCT);
    }

    @Test
    void eachLibraryHasOneAddress() {
        LIBRARY_ADDRESSES.forEach(
                (library, rooms) -> oneAddress(library, rooms, ROOT).check(PRODUCT));
    }

    @Test
    void namesSayWhatAClassIs() {
        plainNames().check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(PRODUCT.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(room ->
                        assertThat(isNullMarked(room)).as(room.getName()).isTrue());
    }

    @Test
    void theClockIsReadInTheAssemblyAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    /** A rule that catches nothing is no rule: the planted package breaks three of them. */
    @Test
    void plantedViolationsAreCaught() {
        JavaClasses planted = new ClassFileImporter().importPackagesOf(PlantedHelper.class);
        String root = ROOT + ".planted";
        assertThat(planted).isNotEmpty();
        assertThat(downwards(FLOORS.indexOf("store"), root).evaluate(planted).hasViolation())
                .as("store uses web")
                .isTrue();
        assertThat(oneAddress("org.commonmark..", List.of("knowledge.intake"), root)
                        .evaluate(planted)
                        .hasViolation())
                .as("Markdown outside of intake")
                .isTrue();
        assertThat(plainNames().evaluate(planted).hasViolation())
                .as("a name that says nothing")
                .isTrue();
    }

    private static ArchRule downwards(int floor, String root) {
        String room = root + "." + FLOORS.get(floor) + "..";
        String[] above = FLOORS.subList(0, floor).stream()
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above.length == 0 ? new String[] {"no.such.room"} : above)
                .allowEmptyShould(true);
    }

    private static ArchRule oneAddress(String library, List<String> rooms, String root) {
        DescribedPredicate<JavaClass> atHome = rooms.stream()
                .map(room -> resideInAPackage(ROOT + "." + room + ".."))
                .reduce(DescribedPredicate.alwaysFalse(), (some, one) -> some.or(one));
        return noClasses()
                .that(resideInAPackage(root + "..").and(DescribedPredicate.not(atHome)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }

    private static ArchRule plainNames() {
        return classes().should(new ArchCondition<>("have a name that says what they are") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean vague = Stream.of("Impl", "Util", "Utils", "Helper", "Manager")
                        .anyMatch(ending -> item.getSimpleName().endsWith(ending));
                if (vague) {
                    events.add(SimpleConditionEvent.violated(item, item.getName() + " has a name that says nothing"));
                }
            }
        });
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }
}
