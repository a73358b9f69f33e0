#!/bin/sh
# What the program is given to read: encodings, things that are no text, folders, links, odd names, and the exit status of each.
# usage: tests/cli/input.sh PROGRAM
set -u
program=$(realpath "$1")
suite=input
. "$(dirname "$0")/lib.sh"
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT

status() {
	expected=$1
	shift
	expect_status "$expected" --no-config "$@"
}

# says TEXT: standard output or error of the last run holds this
says() {
	expect "nobody says “$1”" grep -qF -e "$1" out err
}

# finds PATH...: the findings of the last run are in these files, one in each
finds() {
	expect "the files found are not $*" [ "$(cut -d: -f1 out | tr '\n' ' ')" = "$* " ]
}

# as_nobody COMMAND...: without the rights of root
as_nobody() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	elif command -v setpriv > /dev/null; then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		return 77
	fi
}

# The fault is at column 4.
bad='好好的...就这样。'
good='好好的，就这样。'
printf '%s\n' "$bad" > bad.txt
printf '%s\n' "$good" > good.txt

# what is not there, and 2 over 1
status 2 missing.txt
says 'kanlint: missing.txt: there is no such file or folder'
status 2 bad.txt missing.txt
says 'bad.txt:1:4: warning: '
status 2 --exit-zero bad.txt missing.txt
status 1 bad.txt good.txt
status 0 --exit-zero bad.txt
status 0 good.txt

# ends of lines and of files
: > empty.txt
status 0 empty.txt
printf '%s' "$bad" > no-newline.txt
status 1 no-newline.txt
says 'no-newline.txt:1:4: '
printf '%s\r\n%s\r\n' "$good" "$bad" > crlf.txt
status 1 crlf.txt
says 'crlf.txt:2:4: '
printf '\357\273\277%s\n' "$bad" > bom.txt
status 1 bom.txt
says 'bom.txt:1:4: '

# encodings
printf '\377\376' > utf16.txt
iconv -f utf-8 -t utf-16le bad.txt >> utf16.txt
status 1 utf16.txt
says 'utf16.txt:1:4: '
iconv -f utf-8 -t gb18030 bad.txt > gb.txt
status 2 gb.txt
says 'kanlint: gb.txt: is not UTF-8'
says 'looks like GB18030; try --encoding=gb18030'
status 1 --encoding=gb18030 gb.txt
says 'gb.txt:1:4: '
printf '這樣就好...就這樣吧，大家都說可以。\n' | iconv -f utf-8 -t big5 > big5.txt
status 2 big5.txt
says 'try --encoding=big5'
status 1 --encoding=big5 big5.txt
says 'big5.txt:1:5: '
status 2 --encoding=klingon good.txt
says 'there is no encoding “klingon”'
printf 'ab\377\377' > broken-gb.txt
status 2 --encoding=gb18030 broken-gb.txt
says 'broken sequence at byte offset 2'
cp "$program" binary.txt
status 2 binary.txt
says 'kanlint: binary.txt: is not text: it has a NUL byte at byte offset'

# pipes and standard input
mkfifo fifo
timeout 20 sh -c 'cat bad.txt > fifo' &
status 1 fifo
says 'fifo:1:4: '
wait
status 1 - < bad.txt
says '-:1:4: '
printf '%s\n' '# 好`...`的' > code
status 0 --stdin-filename=a.md - < code
status 2 /dev/null
says 'is a device, not a file'

# folders
mkdir -p tree/a tree/.hidden tree/sub/deep
for file in tree/b.txt tree/a/2.md tree/a/1.markdown tree/a/x.rst tree/.hidden/h.txt tree/sub/deep/z.txt; do
	cp bad.txt "$file"
