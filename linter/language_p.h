/* language: messages in English, 简体中文 and 繁體中文, by gettext. */
#ifndef KANLINT_LANGUAGE_P_H
#define KANLINT_LANGUAGE_P_H

/*
 * Chooses the language: WANTED (--lang, as zh_CN or zh-Hant), else LANGUAGE, LC_ALL, LC_MESSAGES, LANG. FOLDER holds the
 * catalogues. Works also where the locale was never generated. As everywhere with gettext, a locale "C" or "POSIX" is
 * English whatever LANGUAGE says: scripts ask for that.
 */
void language_init(const char *wanted, const char *folder);

/*
 * The catalogue for a name of a language (zh_CN.UTF-8, zh-Hant-HK, en …): "zh_CN", "zh_TW", "en" for English, C and POSIX;
 * NULL where there is none.
 */
const char *language_catalogue(const char *name);

/* The text in that language, or itself. */
const char *translate(const char *text);

/* The chosen language by RFC 5646: "en", "zh-CN", "zh-TW". */
const char *language_tag(void);

#endif
