#!/bin/sh
# --new-from on real repositories: renames, merges, beginnings, odd names, submodules, worktrees, shallow clones, hooks.
# usage: tests/gates/new_from.sh PROGRAM
set -u
program=$(realpath "$1") suite=new_from
. "$(dirname "$0")/repository.sh"

fault() { # fault WORD: a line with one fault
	printf '%s要落实责任...确保安全。\n' "$1"
}

# Renames: with and without edits, into a folder, twice; a copy is new.
begin renames
for name in 甲 乙 丙; do
	for part in 一 二 三 四; do fault "$name组$part"; done > $name.txt
done
save one
git tag start
mkdir 归档
git mv 甲.txt 归档/甲一.txt
git mv 乙.txt 乙二.txt
fault 新增 >> 乙二.txt
cp 丙.txt 丁.txt
expect_status 1 --new-from=start .
expect_not_found 1 punct_bad_ellipsis 归档/甲一.txt
expect_not_found 1 punct_bad_ellipsis 乙二.txt
expect_found 5 punct_bad_ellipsis 乙二.txt
expect_found 1 punct_bad_ellipsis 丁.txt
save two
git mv 乙二.txt 归档/乙三.txt
expect_status 1 --new-from=start 归档
expect_found 5 punct_bad_ellipsis 归档/乙三.txt
expect "one finding of a file renamed twice" [ "$(wc -l < out)" -eq 1 ]
expect_status 0 --new-from=HEAD .
expect_silence

# Deleted: a file that is gone, a line that is gone, a file taken out of the index only.
rm 丙.txt
sed -i 1d 丁.txt
expect_status 0 --new-from=HEAD .
expect_silence
expect_status 2 --new-from=HEAD 丙.txt
git rm -q --cached 丁.txt
expect_status 1 --new-from=HEAD 丁.txt
expect_found 1 punct_bad_ellipsis 丁.txt

# What git was told not to look at is not known to be old.
begin unseen
fault 甲 > 甲.txt
fault 乙 > 乙.txt
save one
git update-index --assume-unchanged 甲.txt
git update-index --skip-worktree 乙.txt
fault 甲甲 >> 甲.txt
fault 乙乙 >> 乙.txt
expect_status 1 --new-from=HEAD .
expect_found 2 punct_bad_ellipsis 甲.txt
expect_found 2 punct_bad_ellipsis 乙.txt

# A branch that the other side has left behind: what main cures or adds is nothing that the branch brings.
begin merges
for part in 一 二 三 四 五 六 七 八; do fault "段落$part"; done > 稿.txt
save one
git checkout -q -b topic
fault 支线 >> 稿.txt
fault 支线 > 支.txt
save topic
git checkout -q main
sed -i '2s/\.\.\./，/' 稿.txt
fault 主线 > 主.txt
save cured
git checkout -q topic
expect_status 1 --new-from=main .
expect_found 9 punct_bad_ellipsis 稿.txt
expect_found 1 punct_bad_ellipsis 支.txt
expect "a line that main has cured is none of the branch's" [ "$(wc -l < out)" -eq 2 ]
git merge -q -m merged main
expect_status 1 --new-from=main .
expect "after the merge the same" [ "$(wc -l < out)" -eq 2 ]
expect_status 1 --new-from=HEAD^1 .
expect_found 1 punct_bad_ellipsis 主.txt
expect_not_found 9 punct_bad_ellipsis 稿.txt
git checkout -q --detach main
git merge -q --no-ff -m 'as a service merges a request' topic
expect_status 1 --new-from=HEAD^1 .
expect "the first parent of a request's merge" [ "$(wc -l < out)" -eq 2 ]

# A conflict that nobody has solved: both sides of it are new.
git checkout -q main
sed -i '5s/.*/主线另有说法...还没有写完。/' 稿.txt
save five
git checkout -q topic
sed -i '5s/.*/支线也有说法...还没有写完。/' 稿.txt
save five
git merge -q main > ignored 2>&1 # fails
expect "there is a conflict" grep -q '^<<<<<<<' 稿.txt
expect_status 1 --new-from=HEAD --select=punct_bad_ellipsis 稿.txt
expect "our side is old, theirs is new" [ "$(cut -d: -f2 out)" = 8 ]
git merge --abort

