package io.babeldesk.language;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** All tests of a class run under default locales that upset careless code: Turkish letter case, Arabic digits. */
@ParameterizedClass(name = "under {0}")
@ValueSource(strings = {"en-US", "tr-TR", "ar-SA"})
abstract class UnderManyLocales {

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    String locale;

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void setLocale() {
        Locale.setDefault(Locale.forLanguageTag(locale));
    }

    @AfterEach
    void resetLocale() {
        Locale.setDefault(before);
    }
}
