#!/bin/sh
# Writes the tables of characters, linter/character_*_table.c. usage: tools/gen_characters.sh GENERATOR OUT_FOLDER
set -eu
generator=$1
out=$2
unicode=/usr/share/unicode
opencc=/usr/share/opencc
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in Unihan_Readings Unihan_OtherMappings Unihan_DictionaryLikeData; do
	bzcat "$unicode/$name.txt.bz2" > "$work/$name.txt"
done
for name in TSCharacters STCharacters TWVariants HKVariants; do
	opencc_dict -i "$opencc/$name.ocd2" -o "$work/$name.txt" -f ocd2 -t text
done
mkdir -p "$out"
"$generator" "$unicode" "$work" "$out"
