/* gen_lexicon: compiles the lists of config/lexicon for the data file. */
#ifndef KANLINT_GEN_LEXICON_H
#define KANLINT_GEN_LEXICON_H

#include "../linter/data_p.h"

/*
 * Reads WORK_FOLDER/lexicon: lines as tools/list_rules.c prints them, with the variant hans or hant; of lines that replace the
 * same text in the same variant and list the first counts, and a line whose cure is the text itself is none. Ends the program
 * with a message if a line is wrong.
 */
void gen_lexicon(const char *work_folder, struct lexicon_table *lexicon);

#endif
