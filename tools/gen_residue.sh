#!/bin/sh
# Writes the table of config/residue/ as C to standard output: sorted by code point, so that those that begin alike stand together.
# usage: tools/gen_residue.sh FOLDER
set -eu
export LC_ALL=C
echo '/* Made by tools/gen_residue.sh from config/residue/: do not edit. */'
echo '#include "residue.h"'
echo
echo 'const struct residue_phrase residue_phrases[] = {'
for kind in navigation share related credit copyright notice filler script; do
	sed '/^#/d; s/、/\n/g' "$1/$kind.txt" | awk -v kind="$(echo "$kind" | tr '[:lower:]' '[:upper:]')" '
		$0 == "" { next }
		{ strong = sub(/!$/, ""); print $0 "\t" "RESIDUE_" kind (strong ? " | RESIDUE_STRONG" : "") }'
done | sort -u | awk -F '\t' '
	{ gsub(/["\\]/, "\\\\&", $1) }
	$1 != text { if (text != "") print "\t{\"" text "\", " kinds "},"; text = $1; kinds = $2; next }
	{ kinds = kinds " | " $2 }
	END { print "\t{\"" text "\", " kinds "},"  }'
echo '};'
echo 'const uint32_t residue_phrase_count = sizeof residue_phrases / sizeof *residue_phrases;'
