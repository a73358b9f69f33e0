/* language: gettext's catalogues, without asking for a generated locale. */
#include "language_p.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

void language_init(const char *wanted, const char *folder)
{
	(void)wanted;
	setlocale(LC_MESSAGES, "C.UTF-8");
	bindtextdomain("kanlint", folder);
	bind_textdomain_codeset("kanlint", "UTF-8");
}

const char *translate(const char *text)
{
	return dgettext("kanlint", text);
}
