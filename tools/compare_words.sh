#!/bin/sh
# How the dictionary cuts words beside jieba and friso: agreement of the borders, and speed.
# usage: tools/compare_words.sh FOLDER [hant]
# FOLDER holds UTF-8 text in *.txt. With hant it is Traditional: the others, which know little of that, get it converted by opencc.
# Needs the packages friso, python3-jieba and opencc, and a build.
set -eu
folder=$1 variant=${2-hans}
here=$(cd "$(dirname "$0")/.." && pwd)
data=$here/build/kanlint.dat
make -C "$here" -s build/segment
segment() {
	"$here/build/segment" "$@"
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find "$folder" -name '*.txt' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 "$here/build/segment" runs > "$work/all"
# One line is one run of Han text; those of which the conversion changes the length are left out.
if [ "$variant" = hant ]; then
	opencc -c t2s.json -i "$work/all" -o "$work/simplified"
else
	cp "$work/all" "$work/simplified"
fi
paste "$work/all" "$work/simplified" | LC_ALL=C awk -F '\t' 'length($1) == length($2)' > "$work/pairs"
cut -f 1 "$work/pairs" > "$work/runs"
cut -f 2 "$work/pairs" > "$work/theirs"
characters=$(LC_ALL=C.UTF-8 wc -m < "$work/runs")
echo "runs of Han text: $(wc -l < "$work/runs"), characters: $characters"

segment words "$data" < "$work/runs" > "$work/kanlint"
speed=$(segment time "$data" 5 < "$work/runs")

# With its guesses of words that no dictionary lists, and without.
/usr/bin/python3 - "$work/theirs" "$work/jieba" "$work/jieba-plain" > "$work/jieba.speed" 2> /dev/null << 'END'
import sys, time, jieba
jieba.initialize()
lines = open(sys.argv[1], encoding='utf-8').read().split('\n')[:-1]
begun = time.process_time()
cut = [' '.join(jieba.cut(line)) for line in lines]
spent = time.process_time() - begun
open(sys.argv[2], 'w', encoding='utf-8').write('\n'.join(cut) + '\n')
plain = [' '.join(jieba.cut(line, HMM=False)) for line in lines]
open(sys.argv[3], 'w', encoding='utf-8').write('\n'.join(plain) + '\n')
print('%.0f' % (sum(map(len, lines)) / spent))
END

# friso's command reads lines and says the seconds of each; no synonyms, and unknown characters are kept.
sed 's/^friso.add_syn *=.*/friso.add_syn = 0/; s/^friso.keep_urec *=.*/friso.keep_urec = 1/' /etc/friso/friso.ini > "$work/friso.ini"
{ cat "$work/theirs"; echo quit; } | friso -init "$work/friso.ini" > "$work/friso.out"
sed -n '/分词结果/{n;s/ *$//;p;}' "$work/friso.out" > "$work/friso"
friso_speed=$(sed -n 's/^Done, cost < \([0-9.]*\)sec.*/\1/p' "$work/friso.out" | awk -v n="$characters" '{ s += $1 } END { printf "%.0f", n / s }')

# PRECISION RECALL F1 of the first against the second
for other in jieba jieba-plain friso; do
	echo "kanlint beside $other: $(segment agree "$work/kanlint" "$work/$other")"
done
echo "jieba beside friso: $(segment agree "$work/jieba" "$work/friso")"
echo "characters a second: kanlint $speed, jieba $(cat "$work/jieba.speed"), friso $friso_speed"
