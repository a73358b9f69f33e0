#!/bin/sh
# Writes the pages of the checks as C to standard output, for --explain. usage: tools/gen_pages.sh FILE.md...
set -eu
names=
echo '/* Made by tools/gen_pages.sh from docs/checks: do not edit. */'
echo '#include "explain_p.h"'
for file; do
	[ -s "$file" ] || { echo "gen_pages.sh: $file is empty" >&2; exit 1; }
	name=$(basename "$file" .md)
	names="$names $name"
	echo
	echo "static const unsigned char page_${name}[] = {"
	od -An -v -tu1 -w32 "$file" | sed 's/  */,/g; s/^,//; s/$/,/'
	echo '};'
done
echo
echo 'const struct page pages_table[] = {'
for name in $names; do
	echo "	{\"$name\", page_$name, sizeof page_$name},"
done
echo '	{0, 0, 0},'
echo '};'
