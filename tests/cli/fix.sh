#!/bin/sh
# --fix and --diff as they treat files: links, modes, folders that cannot be written, patches that apply.
# usage: tests/cli/fix.sh PROGRAM
set -u
program=$(realpath "$1") suite=fix
. "$(dirname "$0")/lib.sh"

fix() {
	expect_status "$1" --no-config --select=punct_bad_ellipsis --fix --quiet "$2"
}

mkdir real
printf '各单位要落实责任...确保安全。\r\n第二行。\r\n末行没有换行...好' > real/a.txt
chmod 0640 real/a.txt
ln -s real/a.txt link.txt
ln -s link.txt second.txt
fix 0 second.txt
expect "the target is fixed" grep -q '责任……确保' real/a.txt
expect "a link stays a link" [ -L link.txt ]
expect "a link to a link stays one" [ "$(readlink second.txt)" = link.txt ]
expect "the mode stays" [ "$(stat -c %a real/a.txt)" = 640 ]
expect "line ends stay" [ "$(tr -cd '\r' < real/a.txt | wc -c)" -eq 2 ]
expect "the last line gets no newline" [ "$(tail -c 3 real/a.txt)" = 好 ]
expect "a temporary file is left" [ -z "$(find . -name '.kanlint*')" ]
touch -d '2001-01-01' real/a.txt
fix 0 real/a.txt
expect "a file without fixes is written" [ "$(stat -c %Y real/a.txt)" -eq "$(date -d 2001-01-01 +%s)" ]

# Standard input has a name at most, no file: the one of that name stays as it is.
printf '各单位要落实责任...确保安全。\n' > named.txt
for name in - named.txt; do
	printf '各单位加强检查...严防事故。\n' | "$program" --no-config --fix --stdin-filename="$name" - > out 2> err
	expect "standard input is fixed" [ $? -eq 2 ]
	expect_error 'cannot fix standard input'
	expect "a file is written for standard input" grep -q '落实责任...确保' named.txt
done

# A set-user bit and another owner, where we may give files away.
printf '各单位要落实责任...确保安全。\n' > owned.txt
if [ "$(id -u)" -eq 0 ]; then
	chown 65534:65534 owned.txt
	chmod 4755 owned.txt
	fix 0 owned.txt
	expect "owner and mode stay" [ "$(stat -c %u:%g:%a owned.txt)" = 65534:65534:4755 ]
else
	mkdir shut
	cp owned.txt shut/a.txt
	chmod 0555 shut
	fix 2 shut/a.txt
	expect_error 'a.txt: cannot be written'
	expect "the old file is whole" cmp -s owned.txt shut/a.txt
	chmod 0755 shut
	chmod 0444 owned.txt
	fix 2 owned.txt
	expect_error 'owned.txt: cannot be written'
fi

# What somebody writes into a file while it is linted stays: standard input holds the run up.
printf '各单位要落实责任...确保安全。\n' > open.txt
mkfifo later
"$program" --no-config --select=punct_bad_ellipsis --fix --quiet -j2 - open.txt < later > out 2> err &
exec 3> later
sleep 1
printf '另有一行...未完。\n' > open.txt
exec 3>&-
wait $!
expect "a file is fixed that has changed" [ $? -eq 2 ]
expect_error 'kanlint: open.txt: cannot be fixed: it was changed after it had been read'
expect "what was written meanwhile is gone" grep -q '另有一行...未完' open.txt

# A pipe can be read, not written.
mkfifo pipe.txt
printf '各单位要落实责任...确保安全。\n' > pipe.txt &
fix 2 pipe.txt
expect_error 'kanlint: pipe.txt: cannot be written: it is not a regular file'

# A file that is named twice, by whatever names, is fixed once.
mkdir twice
i=0
while [ $i -lt 20 ]; do
	i=$((i + 1))
	printf '第%d处：各单位要落实责任...确保安全。\n' $i > twice/$i.txt
