/* language: messages in English, 简体中文 and 繁體中文, by gettext. */
#ifndef KANLINT_LANGUAGE_P_H
#define KANLINT_LANGUAGE_P_H

/*
 * Chooses the language: WANTED (--lang, as zh_CN or zh-Hant), else LANGUAGE, LC_ALL, LC_MESSAGES, LANG. FOLDER holds the
 * catalogues. Works also where the locale was never generated.
 */
void language_init(const char *wanted, const char *folder);

/* The text in that language, or itself. */
const char *translate(const char *text);

#endif
