/*
 * language: gettext's catalogues, without asking for a generated locale. gettext looks at LANGUAGE first, but only where
 * the locale is not C; C.UTF-8 is there on every system, so that is set, and LANGUAGE names the one catalogue we chose.
 */
#include "language_p.h"

#include <libintl.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAXIMUM = 64 };

static const char *chosen = "en";

/* The parts of a name that the choice turns on. */
static const struct {
	const char *part;
	const char *catalogue;
} chinese_parts[] = {
	/* script before region: zh-Hans-HK is Simplified */
	{"hans", "zh_CN"},
	{"hant", "zh_TW"},
	{"tw", "zh_TW"},
	{"hk", "zh_TW"},
	{"mo", "zh_TW"},
};

/* Lower case, - for _, without encoding and modifier. False: too long to be a name. */
static bool normalise(const char *name, char out[NAME_MAXIMUM])
{
	size_t size = strcspn(name, ".@");
	if (size >= NAME_MAXIMUM)
		return false;
	for (size_t i = 0; i < size; i++)
		out[i] = name[i] == '_' ? '-' : name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] - 'A' + 'a') : name[i];
	out[size] = 0;
	return true;
}

static bool has_part(const char *name, const char *part)
{
	size_t size = strlen(part);
	for (const char *at = strchr(name, '-'); at; at = strchr(at + 1, '-'))
		if (strncmp(at + 1, part, size) == 0 && (at[1 + size] == 0 || at[1 + size] == '-'))
			return true;
	return false;
}

static bool has_language(const char *name, const char *language)
{
	size_t size = strlen(language);
	return strncmp(name, language, size) == 0 && (name[size] == 0 || name[size] == '-');
}

const char *language_catalogue(const char *name)
{
	char normal[NAME_MAXIMUM];
	if (!normalise(name, normal))
		return NULL;
	if (has_language(normal, "en") || strcmp(normal, "c") == 0 || strcmp(normal, "posix") == 0)
		return "en";
	if (!has_language(normal, "zh") && !has_language(normal, "cmn") && !has_language(normal, "yue"))
		return NULL;
	for (size_t i = 0; i < sizeof chinese_parts / sizeof *chinese_parts; i++)
		if (has_part(normal, chinese_parts[i].part))
			return chinese_parts[i].catalogue;
	return has_language(normal, "yue") ? "zh_TW" : "zh_CN";
}

/* The first of LANGUAGE's names, parted by colons, that we have. */
static const char *first_catalogue(const char *names)
{
	while (*names) {
		char name[NAME_MAXIMUM];
		size_t size = strcspn(names, ":");
		if (size > 0 && size < sizeof name) {
			memcpy(name, names, size);
			name[size] = 0;
			const char *catalogue = language_catalogue(name);
			if (catalogue)
				return catalogue;
		}
		names += size;
		names += *names == ':';
	}
	return NULL;
}

static const char *variable(const char *name)
{
	const char *value = getenv(name);
	return value && *value ? value : NULL;
}

static const char *environment_catalogue(void)
{
	const char *locale = variable("LC_ALL");
	locale = locale ? locale : variable("LC_MESSAGES");
	locale = locale ? locale : variable("LANG");
	if (locale && (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0))
		return "en";
	const char *names = variable("LANGUAGE");
	return names ? first_catalogue(names) : locale ? language_catalogue(locale) : NULL;
}

void language_init(const char *wanted, const char *folder)
{
	const char *catalogue = wanted && *wanted ? language_catalogue(wanted) : environment_catalogue();
	chosen = catalogue ? catalogue : "en";
	setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", chosen, 1);
	bindtextdomain("kanlint", folder);
	bind_textdomain_codeset("kanlint", "UTF-8");
}

const char *translate(const char *text)
{
	return *text ? dgettext("kanlint", text) : text;
}

const char *language_tag(void)
{
	return strcmp(chosen, "zh_CN") == 0 ? "zh-CN" : strcmp(chosen, "zh_TW") == 0 ? "zh-TW" : "en";
}
