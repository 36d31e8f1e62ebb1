/** The file with the texts of each language, put in by the build. */
declare const TEXTS: Record<string, string>;
