#!/bin/sh
# --baseline through the life of a repository: edits, moves, renames, deletions, copies; and baselines that are broken.
# usage: tests/gates/baseline.sh PROGRAM
set -u
program=$(realpath "$1") suite=gates/baseline
. "$(dirname "$0")/../cli/lib.sh"

fault() { # fault WORD: a line with one fault
	printf '%s要落实责任...确保安全。\n' "$1"
}

lint() { # lint STATUS PATH...: against the baseline
	expected=$1
	shift
	expect_status "$expected" --baseline known.txt --select=punct_bad_ellipsis,typo_wrong_word "$@"
}

known() { # known NAME COUNT: so many entries of a file
	found=$(grep -c "^$1	" known.txt)
	if [ "$found" -eq "$2" ]; then pass; else fail "$found entries of $1, not $2"; fi
}

mkdir 稿
fault 甲组 > 稿/一.txt
fault 乙组 >> 稿/一.txt
fault 丙組 > 稿/二.txt
fault 甲组 > 稿/三.txt
expect_status 0 --write-baseline known.txt 稿
cp known.txt first.txt
lint 0 稿
expect_silence

# Edits round a known line, and in it; lines in another order; other blanks and ends of lines.
{ printf '开头的话。\n\n' && fault 乙组 && printf '中间的话。\n' && fault 甲组; } > 稿/一.txt
lint 0 稿
expect_silence
sed 's/$/\r/; s/^乙/  乙/' 稿/一.txt > new && mv new 稿/一.txt
lint 0 稿
printf '\357\273\277' | cat - 稿/一.txt > new && mv new 稿/一.txt
lint 0 稿
sed -i 's/甲组要落实/甲组已落实/' 稿/一.txt
lint 1 稿
expect_found 5 punct_bad_ellipsis 稿/一.txt
expect "only the changed line" [ "$(wc -l < out)" -eq 1 ]

# A known line that comes again is new: in its own file, in another one that is known, in a copy.
{ fault 甲组 && fault 乙组 && fault 乙组; } > 稿/一.txt
lint 1 稿
expect_found 3 punct_bad_ellipsis 稿/一.txt
expect "once" [ "$(wc -l < out)" -eq 1 ]
fault 甲组 > 稿/一.txt
fault 甲组 >> 稿/二.txt
lint 1 稿
expect_found 2 punct_bad_ellipsis 稿/二.txt
fault 丙組 > 稿/二.txt
cp 稿/二.txt 稿/抄.txt
lint 1 稿
expect_found 1 punct_bad_ellipsis 稿/抄.txt
rm 稿/抄.txt
# Another fault in a known line is new.
printf '丙組要落实责任...确保安全，再接再励。\n' > 稿/二.txt
lint 1 稿
fault 丙組 > 稿/二.txt

# A file that is renamed takes what is known of it along, and no more; so does a folder.
mv 稿/二.txt 稿/改名.txt
lint 0 稿
expect_silence
fault 丙組 >> 稿/改名.txt
lint 1 稿
expect_found 2 punct_bad_ellipsis 稿/改名.txt
cp 稿/改名.txt 稿/又一份.txt
fault 丙組 > 稿/改名.txt
lint 1 稿
expect "one of two copies may be the renamed file" [ "$(wc -l < out)" -eq 2 ]
rm 稿/又一份.txt
mv 稿 文章
lint 0 文章
expect_silence
"$program" --baseline known.txt -j4 文章 文章/一.txt > out 2> err
expect "a file that is named twice" [ ! -s out ]
expect "a run alone changes no baseline" cmp -s known.txt first.txt
cp known.txt moved.txt
expect_status 0 --baseline moved.txt --prune-baseline --select=punct_bad_ellipsis 文章
expect "the pruned baseline has the new names, one of them for a check that was not run" [ "$(grep -c '^文章/' moved.txt)" -eq 4 ]
expect "and not the old ones" sh -c '! grep -q ^稿/ moved.txt'
expect "what stands beside an entry is kept" grep -q '^文章/改名.txt	punct_bad_ellipsis	[0-9a-f]\{16\}	1	丙組要落实责任' moved.txt
mv known.txt all.txt && mv moved.txt known.txt
lint 0 文章
mv all.txt known.txt
mv 文章 稿
mv 稿/改名.txt 稿/二.txt

