#!/bin/sh
# --baseline, --write-baseline, --prune-baseline.
# usage: tests/cli/baseline.sh PROGRAM
set -u
program=$(realpath "$1") suite=baseline
. "$(dirname "$0")/lib.sh"

mkdir -p news lists
printf '各单位要落实责任...确保安全。\n各单位加强检查...严防事故。\n' > news/a.txt
printf '各单位要落实责任...确保安全。\n' > news/b.txt
expect_status 1 news
expect_status 0 --write-baseline lists/old.txt news
expect_silence
expect "paths are relative to the baseline" grep -q '^\.\./news/a.txt	punct_bad_ellipsis	[0-9a-f]\{16\}	1	各单位' lists/old.txt
expect "the baseline is sorted" sh -c 'LC_ALL=C sort lists/old.txt | cmp -s - lists/old.txt'
expect_status 0 --baseline lists/old.txt news
expect_silence
(cd news && "$program" --baseline ../lists/old.txt a.txt) > out 2> err
expect "the baseline from another folder" [ ! -s out ]
"$program" --baseline lists/old.txt --stdin-filename=news/a.txt - < news/a.txt > out 2> err
expect "the baseline for standard input" [ ! -s out ]

# Lines move; a line that changes is new, and one that comes again.
printf '通知\n\n  各单位加强检查...严防事故。\n各单位要落实责任...确保安全。\n' > news/a.txt
expect_status 0 --baseline lists/old.txt news
printf '各单位要落实责任...确保大家安全。\n各单位加强检查...严防事故。\n各单位加强检查...严防事故。\n' > news/a.txt
expect_status 1 --baseline lists/old.txt --ignore=text news
expect_found 1 punct_bad_ellipsis news/a.txt
expect_not_found 2 punct_bad_ellipsis news/a.txt
expect_found 3 punct_bad_ellipsis news/a.txt
expect_not_found 1 punct_bad_ellipsis news/b.txt

# Pruned: what the linted files no longer need.
printf '各单位加强检查，严防事故。\n' > news/b.txt
cp lists/old.txt lists/kept.txt
expect_status 0 --baseline lists/kept.txt --prune-baseline --select=typo news
expect "what was not looked for is pruned" cmp -s lists/old.txt lists/kept.txt
"$program" --baseline lists/kept.txt --prune-baseline news/a.txt > out 2> err
expect "a file that was not linted is pruned" grep -q '^\.\./news/b.txt' lists/kept.txt
expect "what is no longer found stays" [ "$(grep -c '^\.\./news/a.txt' lists/kept.txt)" -eq 1 ]
"$program" --baseline lists/kept.txt --prune-baseline news > out 2> err
expect "what is no longer found stays in b.txt" [ "$(grep -c '^\.\.' lists/kept.txt)" -eq 1 ]
rm -r news
"$program" --baseline lists/kept.txt --prune-baseline lists > out 2> err
expect "files that are gone stay" [ "$(grep -c '^\.\.' lists/kept.txt)" -eq 0 ]

# What this run would not show stays as long as it is found: messages that are off, too low a confidence, rules and checks that are not there.
mkdir hidden
printf '他说：「好的。」她说：“再见。”他问：「谁？」\n会议讨论了二〇二四年和2023年的工作，共有3个苹果和四个梨。\n甲,乙。约几百人在场，大概20多岁。\n' > hidden/a.txt
printf '{"text":"他说：「好的。」她说：“再见。”"}\n{"text":"共有3个苹果和四个梨，约几百人在场。"}\n' > hidden/b.jsonl
expect_status 0 --no-config --write-baseline strict.list --profile=strict --confidence=low hidden
expect "a finding that is not sure" grep -q 'double_approximation' strict.list
printf 'hidden/a.txt\tplugin_check\t0123456789abcdef\t1\tx\nhidden/a.txt\thouse_rule\t0123456789abcdef\t1\tx\n-\tpunct_unpaired\t0123456789abcdef\t1\tx\n' >> strict.list
sort -o strict.list strict.list
for options in '' --profile=crawl --confidence=low '--select=punct --confidence=medium' '--profile=strict --confidence=low'; do
	cp strict.list pruned.list
	expect_status 0 --no-config --baseline pruned.list --prune-baseline $options hidden
	expect "pruned with “$options”" cmp -s strict.list pruned.list
done
mv hidden/a.txt hidden/c.txt
cp strict.list pruned.list
expect_status 0 --no-config --baseline pruned.list --prune-baseline hidden
expect "a file that was renamed" sh -c 'sed "s|^hidden/a|hidden/c|" strict.list | sort | cmp -s - pruned.list'
cp strict.list moved.list
expect_status 0 --no-config --baseline moved.list --prune-baseline --select=punct hidden
expect "a file that was renamed, and checks that are off" sh -c 'sed "s|^hidden/a|hidden/c|" strict.list | sort | cmp -s - moved.list'
printf '没有问题。\n' > hidden/c.txt
expect_status 0 --no-config --baseline pruned.list --prune-baseline hidden
expect "what is mended goes" sh -c '! grep -v "plugin_check\|house_rule" pruned.list | grep -q c.txt'
expect "and nothing else" grep -q b.jsonl pruned.list
printf '{"text":"没有问题。"}\n{"text":3}\n' > hidden/b.jsonl
cp pruned.list kept.list
expect_status 2 --no-config --baseline kept.list --prune-baseline hidden
expect "a record that could not be read" cmp -s pruned.list kept.list
printf '{"text":"没有问题。"}\n' > hidden/b.jsonl
expect_status 0 --no-config --baseline pruned.list --prune-baseline hidden
expect "a stream that is mended" sh -c '! grep -q jsonl pruned.list'
expect "standard input is never gone" grep -q '^-' pruned.list

# A personal number does not get into a baseline.
echo '联系人身份证号11010519491231002X，请落实责任...' > id.txt
expect_status 0 --write-baseline id.list id.txt
expect "a personal number in the baseline" sh -c '! grep -q 194912 id.list'
expect_status 0 --baseline id.list id.txt

# --fix and a baseline: what is hidden is left alone.
printf '各单位要落实责任...确保安全。\n' > fix.txt
expect_status 0 --write-baseline fix.list fix.txt
printf '各单位加强检查...严防事故。\n' >> fix.txt
expect_status 0 --baseline fix.list --fix --quiet fix.txt
expect "--fix changes an old finding, or not the new one" [ "$(grep -c '……' fix.txt)" -eq 1 ]

expect_status 2 --baseline gone.list fix.txt
expect_error 'gone.list: cannot read: No such file or directory'
echo x > wrong.list
expect_status 2 --baseline wrong.list fix.txt
expect_error 'wrong.list:1: is no baseline'
expect_status 2 --write-baseline gone/b.list fix.txt
expect_error 'kanlint: gone/b.list: cannot be written: no file can be made in its folder: No such file or directory'
expect_status 2 --prune-baseline fix.txt

finish
