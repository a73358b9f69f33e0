#!/bin/sh
# integrations/git/pre-commit: what is staged is linted, as it is staged.
# usage: tests/gates/git_hook.sh PROGRAM
set -u
program=$(realpath "$1") suite=git_hook
hook=$(realpath "$(dirname "$0")/../../integrations/git/pre-commit")
. "$(dirname "$0")/repository.sh"

fault() { # fault WORD: a line with one fault
	printf '%s要落实责任...确保安全。\n' "$1"
}
right() {
	printf '%s要落实责任，确保安全。\n' "$1"
}

stopped() { # stopped WHAT OPTION...: git commit does nothing
	what=$1 before=$(git rev-parse --quiet --verify HEAD)
	shift
	git commit -qm test "$@" > out 2> err
	if [ $? -ne 0 ] && [ "$(git rev-parse --quiet --verify HEAD)" = "$before" ]; then pass; else fail "$what is committed"; fi
}

passes() { # passes WHAT OPTION...: git commit goes through and the hook says nothing
	what=$1
	shift
	git commit -qm test "$@" > out 2> err
	if [ $? -eq 0 ] && [ ! -s err ] && [ ! -s out ]; then pass; else fail "$what is not committed, or not in silence"; fi
}

says() {
	if cat out err | grep -qF -e "$1"; then pass; else fail "nobody says “$1”"; fi
}

begin 文 稿
cp "$hook" .git/hooks/pre-commit
git config kanlint.program "$program"

# The first commit: all is new.
fault 首篇 > '首 篇.txt'
git add .
stopped "a fault in the first commit"
says '首 篇.txt:1:8: warning: '
says 'kanlint: the commit is stopped; mend what is said above'
right 首篇 > '首 篇.txt'
stopped "a fault that is cured in the work tree only"
git add .
passes "the first commit"
fault 首篇 > '首 篇.txt'
passes "a fault that is in the work tree only" --allow-empty
git add .
right 首篇 > '首 篇.txt'
stopped "a fault that is staged only"
rm '首 篇.txt'
stopped "a fault in a file that is staged and gone"
says '首 篇.txt:1:8: '
git reset -q --hard

# Only changed lines, unless all are asked for; a renamed file is no new one.
{ fault 旧稿 && right 旧稿 && right 另稿; } > 旧.md
git add . && git commit -q --no-verify -m old
right 新增 >> 旧.md
passes "a right line beside an old fault" -a
fault 新增 >> 旧.md
stopped "a wrong line" -a
says '旧.md:5:'
expect "the old fault is left alone" sh -c '! grep -q ^旧.md:1: out err'
git config kanlint.lines all
git checkout -q . && right 末尾 >> 旧.md
stopped "an old fault, where all lines count" -a
says '旧.md:1:'
git config --unset kanlint.lines
git checkout -q . && git mv 旧.md 改名.md && git add -A
passes "a file that is renamed"
git rm -q 改名.md
passes "a file that is deleted"

# git commit PATH and git commit --amend; a part of the changes.
{ fault 一 && right 二; } > 甲.txt
right 三 > 乙.txt
git add .
passes "a commit of one path" 乙.txt
stopped "a commit of the other" 甲.txt
right 一 > 甲.txt
git add . && passes "both right"
fault 四 >> 甲.txt
git add .
stopped "an amended commit" --amend
git commit -q --no-verify -m wrong > out 2> err
expect "--no-verify" [ $? -eq 0 ]

# Odd names, links, submodules, what is no article.
newline=$(printf '换\n行.txt')
for name in "$newline" '-n.txt' '0:x.txt' '$(touch ran).txt' '"引".txt' '*.md' ':(top)t.txt' '子 夹/文.markdown'; do
	mkdir -p "$(dirname -- "./$name")"
	fault 一 > "./$name"
	git add .
	stopped "$name"
	expect "a finding in $name" [ "$(cat out err | grep -c '\[punct_bad_ellipsis\]$')" -eq 1 ]
	right 一 > "./$name"
	git add .
	passes "$name"
done
expect "no name was run" [ ! -e ran ]
ln -s '落实责任...确保。' 链.txt
fault 一 > 程序.c
git add .
passes "a link and a program"
printf '文\0' > 坏.txt
git add .
stopped "an article that cannot be read"
says '坏.txt'
git rm -qf 坏.txt

# Configuration: exclude, options.
mkdir drafts
printf 'exclude: ["drafts/**"]\n' > .kanlint.yaml
fault 草 > drafts/草.txt
git add .
passes "an excluded file"
fault 一 > 丙.txt
git add .
git config kanlint.options '--ignore punct --no-config'
passes "options"
git config kanlint.options '--no-such-option'
fault 二 >> 丙.txt
git add .
stopped "a wrong option"
says 'unknown option'
git config --unset kanlint.options
git config kanlint.program no-such-kanlint
stopped "without the program"
says 'no-such-kanlint is not there'
git config kanlint.program "$program"
git reset -q --hard

# UTF-16 is binary to git.
{ printf '\377\376' && fault 上海 | iconv -t UTF-16LE; } > 宽.txt
git add .
stopped "a fault in UTF-16"
git reset -q --hard

# A merge: what the other side brings was linted there; what is written in the merge is not.
printf '%s\n' 一。 二。 三。 四。 五。 > 合.txt
git add . && passes "before the merge"
git checkout -q -b side
fault 支 > 支.txt
sed -i 's/二。/支线二。/' 合.txt
git add . && git commit -q --no-verify -m side
git checkout -q main
sed -i 's/二。/主线二。/' 合.txt
git commit -q --no-verify -am main
git merge -q side > out 2>&1
fault 合并 > 合.txt
git add .
stopped "a fault in a solved conflict"
says '合.txt:1:'
expect "the other side's fault is left alone" sh -c '! grep -q ^支.txt out err'
right 合并 > 合.txt
git add .
passes "a merge"

# A second worktree and a folder below.
git worktree add -q ../树 -b tree
cd ../树 && mkdir -p 下 && cd 下 || exit 2
fault 下 > 下.txt
git add .
stopped "a fault in a worktree"
says '下/下.txt:1:'

finish