# No common history: the revision itself is compared with.
git checkout -q --orphan other
git rm -rfq .
fault 孤立 > 稿.txt
fault 别的 >> 稿.txt
git add . && git commit -qm other
expect_status 1 --new-from=main .
expect "all lines of another history" [ "$(wc -l < out)" -eq 2 ]

# Nothing committed yet: all is new. Another revision is not there, and that is said.
begin unborn
fault 首篇 > 首.txt
expect_status 1 --new-from=HEAD .
expect_found 1 punct_bad_ellipsis 首.txt
git add .
expect_status 1 --new-from=@ .
expect_status 2 --new-from=main .
expect_error 'has no revision “main”'
save one
expect_status 1 --new-from=0000000000000000000000000000000000000000 .
expect_status 2 --new-from=000000000000000000000000000000000000000 .

# Names.
begin names
count=0
while IFS= read -r name; do
	fault 旧稿 > "$name" && fault 旧稿 > "$name.untouched.txt" && count=$((count + 1))
done <<'END'
中文 名字.txt
"双引号".txt
'單引號'.txt
back\slash.txt
$(touch ran).txt
*.txt
:(top)x.txt
a:1:2: note.txt
b.txt
café.txt
END
newline=$(printf '换\n行\t与\033制表.txt')
fault 旧稿 > "$newline"
fault 旧稿 > ./-x.txt
mkdir b 'a b'
fault 旧稿 > b/b.txt
fault 旧稿 > 'a b/c d.txt '
save one
for file in ./*.txt b/b.txt; do
	case $file in
	*.untouched.txt) ;;
	*) fault 新行 >> "$file" ;;
	esac
done
expect_status 1 --new-from=HEAD .
cut -d: -f1 out > ignored
expect "each odd name has its new line and no more" [ "$(grep -c '\[punct_bad_ellipsis\]$' out)" -eq $((count + 3)) ]
expect "no old line" sh -c '! grep -q :1: out || [ "$(grep -c ":1:18: " out)" -eq 0 ]'
expect "a newline is shown as \\n" grep -qF '换\n行\t与\033制表.txt:2:' out
expect_status 1 --new-from=HEAD -- -x.txt
fault 新行 >> 'a b/c d.txt '
expect_status 1 --new-from=HEAD 'a b/c d.txt '
expect "no name was run" [ ! -e ran ]

# Links are what they lead to.
begin links
mkdir 稿 库
fault 旧稿 > 稿/z.txt
ln -s z.txt 稿/a.txt
ln -s ../稿 库/稿
save one
fault 新行 >> 稿/z.txt
expect_status 1 --new-from=HEAD .
expect_found 2 punct_bad_ellipsis 稿/a.txt
expect_status 1 --new-from=HEAD 库/稿/z.txt
expect_found 2 punct_bad_ellipsis 库/稿/z.txt
expect "one line is new" [ "$(wc -l < out)" -eq 1 ]

# UTF-16, where every 上 has the byte of a newline; GB18030 and Big5, where none has.
begin encodings
{ printf '\377\376' && { printf '上上上上\n' && fault 旧稿; } | iconv -t UTF-16LE; } > 宽.txt
fault 旧稿 | iconv -t GB18030 > 国标.txt
save one
{ fault 上海 && fault 上海; } | iconv -t UTF-16LE >> 宽.txt
fault 上海 | iconv -t GB18030 >> 国标.txt
expect_status 1 --new-from=HEAD 宽.txt
expect_found 4 punct_bad_ellipsis 宽.txt
expect_status 1 --new-from=HEAD --encoding=gb18030 国标.txt
expect_found 2 punct_bad_ellipsis 国标.txt
expect_not_found 1 punct_bad_ellipsis 国标.txt
printf '*.txt -diff\n' > .gitattributes
expect_status 1 --new-from=HEAD 宽.txt
printf '*.txt text working-tree-encoding=UTF-16\n' > .gitattributes
expect_status 1 --new-from=HEAD 宽.txt
rm .gitattributes && git checkout -q .
expect_status 0 --new-from=HEAD 宽.txt

# A submodule is compared with the commit that the revision of the outer repository had.
begin 子库
fault 旧稿 > 文.txt
save one
begin outer
git -c protocol.file.allow=always submodule --quiet add ../子库 书/子 2> ignored
fault 旧稿 > 外.txt
save one
git tag start
(cd 书/子 && fault 新行 >> 文.txt && git commit -qam two && git tag -f start > ignored)
save moved
expect_status 1 --new-from=start .
expect_found 2 punct_bad_ellipsis 书/子/文.txt
expect "only what the submodule has got since" [ "$(wc -l < out)" -eq 1 ]
expect_status 0 --new-from=HEAD .
expect_silence
fault 未交 >> 书/子/文.txt
expect_status 1 --new-from=HEAD .
expect_found 3 punct_bad_ellipsis 书/子/文.txt
(cd 书/子 && "$program" --new-from=start .) > out 2> err
expect "inside the submodule the revision is the submodule's" grep -q '^文.txt:3:' out
expect "and no more" [ "$(wc -l < out)" -eq 1 ]
(cd .. && "$program" --new-from=start outer) > out 2> err
expect "from outside both it is the outer one's" [ "$(grep -c '^outer/书/子/文.txt:[23]:' out)" -eq 2 ]
git -c protocol.file.allow=always submodule --quiet add ../子库 后来 2> ignored
expect_status 1 --new-from=HEAD 后来
expect_found 1 punct_bad_ellipsis 后来/文.txt
# In a hook, git's environment is that of the outer repository.
GIT_INDEX_FILE=.git/index GIT_DIR=$PWD/.git "$program" --new-from=HEAD 书 > out 2> err
expect "a submodule in a hook" [ "$(cut -d: -f1,2 out)" = 书/子/文.txt:3 ]
git -C 书/子 fetch -q --depth=1 "file://$work/子库" main
git -C 书/子 update-ref -d refs/tags/start
git -C 书/子 checkout -qf FETCH_HEAD
git -C 书/子 reflog expire --expire=now --all
git -C 书/子 branch -qD main
git -C 书/子 gc -q --prune=now 2> ignored
expect_status 2 --new-from=HEAD 书
expect_error 'the submodule 书/子 lacks the commit'

# A second worktree, and a hook's environment in it.
begin trees
fault 旧稿 > 文.txt
save one
git worktree add -q ../别处 -b side
cd ../别处 || exit 2
fault 新行 >> 文.txt
expect_status 1 --new-from=main .
expect "a line of the other worktree" [ "$(cut -d: -f1,2 out)" = 文.txt:2 ]
git add .
printf '#!/bin/sh\nexec "%s" --new-from=HEAD .\n' "$program" > "$(git rev-parse --git-path hooks)/pre-commit"
chmod +x "$(git rev-parse --git-path hooks)/pre-commit"
expect "a hook of git in a worktree stops a commit" sh -c '! git commit -qm two > said 2>&1'
expect "and says why" grep -q '^文.txt:2:.*punct_bad_ellipsis' said
rm "$(git rev-parse --git-path hooks)/pre-commit"

# A shallow clone: what is not there is said, with what to do; what is there is compared.
cd "$work/trees" || exit 2
fault 二 >> 文.txt
save two
fault 三 >> 文.txt
save three
git tag early HEAD~2
cd "$work" && git clone -q --depth=1 "file://$work/trees" shallow && cd shallow || exit 2
expect_status 2 --new-from=HEAD~1 .
expect_error 'the clone is shallow: fetch that revision'
expect_status 2 --new-from=early .
git fetch -q --depth=1 origin tag early
expect_status 1 --new-from=early .
expect "a revision fetched without the history between" [ "$(wc -l < out)" -eq 2 ]
git fetch -q --deepen=1
expect_status 1 --new-from=HEAD~1 .
expect "deepened" [ "$(cut -d: -f2 out)" = 3 ]

# What is no revision.
cd "$work/trees" || exit 2
expect_status 2 --new-from=main..side .
expect_error '“main..side” is a range; name one revision, as in --new-from=main'
expect_status 2 --new-from='HEAD^{tree}' .
expect_status 2 --new-from=HEAD~100 .
git tag -a -m signed v1 HEAD~1
expect_status 1 --new-from=v1 .
expect_status 1 --new-from='HEAD@{1 minute ago}' --select=punct_bad_ellipsis .
mkdir "$work/nowhere" && cd "$work/nowhere" || exit 2
fault 旧稿 > 文.txt
expect_status 2 --new-from=HEAD .
expect_error '文.txt: --new-from: the file is in no git repository'
expect_status 2 --exit-zero --new-from=HEAD .

finish
