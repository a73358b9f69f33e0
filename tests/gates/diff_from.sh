#!/bin/sh
# --diff-from: what a diff does not show line by line is new as a whole; names that it may hold.
# usage: tests/gates/diff_from.sh PROGRAM
set -u
program=$(realpath "$1") suite=diff_from
. "$(dirname "$0")/repository.sh"

fault() { # fault WORD: a line with one fault
	printf '%s要落实责任...确保安全。\n' "$1"
}
wide() {
	printf '\377\376' && fault "$1" | iconv -t UTF-16LE
}

# found PLACE...: these are all the findings
found() {
	printf '%s\n' "$@" > expected
	cut -d: -f1,2 out > places
	if cmp -s expected places; then pass; else fail "found is not $*"; fi
}

begin git
wide 旧稿 > 宽.txt
wide 不动 > 不动.txt
wide 改名 > 'x and y.txt'
wide 改名 > '有 b 空.txt'
fault 旧稿 > 平.txt
fault 二进 > 标.txt
printf '标.txt binary\n' > .gitattributes
printf '/the.diff\n/places\n' >> .git/info/exclude
save one
wide 旧稿上海 > 宽.txt
wide 新稿 > '新 宽.txt'
git mv 'x and y.txt' 'y and z.txt'
wide 改名了 > 'y and z.txt'
wide 改过 > '有 b 空.txt'
fault 新行 >> 平.txt
fault 新行 >> 标.txt
git add -A
for options in '' '--binary' '--no-prefix' '--find-renames=1%' '--binary --find-renames=1%' '--src-prefix=old/ --dst-prefix=new/'; do
	for quote in true false; do
		git -c core.quotePath=$quote diff $options HEAD > the.diff
		"$program" --select=punct_bad_ellipsis --diff-from=the.diff . > out 2> err
		found 'y and z.txt:1' '宽.txt:1' '平.txt:2' '新 宽.txt:1' '有 b 空.txt:1' '标.txt:1' '标.txt:2'
	done
done
git diff HEAD -- 平.txt > the.diff
"$program" --select=punct_bad_ellipsis --diff-from=the.diff . > out 2> err
found 平.txt:2
git diff --text HEAD > the.diff
"$program" --select=punct_bad_ellipsis --diff-from=the.diff . > out 2> err
found 'y and z.txt:1' '宽.txt:1' '平.txt:2' '新 宽.txt:1' '有 b 空.txt:1' '标.txt:2'
git rm -qf 宽.txt
git diff HEAD -- 宽.txt > the.diff
expect_status 0 --diff-from=the.diff .

# Several patches that change one file: all of it is new, for each shifts the lines of the others.
cd "$work" || exit 2
begin patches
fault 旧稿 > 文.txt
fault 旧稿 > 另.txt
save one
printf '/the.diff\n/places\n' >> .git/info/exclude
fault 新行 >> 文.txt
fault 新行 >> 另.txt
save two
{ printf '开头的话。\n' && cat 文.txt && fault 后来; } > new && mv new 文.txt
save three
for command in 'format-patch --stdout HEAD~2' 'log -p -2'; do
	git $command > the.diff
	"$program" --select=punct_bad_ellipsis --diff-from=the.diff . > out 2> err
	found 另.txt:2 文.txt:2 文.txt:3 文.txt:4
done

# A folder with the name of a prefix, beside a file of the same name.
cd "$work" || exit 2
begin folders
fault 旧稿 > 文.txt
save one
printf '/the.diff\n/places\n' >> .git/info/exclude
mkdir b
fault 新稿 > b/文.txt
git add -A
for options in '' --no-prefix '--no-prefix --binary'; do
	git diff $options HEAD > the.diff
	"$program" --select=punct_bad_ellipsis --diff-from=the.diff . > out 2> err
	found b/文.txt:1
done

# diff -r of two folders.
cd "$work" || exit 2
mkdir -p 甲/下 乙/下
for folder in 甲 乙; do
	fault 旧稿 > $folder/平.txt
done
fault 新行 >> 乙/平.txt
fault 只有 > 乙/下/新.txt
fault 只有 > 甲/下/旧.txt
wide 宽 > 甲/宽.txt
wide 宽了 > 乙/宽.txt
LC_ALL=C diff -ru 甲 乙 > the.diff
try_folders() {
	"$program" --select=punct_bad_ellipsis --diff-from=the.diff 乙 > out 2> err
	found 乙/下/新.txt:1 乙/宽.txt:1 乙/平.txt:2
}
try_folders
(cd 乙 && "$program" --select=punct_bad_ellipsis --diff-from=../the.diff .) > out 2> err
found 下/新.txt:1 宽.txt:1 平.txt:2
# As diff says it under a Chinese locale.
cp the.diff english.diff
sed 's/^Only in \(.*\): /只在 \1 存在：/; s/^Binary files \(.*\) and \(.*\) differ$/二进制文件 \1 和 \2 不同/' english.diff > the.diff
try_folders
sed 's/^Only in \(.*\): /只在 \1 存在：/; s/^Binary files \(.*\) and \(.*\) differ$/二元碼檔 \1 與 \2 不同/' english.diff > the.diff
try_folders

finish