done
sed 's/\.\.\./……/' twice/7.txt > seventh
ln -s twice aside
expect_status 0 --no-config --select=punct_bad_ellipsis --fix -j2 twice ./twice aside twice/7.txt ./twice/../twice/7.txt aside/7.txt
expect_error 'kanlint: 20 fixes applied in 20 files'
expect "a file that is named twice is whole" cmp -s seventh twice/7.txt
expect "all of them are there" [ "$(cat twice/*.txt | wc -l)" -eq 20 ]

# A report is no article: it is left out of a folder, and nothing is written over a file that is named to be linted.
mkdir desk
printf '各单位要落实责任...确保安全。\n' > desk/a.txt
cp desk/a.txt article
quiet_in_desk() {
	(cd desk && "$program" --no-config --select=punct_bad_ellipsis "$@" 2> ../err)
}
printf '旧的报告...\n' > desk/report.txt
quiet_in_desk -f gcc:report.txt -f jsonl . > out
expect "a report is linted" [ $? -eq 1 ]
expect "the report is not written" [ "$(wc -l < desk/report.txt)" -eq 1 ]
quiet_in_desk --fix -f gcc:report.txt --write-baseline base.txt .
expect "a report is fixed" [ "$(cat desk/report.txt)" = '' ]
cp article desk/a.txt
printf '旧的基线...\n' > desk/base.txt
quiet_in_desk --write-baseline base.txt . > out
expect "a baseline is linted" [ "$(grep -c base.txt desk/base.txt)" -eq 0 ]
quiet_in_desk --baseline base.txt -f jsonl . > out
expect "a baseline that is read is linted" grep -q '"files":2,' out
quiet_in_desk . > desk/shell.txt
expect "what standard output goes to is linted" [ "$(grep -c '^shell.txt' desk/shell.txt)" -eq 0 ]
quiet_in_desk --fix . > desk/shell.txt
cp article desk/a.txt
for name in a.txt ./a.txt ../desk/a.txt; do
	quiet_in_desk --fix -f "gcc:$name" a.txt > out
	expect "an article is written over" [ $? -eq 2 ]
	expect_error 'a.txt: is among the files to lint'
	quiet_in_desk --write-baseline "$name" a.txt > out
	expect "a baseline is written over an article" [ $? -eq 2 ]
	quiet_in_desk a.txt >> "desk/$name"
	expect "findings are appended to their article" [ $? -eq 2 ]
done
expect "the article is whole" cmp -s article desk/a.txt
quiet_in_desk -f json:both -f sarif:both a.txt > out
expect "two formats are written to one file" [ $? -eq 2 ]
expect_error 'both: two formats cannot be written to one file'

# --diff takes standard output for itself; a report in a file has all findings.
expect_status 1 --no-config --select=punct_bad_ellipsis --diff -f json -f jsonl:found.jsonl desk/a.txt
expect "--diff writes something else too" [ "$(head -c 3 out)" = '---' ]
expect "the report beside --diff has no findings" [ "$(grep -c '^{"path"' found.jsonl)" -eq 1 ]
if [ -w /dev/full ]; then
	"$program" --no-config --select=punct_bad_ellipsis --diff desk/a.txt > /dev/full 2> err
	expect "a full disk looks like a run" [ $? -eq 2 ]
fi

# --diff is a patch that makes the fixed file.
i=0
while [ $i -lt 60 ]; do
	i=$((i + 1))
	echo "这是第 $i 行。"
	[ $((i % 17)) -ne 0 ] || echo '各单位要落实责任...确保安全。'
done > long.txt
printf '末行没有换行...好' >> long.txt
"$program" --no-config --select=punct_bad_ellipsis --diff long.txt > the.diff 2> err
cp long.txt fixed.txt
fix 0 fixed.txt
expect "--diff shows nothing" [ -s the.diff ]
if command -v git > /dev/null; then
	expect "git apply refuses the diff" git apply the.diff
	expect "the diff makes another text than --fix" cmp -s long.txt fixed.txt
fi

finish
