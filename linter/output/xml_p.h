/* xml: text inside XML 1.0, and the file that a report is in. */
#ifndef KANLINT_XML_P_H
#define KANLINT_XML_P_H

#include "writer_p.h"

/* For attributes and contents; what XML has no place for, controls and broken UTF-8, becomes U+FFFD. */
void xml_write(FILE *out, struct str text);

/* Remembers the path of a finding; true where it is another than before. PATH is the last one, *CAPACITY its size. */
bool xml_enter(char **path, size_t *capacity, const char *next, struct arena *arena);

#endif