done
ln -s .. tree/sub/loop
ln -s ../b.txt tree/a/same.txt
status 1 tree
finds tree/a/1.markdown tree/a/2.md tree/a/same.txt tree/sub/deep/z.txt
printf 'sub/\n*.md\n' > tree/.gitignore
status 1 tree
finds tree/a/1.markdown tree/a/same.txt
status 1 tree/a/2.md
(cd tree && "$program" --no-config > ../out 2> ../err)
finds a/1.markdown a/same.txt
status 1 bad.txt bad.txt ./bad.txt
finds bad.txt
printf 'exclude: ["tree/**"]\n' > config.yaml
expect_status 1 --config=config.yaml tree/b.txt
expect_status 0 --config=config.yaml --force-exclude tree/b.txt

# no rights; root has them all
mkdir shut
cp bad.txt shut/
cp bad.txt unreadable.txt
chmod 000 shut unreadable.txt
chmod 755 .
cp "$program" "$work/program"
for data in "$(dirname "$program")/kanlint.dat" "$(dirname "$program")/../kanlint.dat"; do
	[ ! -e "$data" ] || cp "$data" .
done
as_nobody "$work/program" --no-config shut unreadable.txt good.txt bad.txt > out 2> err
got=$?
if [ $got -ne 77 ]; then
	expect "what may not be read gives $got" [ $got -eq 2 ]
	says 'shut: the folder cannot be read: Permission denied'
	says 'unreadable.txt: cannot be opened: Permission denied'
	says 'bad.txt:1:4: '
fi

# odd names
cp bad.txt 'sp ace.txt'
status 1 'sp ace.txt'
says 'sp ace.txt:1:4: '
newline=$(printf 'a\nb.txt_')
newline=${newline%_}
escape=$(printf 'c\033[31m.txt')
cp bad.txt "$newline"
cp bad.txt "$escape"
status 1 "$newline" "$escape"
expect 'a name with a newline goes over lines' [ "$(wc -l < out)" -eq 2 ]
expect 'a control character is printed' [ "$(tr -d '\n' < out | tr -cd '\000-\037' | wc -c)" -eq 0 ]
cp bad.txt ./--fix
status 1 -- --fix
says '--fix:1:4: '

# One mark over and over.
{ printf '他说'; yes '…' | head -n 400000 | tr -d '\n'; printf '，没有人听。\n'; } > dots.txt
timeout 30 "$program" --no-config dots.txt > out 2> err
expect 'a long row of dots takes for ever' [ $? -ne 124 ]

# One piece of text over and over, on one line: no check falls, and none takes more than its share of time.
for piece in 。 ， 、 “ ” “好 '“好”' 《书》 （ '（一）' 一、 '1. ' ①  … —— '--' · 列夫· ： ； '，。' '。”。' / 一 〇 2〇 3人 共3人 '3人、' 三项： 8:30— 从3到5 \
	2024年 5月1日 百分之 第一， 的 的的 是是 防汛防汛 国國 後來 裡 海裡長 Ａ 2O ⼈ 锟 锟斤拷 鈥 浣犲ソ Ã© é '&amp;' '%E4%B8' 他们d Я '记者 ' 图为 '他说：“走。”' 甲、乙； ' ' '  '; do
	{ printf '这是一篇普通的文章，说的是老街的事情。\n\n'; yes "$piece" | head -n 20000 | tr -d '\n'; echo; } > row.txt
	timeout 20 "$program" --no-config --exit-zero --profile=strict row.txt > out 2> err
	expect "a row of “$piece”" [ $? -eq 0 ]
done

# A million faults in one article: all but the first of each kind are thrown away, and take no memory.
yes '“好’' | head -n 1000000 | tr -d '\n' > quotes.txt
timeout 60 "$program" --no-config --profile=strict quotes.txt > out 2> err
expect "a million mixed quotes give no findings" [ $? -eq 1 ]
expect 'of a million findings not the first are shown' [ "$(grep -c '\[punct_unpaired\]$' out)" -eq 10000 ]
head -n 3 out > first && mv first out
says 'kanlint: quotes.txt: only the first 10000 findings of punct_unpaired are shown'

finish
