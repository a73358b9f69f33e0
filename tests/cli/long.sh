#!/bin/sh
# Files longer than any book: they are read in pieces, and nothing of that shows but in what relates places far apart.
# usage: tests/cli/long.sh PROGRAM
set -u
program=$(realpath "$1") suite=long
. "$(dirname "$0")/lib.sh"

# Prose, a blank line now and then.
prose() {
	awk -v count="$1" 'BEGIN {
		for (i = 1; i <= count; i++) {
			printf "这是第%d段文字，写的是村里今年修路的事情，大家都说路修好了出门方便。", i
			printf "第%d户人家的门前种了两棵枣树，秋天到了枣子红了一片。\n", i
			if (i % 7 == 0) print ""
		}
	}'
}
lint() {
	LC_ALL=C.UTF-8 LANGUAGE=en "$program" --no-config --exit-zero "$@"
}

prose 36000 > prose.txt
size=$(stat -c %s prose.txt)
expect "the text is too short for this test" [ "$size" -gt 6000000 ]
expect "a long text has findings of its own" [ -z "$(lint --select='punct_*,script_*,figure_*' prose.txt)" ]

# A fault at the first line, at every hundredth or so, and at the end.
awk 'NF && (NR == 1 || NR % 99 == 0) { sub(/，/, ",") } { print } END { printf "最后一行...完了" }' prose.txt > marked.txt
awk 'NF && (NR == 1 || NR % 99 == 0) { print "marked.txt:" NR } END { print "marked.txt:" NR + 1 }' prose.txt > expected
lint --select=punct_halfwidth,punct_bad_ellipsis marked.txt | grep '\]$' | cut -d : -f 1-2 > found
expect "each fault is found once, in its line" cmp expected found

# The pieces are mended as one file.
lint --select=punct_halfwidth,punct_bad_ellipsis --fix --quiet marked.txt > /dev/null
{ cat prose.txt; printf '最后一行……完了'; } > mended.txt
expect "the file is mended as a whole" cmp mended.txt marked.txt

# Without a blank line, and without any line.
tr -d '\n' < prose.txt > line.txt
awk 'NF' prose.txt > dense.txt
printf '村里...修路\n' >> dense.txt
expect "a single line is whole" [ "$(lint --select=punct_bad_ellipsis line.txt | wc -l)" -eq 0 ]
expect "lines without blank ones between are cut" [ "$(lint --select=punct_bad_ellipsis dense.txt | grep -c 'dense.txt:36001:3: .*\[punct_bad_ellipsis\]')" -eq 1 ]

# The first 10,000 findings of a check, however many pieces there are.
awk 'BEGIN { for (i = 0; i < 400000; i++) print "村里...修路" i }' > capped.txt
expect "the cap holds for the file" [ "$(lint --select=punct_bad_ellipsis capped.txt 2> said | grep -c '\]$')" -eq 10000 ]
expect "the cap is said once" [ "$(grep -c 'only the first 10000' said)" -eq 1 ]

finish
