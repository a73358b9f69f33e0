#!/bin/sh
# Threads: whatever -j says, every byte of every output is that of -j1, in the order of the input.
# usage: tests/cli/threads.sh PROGRAM
# KANLINT_THREADS says which -j are tried; make check-threads runs this under the thread sanitizer.
set -u
program=$(realpath "$1") suite=threads
. "$(dirname "$0")/lib.sh"
jobs=${KANLINT_THREADS:-2 3 8 0}

# article NUMBER LINES: prose with a fault or two.
article() {
	awk -v number="$1" -v lines="$2" 'BEGIN {
		for (i = 1; i <= lines; i++) {
			printf "第%d篇的第%d段写的是镇上的集市，卖菜的人天不亮就到了。", number, i
			if ((number + i) % 5 == 0) printf "有人问,今天的萝卜多少钱一斤？"
			if ((number + i) % 7 == 0) printf "答：三块。。"
			if (number % 9 == 0 && i == 2) printf "（这句话没有说完。"
			print ""
		}
	}'
}

# A tree of all that may come: books before and behind short articles, both variants, Markdown, and what cannot be read.
mkdir -p tree/乡镇 tree/港聞
article 1 80000 > tree/a-book.txt
article 2 3000 > tree/乡镇/書.txt
for number in $(seq 3 90); do
	article "$number" $((number % 11 + 1)) > "tree/乡镇/$(printf %03d "$number").txt"
done
for number in $(seq 1 30); do
	printf '# 第%d號通告\n\n早市的攤位在廟口,請各位鄉親留意。。\n\n```\na,b。。\n```\n' "$number" > "tree/港聞/$number.md"
done
: > tree/empty.txt
printf 'a\0b' > tree/binary.txt
article 4 3 | iconv -f UTF-8 -t GB18030 > tree/gb.txt
printf '村里...修路，' > tree/no-newline.txt
ln -s nowhere tree/broken-link.txt
printf 'checks: {text_repeated_line: off}\noverrides: [{files: ["港聞/**"], checks: {punct_doubled: error}}]\n' > tree/.kanlint.yaml

expect "the tree has books that are read in pieces" [ "$(stat -c %s tree/a-book.txt)" -gt 6000000 ]

# run JOBS NAME ARGUMENT...: the status, both outputs and all files that were asked for, in the folder JOBS-NAME
run() {
	folder=$1-$2
	mkdir -p "$folder"
	"$program" -j"$1" --no-config "$3" -f json:"$folder/json" -f sarif:"$folder/sarif" -f junit:"$folder/junit" -f gcc tree tree/missing.txt tree/乡镇/003.txt \
		> "$folder/out" 2> "$folder/err"
	echo $? > "$folder/status"
	"$program" -j"$1" tree > "$folder/own-out" 2> "$folder/own-err"
	echo $? > "$folder/own-status"
}
run 1 plain --exit-zero
expect "no thread is in another's way" sh -c '! grep -l ThreadSanitizer 1-plain/err 1-plain/own-err'
expect "faults are found" [ "$(grep -c '\]$' 1-plain/out)" -gt 100 ]
expect "what cannot be read is said" [ "$(grep -c binary.txt 1-plain/err)" -eq 1 ]
expect "the status is that of a file that cannot be read" [ "$(cat 1-plain/status)" -eq 2 ]
for number in $jobs; do
	run "$number" plain --exit-zero
	expect "-j$number writes what -j1 writes" diff -rq 1-plain "$number-plain"
done
# Again and again: an order that is right by luck is not right always.
for round in 1 2 3 4 5; do
	"$program" -j4 --exit-zero --no-config tree/乡镇/0*.txt > again 2>&1
	[ $round -gt 1 ] || cp again first
	expect "run $round of -j4 is as the first" cmp first again
done

# The order is that of the command line, not of the names or of what is done first.
set -- tree/no-newline.txt tree/乡镇/089.txt tree/a-book.txt tree/乡镇/003.txt
"$program" -j4 --no-config --exit-zero "$@" | cut -d : -f 1 | uniq > order
printf '%s\n' "$@" > expected
expect "files come out in the order of the command line" cmp expected order

# Small files are linted together: none says anything else for that, with the one policy or the other.
for file in tree/乡镇/0*.txt tree/港聞/*.md; do
	"$program" --exit-zero "$file"
done > alone 2>&1
"$program" -j1 --exit-zero tree/乡镇/0*.txt tree/港聞/*.md > together 2>&1
expect "files say alone what they say together" cmp alone together
expect "and they say something" [ "$(wc -l < alone)" -gt 50 ]

# Fixes, and a baseline.
for number in 1 $jobs; do
	cp -a tree "fixed-$number"
	(cd "fixed-$number" && "$program" -j"$number" --fix . > ../fix-out 2> ../fix-err)
	mv fix-out "fixed-$number/out" && mv fix-err "fixed-$number/err"
	"$program" -j"$number" --no-config --exit-zero --write-baseline="baseline-$number" tree > /dev/null 2>&1
done
for number in $jobs; do
	expect "-j$number mends what -j1 mends" diff -rq --no-dereference fixed-1 "fixed-$number"
	expect "-j$number writes the baseline of -j1" cmp baseline-1 "baseline-$number"
done
expect "something was mended" sh -c '! cmp -s tree/乡镇/005.txt fixed-1/乡镇/005.txt'

# Wrong numbers.
for wrong in -1 x 1x '' 99999999999999999999; do
	expect_status 2 -j"$wrong" tree/no-newline.txt
done
expect_status 0 -j200 --exit-zero tree/no-newline.txt

finish
