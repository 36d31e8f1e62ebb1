package io.babeldesk.store;

import io.babeldesk.desk.Right;
import io.babeldesk.desk.Role;
import io.babeldesk.language.Language;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short lists in one column, an entry a line. What a newer version wrote and this one does not know is left out. */
final class Lists {

    private Lists() {}

    static String write(Collection<String> entries) {
        return String.join("\n", entries);
    }

    static <T> String write(Collection<T> entries, Function<T, String> name) {
        return entries.stream().map(name).sorted().collect(Collectors.joining("\n"));
    }

    static Set<String> names(String column) {
        return lines(column).collect(Collectors.toUnmodifiableSet());
    }

    static List<Language> languages(String column) {
        return lines(column).flatMap(tag -> Language.ofTag(tag).stream()).toList();
    }

    static Set<Role> roles(String column) {
        return known(column, Role::of);
    }

    static Set<Right> rights(String column) {
        return known(column, Right::of);
    }

    private static <T> Set<T> known(String column, Function<String, Optional<T>> read) {
        return lines(column).flatMap(label -> read.apply(label).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> lines(String column) {
        return column.lines().filter(line -> !line.isEmpty());
    }
}
