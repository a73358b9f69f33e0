#!/bin/sh
# Writes the table of checks for these names to standard output. usage: tools/gen_checks_table.sh NAME...
set -eu
echo '/* Made by tools/gen_checks_table.sh from the file names in checks/: do not edit. */'
echo '#include "config_p.h"'
echo
for name; do
	echo "extern const struct check check_$name;"
done
echo
echo 'const struct check *const checks_table[] = {'
for name; do
	echo "	&check_$name,"
done
echo '	0,'
echo '};'
