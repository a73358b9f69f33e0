/* terminal: asks the system and the environment; the conventions are those of no-color.org, bixense.com/clicolors and force-color.org. */
#include "terminal_p.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { TEXT_CELLS = 80, TEXT_CELLS_LEAST = 20, CELLS_MOST = 1000 };

/* As gcc and clang have them. */
static const char *const begins[] = {
	[STYLE_NONE] = "",
	[STYLE_ERROR] = "\033[1;31m",
	[STYLE_WARNING] = "\033[1;35m",
	[STYLE_NOTE] = "\033[1;36m",
	[STYLE_BOLD] = "\033[1m",
	[STYLE_RIGHT] = "\033[32m",
	[STYLE_WRONG] = "\033[31m",
	[STYLE_CODE] = "\033[36m",
	[STYLE_DIM] = "\033[2m",
};

static const char *variable(const char *name)
{
	const char *value = getenv(name);
	return value && *value ? value : NULL;
}

static bool is_forced(const char *name)
{
	const char *value = variable(name);
	return value && strcmp(value, "0") != 0;
}

/* Emacs gives a compilation a terminal, with the TERM of its own, and shows what comes as it is. */
static bool is_dumb(void)
{
	const char *kind = variable("TERM"), *emacs = variable("INSIDE_EMACS");
	return !kind || strcmp(kind, "dumb") == 0 || (emacs && strstr(emacs, ",compile"));
}

static bool is_terminal(FILE *out)
{
	return isatty(fileno(out)) == 1;
}

bool terminal_has_color(enum when when, FILE *out)
{
	if (when != WHEN_AUTO)
		return when == WHEN_ALWAYS;
	if (variable("NO_COLOR"))
		return false;
	if (is_forced("CLICOLOR_FORCE") || is_forced("FORCE_COLOR"))
		return true;
	const char *wanted = variable("CLICOLOR");
	return !(wanted && strcmp(wanted, "0") == 0) && terminal_can_erase(out);
}

bool terminal_has_color_of_its_own(enum when when, FILE *out)
{
	return terminal_has_color(when, out) && (when == WHEN_ALWAYS || is_terminal(out));
}

bool terminal_has_links(enum when when, FILE *out)
{
	return when == WHEN_ALWAYS || (when == WHEN_AUTO && terminal_can_erase(out));
}

bool terminal_can_erase(FILE *out)
{
	return !is_dumb() && is_terminal(out);
}

/* What COLUMNS says; 0: nothing that is a width. */
static unsigned columns_variable(void)
{
	const char *value = variable("COLUMNS");
	unsigned long cells = value ? strtoul(value, NULL, 10) : 0;
	return cells <= CELLS_MOST ? (unsigned)cells : 0;
}

unsigned terminal_cells(FILE *out)
{
	struct winsize size;
	if (!is_terminal(out))
		return 0;
	if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	unsigned cells = columns_variable();
	return cells ? cells : TEXT_CELLS;
}

unsigned terminal_text_cells(FILE *out)
{
	unsigned cells = terminal_cells(out);
	cells = cells ? cells : columns_variable();
	cells = cells ? cells : TEXT_CELLS;
	return cells > TEXT_CELLS_LEAST ? cells : TEXT_CELLS_LEAST;
}

/* Terminals that give one cell in every locale, unless they are set otherwise, tell of themselves by these. */
static bool is_narrow_terminal(void)
{
	static const char *const variables[] = {
		"VTE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID", "KONSOLE_VERSION", "ITERM_SESSION_ID", "WT_SESSION", "TMUX"};
	const char *program = variable("TERM_PROGRAM");
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
		if (variable(variables[i]))
			return true;
	return program && strcmp(program, "vscode") == 0;
}

int terminal_ambiguous_width(void)
{
	const char *said = variable("KANLINT_AMBIGUOUS_WIDTH");
	if (said && (said[0] == '1' || said[0] == '2') && !said[1])
		return said[0] - '0';
	if (terminal_can_erase(stdout) && is_narrow_terminal())
		return 1;
	const char *locale = variable("LC_ALL");
	locale = locale ? locale : variable("LC_CTYPE");
	locale = locale ? locale : variable("LANG");
	static const char *const wide[] = {"zh", "ja", "ko"};
	for (size_t i = 0; locale && i < sizeof wide / sizeof *wide; i++)
		if (strncmp(locale, wide[i], 2) == 0 && (locale[2] == '_' || locale[2] == '.' || !locale[2]))
			return 2;
	return 1;
}

const char *style_begin(enum style style, bool on)
{
	return on ? begins[style] : "";
}

const char *style_end(bool on)
{
	return on ? "\033[0m" : "";
}