# Deleted: pruned away, and then as new as any when it comes back.
rm 稿/二.txt
lint 0 稿
lint 0 --prune-baseline 稿
known 稿/二.txt 0
known 稿/三.txt 1
fault 丙組 > 稿/二.txt
lint 1 稿
expect_found 1 punct_bad_ellipsis 稿/二.txt
# A line that was cured, pruned, and comes back.
printf '' > 稿/三.txt
lint 1 --prune-baseline 稿
known 稿/三.txt 0
fault 甲组 > 稿/三.txt
lint 1 稿
expect_found 1 punct_bad_ellipsis 稿/三.txt

# Names with what a line of the baseline is made of.
rm -r 稿 && mkdir 稿
odd=$(printf '稿/#1\t换\n行\\n.txt')
fault 甲组 > "$odd"
fault 甲组 > '稿/ 空 格 .txt'
fault 甲组 > '#井.txt'
expect_status 0 --write-baseline known.txt 稿 '#井.txt'
expect "a line an entry" [ "$(wc -l < known.txt)" -eq 4 ]
lint 0 稿 '#井.txt'
expect_silence

# Broken baselines say where; none of them passes for one that knows all or nothing.
fault 甲组 > 文.txt
expect_status 0 --write-baseline known.txt 文.txt
cp known.txt good.txt
head='# kanlint baseline 1'
entry=$(sed -n 2p good.txt)
broken() { # broken MESSAGE: known.txt is refused with it, and stays as it is
	cp known.txt before.txt
	for option in --quiet --prune-baseline; do
		lint 2 $option 文.txt
		expect_error "kanlint: known.txt:$1"
	done
	expect "a broken baseline is left alone" cmp -s known.txt before.txt
}
printf '%s\r\n%s\r\n' "$head" "$entry" > known.txt
lint 0 文.txt
{ printf '\357\273\277' && cat good.txt; } > known.txt
lint 0 文.txt
printf '%s\n# a remark\n\n%s' "$head" "$entry" > known.txt
lint 0 文.txt
printf '%s\n%s\n%s\n' "$head" "$entry" "$entry" > known.txt
{ fault 甲组 && fault 甲组; } > 文.txt
lint 1 文.txt
expect_found 2 punct_bad_ellipsis 文.txt
fault 甲组 > 文.txt
sed 's/baseline 1/baseline 2/' good.txt > known.txt
broken '1: is no baseline'
head -c 60 /dev/urandom > known.txt
broken '1: is no baseline'
printf '{"version": 1}\n' > known.txt
broken '1: is no baseline'
{ echo "$head" && echo '<<<<<<< HEAD' && echo "$entry" && echo ======= && echo '>>>>>>> topic'; } > known.txt
broken '2: a merge left its conflict here'
hash=$(echo "$entry" | cut -f3)
while IFS= read -r fields; do
	{ echo "$head" && echo "$entry" && printf "$fields\n"; } > known.txt
	broken '3: is no line of a baseline'
done <<END
文.txt
文.txt\tpunct_bad_ellipsis\t$hash
文.txt\tpunct_bad_ellipsis\t$hash\t
文.txt\tpunct_bad_ellipsis\t$hash\t0
文.txt\tpunct_bad_ellipsis\t$hash\t-1
文.txt\tpunct_bad_ellipsis\t$hash\t 1
文.txt\tpunct_bad_ellipsis\t$hash\t1x
文.txt\tpunct_bad_ellipsis\t$hash\t1.5
文.txt\tpunct_bad_ellipsis\t$hash\t18446744073709551615
文.txt\tpunct_bad_ellipsis\t$hash\t99999999999999999999
文.txt\tpunct_bad_ellipsis\t${hash}0\t1
文.txt\tpunct_bad_ellipsis\t0x23456789abcdef\t1
文.txt\tpunct_bad_ellipsis\tzzzzzzzzzzzzzzzz\t1
\tpunct_bad_ellipsis\t$hash\t1
文.txt\t\t$hash\t1
文.txt punct_bad_ellipsis $hash 1
文.txt\tpunct_bad_ellipsis\t$hash\t1\\000
文\\000.txt\tpunct_bad_ellipsis\t$hash\t1
END
mkdir folder
expect_status 2 --baseline folder 文.txt
expect_error 'folder'

# A long one is quick, and its names are only names.
awk -v head="$head" 'BEGIN { print head; for (i = 0; i < 200000; i++) printf "../../../../etc/passwd%d\tpunct_unpaired\t%016x\t3\t\n", i % 1000, i }' > known.txt
echo "$entry" >> known.txt
expect "200,000 entries take less than five seconds" timeout 5 "$program" --baseline known.txt 文.txt

finish
