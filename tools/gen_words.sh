#!/bin/sh
# Writes the data file. usage: tools/gen_words.sh GENERATOR RULES LEXICON OUTPUT
# From jieba's dictionary, OpenCC's tables, config/words, config/forms and RULES (tools/list_rules.c); the Traditional forms are made
# by opencc. LEXICON becomes the rules in both variants.
set -eu
generator=$1
rules=$2
lexicon=$3
output=$4
export LC_ALL=C
dictionary=/usr/lib/python3/dist-packages/jieba/dict.txt
tables=$(ls -d /usr/share/opencc /usr/lib/*/opencc 2> /dev/null | head -n 1)

need() {
	"$@" > /dev/null 2>&1 && return
	echo "gen_words: the package $package is missing: apt-get install $package" >&2
	exit 1
}
package=python3-jieba need test -r "$dictionary"
package=opencc need command -v opencc
package=opencc need command -v opencc_dict
package=libopencc-data need test -r "$tables/STPhrases.ocd2"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in STPhrases STCharacters; do
	opencc_dict -i "$tables/$name.ocd2" -o "$work/$name.txt" -f ocd2 -t text
done

unicode=/usr/share/unicode
package=unicode-data need test -r "$unicode/Unihan_Readings.txt.bz2"
for name in Unihan_Readings Unihan_DictionaryLikeData Unihan_IRGSources; do
	bzcat "$unicode/$name.txt.bz2" | grep -E '	k(Mandarin|HanyuPinlu|XHC1983|TGHZ2013|Phonetic|FourCornerCode|Cangjie|TotalStrokes)	' > "$work/$name.txt"
done

for variant in hans hant; do
	sed "s/[[:space:]]*#.*//; /^\$/d; s/^/$variant /" "config/forms/$variant.txt"
done > "$work/forms"
sed 's/[[:space:]]*#.*//' config/forms/right.txt | awk '{ for (i = 2; i <= NF; i++) print $1, $i }' > "$work/right"

sed 's/[[:space:]]*#.*//; /^$/d' config/forms/wrong.txt > "$work/wrong"

# Rules in their variants. Taiwan's forms count where several replace one text.
{
	grep -v '^hant' "$rules" | sed 's/^both/hans/' || true
	grep '^hant' "$rules" || true
	for form in s2tw s2hk s2t; do
		{ grep '^both' "$rules" || true; } | sed 's/^both/hant/' | opencc -c "$form.json"
	done
} | awk -F '\t' '$1 == "hans" || !seen[$2, $4]++' > "$work/lexicon"
cp "$work/lexicon" "$lexicon"

sed 's/[[:space:]]*#.*//; /^$/d' config/idioms/phrases.txt > "$work/idioms"

# Words to add: "word [tag [frequency]]". Words to leave out: "word [hans]", with "hans" only from the Simplified ones.
for file in config/words/*.txt config/idioms/phrases.txt config/idioms/right.txt; do
	case $file in */subtract.txt | */hant.txt | */tags.txt) continue ;; esac
	sed 's/[[:space:]]*#.*//; /^$/d' "$file"
done | sort -u > "$work/added"
sed 's/[[:space:]]*#.*//; /^$/d' config/words/subtract.txt config/idioms/wrong.txt > "$work/subtract"
sed 's/[[:space:]]*#.*//; /^$/d' config/words/hant.txt config/idioms/hant.txt > "$work/hant"
# What the lists of wrong words replace is no word.
awk -F '\t' '($2 == "wrong_word" || $2 == "particle") && $1 != "hant" { print $4 ($1 == "hans" ? " hans" : "") }' "$rules" >> "$work/subtract"

# Phrases of OpenCC that jieba lacks: the long ones are set phrases, the short ones are often no words.
awk -F '\t' 'length($1) >= 12 { print $1 }' "$work/STPhrases.txt" | sort > "$work/phrases"
sed 's/[[:space:]]*#.*//; /^$/d' config/words/tags.txt > "$work/tags"
{
	awk 'NR == FNR { tag[$1] = $2; next } $1 in tag { $3 = tag[$1] } { print }' "$work/tags" "$dictionary"
	awk '{ print $1, ($3 == "" ? 50 : $3), ($2 == "" ? "i" : $2) }' "$work/added"
	sed 's/$/ 1 x/' "$work/phrases"
} > "$work/words"
cut -d ' ' -f 1 "$work/words" > "$work/hans"
for form in s2t s2tw s2hk s2twp; do
	opencc -c "$form.json" -i "$work/hans" -o "$work/$form"
done
"$generator" "$work" "$output.new"
mv "$output.new" "$output"
