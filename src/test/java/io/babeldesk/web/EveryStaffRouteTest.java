package io.babeldesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Right;
import io.babeldesk.desk.Role;
import io.babeldesk.web.RouteRights.Access;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every route for people at work, as every role and as nobody. */
class EveryStaffRouteTest extends StaffVocabulary {

    private static Stream<Operation> routes(Predicate<Operation> which) {
        return Operation.all().stream().filter(Operation::isForStaff).filter(which);
    }

    private static Access accessTo(Operation operation) {
        return RouteRights.of(operation.method(), operation.template());
    }

    private static boolean isPublic(Operation operation) {
        return accessTo(operation) instanceof Access.Public;
    }

    private static String path(Operation operation) {
        return operation.path("cnv_1", "trn_1");
    }

    /** Where a row is somebody's own, it is hers. */
    private static String path(Operation operation, String account) {
        return operation.path("cnv_1", "trn_1", account);
    }

    private static String body(Operation operation) {
        return operation.takesBody() ? "{}" : "";
    }

    @Test
    void theTableOfRightsAndTheDescriptionNameTheSameRoutes() {
        Set<String> described = routes(operation -> true)
                .map(operation -> operation.method() + " " + operation.template())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(RouteRights.all().keySet())).isEqualTo(described);
    }

    @TestFactory
    Stream<DynamicTest> asNobody() {
        String shoppersToken = visitor().token;
        return routes(operation -> !isPublic(operation))
                .map(operation -> test(operation, () -> {
                    assertProblem(
                            http.send(operation.method(), path(operation), body(operation)), 401, "not-signed-in");
                    assertProblem(
                            http.send(
                                    operation.method(),
                                    path(operation),
                                    body(operation),
                                    "Cookie",
                                    "babeldesk_session=nonsense"),
                            401,
                            "not-signed-in");
                    for (String key : List.of("nonsense", "bdk_nonsense", shoppersToken)) {
                        assertProblem(
                                http.send(
                                        operation.method(),
                                        path(operation),
                                        body(operation),
                                        "Authorization",
                                        "Bearer " + key),
                                401,
                                "api-key-invalid");
                    }
                }));
    }

    /** Whoever may is let through to the route, which then finds fault with the request; whoever may not is told so. */
    @TestFactory
    Stream<DynamicTest> asEachRole() {
        Map<Role, Program> programs = new EnumMap<>(Role.class);
        Map<Role, Worker> workers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            workers.put(role, worker(role.label(), role));
            programs.put(role, program(role));
        }
        List<DynamicTest> tests = new ArrayList<>();
        routes(operation -> accessTo(operation) instanceof Access.Needs).forEach(operation -> {
            Right right = ((Access.Needs) accessTo(operation)).right();
            for (Role role : Role.values()) {
                Worker worker = Objects.requireNonNull(workers.get(role));
                Program program = Objects.requireNonNull(programs.get(role));
                boolean may = right.isOf(Set.of(role));
                tests.add(dynamicTest(operation.method() + " " + operation.template() + " as " + role, () -> {
                    isLetThrough(
                            may,
                            http.send(
                                    operation.method(),
                                    path(operation, program.account()),
                                    body(operation),
                                    "Authorization",
                                    "Bearer " + program.key()));
                    if (!may) {
                        isLetThrough(false, worker.send(operation.method(), path(operation), body(operation)));
                    }
                }));
            }
        });
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> withAKeyWithoutScopes() {
        Agent boss = hired("boss", Role.values());
        String key = signIn.makeKey(boss, boss.id(), "nothing", Set.of(), Optional.empty())
                .key();
        return routes(operation -> accessTo(operation) instanceof Access.Needs)
                .map(operation -> test(
                        operation,
                        () -> assertProblem(
                                http.send(
                                        operation.method(),
                                        path(operation),
                                        body(operation),
                                        "Authorization",
                                        "Bearer " + key),
                                403,
                                "not-permitted")));
    }

    @TestFactory
    Stream<DynamicTest> fromAForeignPage() {
        Worker worker = worker("boss", Role.values());
        return routes(operation -> true)
                .map(operation -> test(operation, () -> {
                    for (String origin : List.of("https://evil.example", "http://localhost:1", "null")) {
                        HttpResponse<String> response = worker.sendBare(
                                operation.method(),
                                path(operation),
                                body(operation),
                                "Origin",
                                origin,
                                "X-CSRF-Token",
                                worker.csrf());
                        assertProblem(response, 403, "origin-not-allowed");
                        assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                                .isEmpty();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> changesWithoutTheToken() {
        Worker worker = worker("boss", Role.values());
        Worker other = worker("other", Role.values());
        String own = http.at("").toString();
        return routes(operation -> !isPublic(operation) && !operation.method().equals("GET"))
                .map(operation -> test(operation, () -> {
                    assertProblem(
                            worker.sendBare(
                                    operation.method(),
                                    path(operation),
                                    body(operation),
                                    "X-CSRF-Token",
                                    worker.csrf()),
                            403,
                            "origin-not-allowed");
                    assertProblem(
                            worker.sendBare(operation.method(), path(operation), body(operation), "Origin", own),
                            403,
                            "csrf-token-invalid");
                    assertProblem(
                            worker.sendBare(
                                    operation.method(),
                                    path(operation),
                                    body(operation),
                                    "Origin",
                                    own,
                                    "X-CSRF-Token",
                                    other.csrf()),
                            403,
                            "csrf-token-invalid");
                }));
    }

    @TestFactory
    Stream<DynamicTest> beforeThePasswordIsChanged() {
        Worker fresh = signsIn(hired("fresh", true, Role.values()));
        return routes(operation -> accessTo(operation) instanceof Access.Needs)
                .map(operation -> test(
                        operation,
                        () -> assertProblem(
                                fresh.send(operation.method(), path(operation), body(operation)),
                                403,
                                "password-change-required")));
    }

    @TestFactory
    Stream<DynamicTest> malformed() {
        String key = program(Role.values()).key();
        return routes(Operation::takesBody)
                .map(operation -> test(operation, () -> {
                    for (String notJson : List.of("{", "[]", "\"text\"", "{\"a\":1,\"a\":2}", "[".repeat(2_000))) {
                        assertProblem(withKey(operation, key, notJson, "application/json"), 400, "invalid-json");
                    }
                    assertProblem(withKey(operation, key, "{}", "text/plain"), 415, "unsupported-media-type");
                    String large = "{\"username\":\"" + "x".repeat(300_000) + "\"}";
                    assertThat(large.getBytes(UTF_8).length).isGreaterThan(262_144);
                    assertProblem(withKey(operation, key, large, "application/json"), 413, "body-too-large");
                }));
    }

    private HttpResponse<String> withKey(Operation operation, String key, String body, String type) {
        return http.send(
                operation.method(), path(operation), body, "Authorization", "Bearer " + key, "Content-Type", type);
    }

    private static void isLetThrough(boolean may, HttpResponse<String> response) {
        if (may) {
            assertThat(response.statusCode()).as(response.body()).isNotIn(401, 403, 500);
        } else {
            assertProblem(response, 403, "not-permitted");
        }
    }

    private record Program(String account, String key) {}

    /** Its key has all scopes: what is left are its owner's rights. */
    private Program program(Role... roles) {
        String name = "program of " + Stream.of(roles).map(Role::label).collect(Collectors.joining("-"));
        Agent owner = hired(name, roles);
        String key = signIn.makeKey(owner, owner.id(), name, Set.of(Right.values()), Optional.empty())
                .key();
        return new Program(owner.id().value(), key);
    }

    private static DynamicTest test(Operation operation, org.junit.jupiter.api.function.Executable test) {
        return dynamicTest(operation.method() + " " + operation.template(), test);
    }
}
