package io.babeldesk.answer.guard;

/** What a number counts, where it matters that it is not mixed up. Weeks are days and years are months by value. */
enum Unit {
    MINUTES,
    WORKING_DAYS,
    MONTHS,
    PERCENT,
    GRAMS,
    MILLIMETERS,
    MILLILITERS,
    INCHES,
    POUNDS,
    GIGABYTES,
    WATTS,
    DEGREES
}
