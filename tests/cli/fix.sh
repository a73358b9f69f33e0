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
	expect_error 'cannot write'
	expect "the old file is whole" cmp -s owned.txt shut/a.txt
	chmod 0755 shut
	chmod 0444 owned.txt
	fix 2 owned.txt
	expect_error 'cannot write'
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
