#!/bin/sh
# Writes the list of what plug-ins may use, for the linker: the symbols of an archive that the public headers declare.
# usage: tools/gen_exports.sh ARCHIVE
set -eu
text=$("$(dirname "$0")/public_headers.sh" --text)
echo '{'
{
	# functions, then arrays and variables that are extern
	printf '%s\n' "$text" | grep -o '\<[a-z][a-z0-9_]*(' | tr -d '('
	printf '%s\n' "$text" | grep -o '\<extern [^;(]*;' | tr -c 'a-z0-9_' '\n'
} | LC_ALL=C sort -u | {
	cat
	nm -g --defined-only "$1" | awk '$2 ~ /^[BDRT]$/ {print $3}' | LC_ALL=C sort -u
} | LC_ALL=C sort | uniq -d | sed 's/.*/	&;/'
echo '};'
