#!/bin/sh
# --new-from and --diff-from: only changed lines.
# usage: tests/cli/changed.sh PROGRAM
set -u
program=$(realpath "$1") suite=changed
. "$(dirname "$0")/lib.sh"
HOME=$work GIT_CONFIG_NOSYSTEM=1
export HOME GIT_CONFIG_NOSYSTEM
git config --global user.name Tester
git config --global user.email tester@example.org
git config --global init.defaultBranch main

git init -q tree && cd tree || exit 2
mkdir news
printf '各单位要落实责任...确保安全。\n各单位加强检查，严防事故。\n' > news/新闻.txt
printf '各单位要落实责任...确保安全。\n' > 'news/b c.txt'
printf '各单位要落实责任...确保安全。\n' > old.txt
git add . && git commit -qm one
git tag start
printf '各单位要落实责任...确保安全。\n各单位加强检查...严防事故。\n' > news/新闻.txt
git mv old.txt renamed.txt
printf '各单位要落实责任...确保安全。\n各部门要加强值班...\n' > renamed.txt
printf '新的一篇...写在这里。\n' > new.txt

try() {
	expect_status 1 --new-from="$1" .
	expect_found 2 punct_bad_ellipsis news/新闻.txt
	expect_not_found 1 punct_bad_ellipsis news/新闻.txt
	expect_not_found 1 punct_bad_ellipsis 'news/b c.txt'
	expect_found 1 punct_bad_ellipsis new.txt
}
try HEAD
try start
for setting in diff.noprefix diff.mnemonicPrefix diff.relative color.ui diff.external; do
	case $setting in
	color.ui) git config $setting always ;;
	diff.external) git config $setting false ;;
	*) git config $setting true ;;
	esac
	try HEAD
	git config --unset $setting
done
(cd news && "$program" --new-from=HEAD .) > out 2> err
expect_found 2 punct_bad_ellipsis 新闻.txt
expect_not_found 1 punct_bad_ellipsis 新闻.txt
git add . && git commit -qm two
try start
expect_status 0 --new-from=HEAD .
expect_silence
expect_status 1 --new-from='HEAD~1' renamed.txt
expect_found 2 punct_bad_ellipsis renamed.txt

# Wrong revisions, and files that no repository holds.
expect_status 2 --new-from=nowhere .
expect_error 'has no revision “nowhere”'
for revision in '' '-h' '--output=x' 'HEAD; touch x' '$(touch x)' 'HEAD -- new.txt'; do
	expect_status 2 --new-from="$revision" .
done
expect "a revision was run as a command" [ ! -e x ]
printf '各单位要落实责任...确保安全。\n' > ../outside.txt
expect_status 2 --new-from=HEAD ../outside.txt
expect_error 'is in no git repository'
(cd .. && "$program" --new-from=start tree/new.txt) > out 2> err
expect "a repository below the current folder" grep -q 'new.txt:1:' out
(cd .. && "$program" --new-from=nowhere tree/new.txt) > out 2> err
expect "an unknown revision there" [ $? -eq 2 ]
(cd .. && "$program" --new-from=nowhere tree) > out 2> err
expect "an unknown revision is said for each file" [ "$(grep -c 'has no revision' err)" -eq 1 ]
mkdir empty_path
(PATH=$work/tree/empty_path "$program" --new-from=HEAD new.txt) > out 2> err
expect "no git" grep -q 'cannot run git' err

# A diff.
git diff start HEAD > the.diff
try_diff() {
	expect_status 1 --diff-from=the.diff .
	expect_found 2 punct_bad_ellipsis news/新闻.txt
	expect_not_found 1 punct_bad_ellipsis news/新闻.txt
	expect_not_found 1 punct_bad_ellipsis 'news/b c.txt'
}
expect "git quotes the name" grep -q '"b/news/\\346' the.diff
try_diff
"$program" --diff-from=- . < the.diff > out 2> err
expect_found 2 punct_bad_ellipsis news/新闻.txt
git -c core.quotePath=false diff -U0 start HEAD > the.diff
try_diff
git -c core.quotePath=false diff --no-prefix start HEAD > the.diff
try_diff
git -c core.quotePath=false -c diff.mnemonicPrefix=true diff start > the.diff
try_diff
(cd news && "$program" --diff-from=../the.diff .) > out 2> err
expect_found 2 punct_bad_ellipsis 新闻.txt
git format-patch -q --stdout start > the.diff
try_diff
git show start:news/新闻.txt > before
diff -u before news/新闻.txt > the.diff
expect_status 1 --diff-from=the.diff news
expect_found 2 punct_bad_ellipsis news/新闻.txt
expect_not_found 1 punct_bad_ellipsis news/新闻.txt
: > the.diff
expect_status 0 --diff-from=the.diff .
expect_silence
echo 'no diff at all' > the.diff
expect_status 2 --diff-from=the.diff .
expect_error 'the.diff: is no unified diff'
printf -- '--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\n' > the.diff
expect_status 2 --diff-from=the.diff .
expect_error 'the.diff:4: the diff ends inside a hunk'
expect_status 2 --diff-from=gone.diff .

finish
