#!/bin/sh
# Makes the input of the benchmarks, once: hans.txt and hant.txt of so many megabytes each, and articles/, 250 files for each
# megabyte, half of them in each variant. The Traditional words and outlines are made by opencc.
# usage: tests/bench/input.sh MAKER MEGABYTES FOLDER
set -eu
maker=$1
megabytes=$2
folder=$3
seed=1
outlines=$(dirname "$0")/outlines
# What the input depends on.
stamp="$megabytes $seed $(cd "$(dirname "$0")" && cat text.c chain.c draft.c slips.c outline.c unedited.txt input.sh outlines/*.txt | cksum)"
if [ -f "$folder/stamp" ] && [ "$(cat "$folder/stamp")" = "$stamp" ]; then
	exit 0
fi
rm -rf "$folder"
mkdir -p "$folder/words" "$folder/outlines" "$folder/articles/hans" "$folder/articles/hant"
# The model is of Simplified text that nobody edited: its Traditional words are left out, and the slips that it took for words.
sed 's/#.*//' "$(dirname "$0")/unedited.txt" | tr -s ' ' '\n' > "$folder/words/unedited.txt"
"$maker" words > "$folder/words/all.txt"
opencc -c t2s.json -i "$folder/words/all.txt" | paste "$folder/words/all.txt" - |
	awk -F '\t' 'NR == FNR { bad[$1]; next } { print $1 == $2 && !($1 in bad) ? $1 : "" }' "$folder/words/unedited.txt" - > "$folder/words/hans.txt"
opencc -c s2tw.json -i "$folder/words/hans.txt" -o "$folder/words/hant.txt"
for outline in "$outlines"/*.txt; do
	opencc -c s2tw.json -i "$outline" | sed 's/“/「/g; s/”/」/g; s/‘/『/g; s/’/』/g' > "$folder/outlines/${outline##*/}"
done
"$maker" make "$folder" hans "${megabytes}000000" $((megabytes * 125)) $seed "$folder/words/hans.txt" "$outlines"/*.txt
"$maker" make "$folder" hant "${megabytes}000000" $((megabytes * 125)) $((seed + 1)) "$folder/words/hant.txt" "$folder/outlines"/*.txt
echo "$stamp" > "$folder/stamp"
