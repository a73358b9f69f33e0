#!/bin/sh
# The formats, columns, languages and pages from outside.
# usage: tests/cli/output.sh PROGRAM
set -u
program=$(realpath "$1")
docs=$(realpath "$(dirname "$0")/../../docs")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
unset LANGUAGE LC_ALL LC_MESSAGES LANG
passed=0 failed=0

lint() {
	"$program" --no-config --select=punct_bad_ellipsis "$@"
}

# ok WHAT: counts by the status of the command before it, which wrote to ./out
ok() {
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED output: $2"
		sed 's/^/    /' out
	fi
}

# same WHAT: ./out must be standard input
same() {
	cat > expected
	cmp -s expected out
	ok $? "$1"
}

# has TEXT, hasnt TEXT: a fixed string in ./out
has() {
	grep -qF -e "$1" out
	ok $? "no $1"
}
hasnt() {
	! grep -qF -e "$1" out
	ok $? "there is $1"
}

# Columns: before the place stand 4 code points, 13 bytes, 5 UTF-16 units, 8 cells.
printf '新闻😀说...他没有再说。\n' > columns.txt
for unit in codepoint:5 byte:14 utf16:6 display:9; do
	lint --column-unit="${unit%:*}" columns.txt > out
	has "columns.txt:1:${unit#*:}: warning: "
done
printf '“新闻”说...他没有再说。\n' > ambiguous.txt
lint --column-unit=display --ambiguous-width=2 ambiguous.txt > out
has 'ambiguous.txt:1:11: warning: '
LC_ALL=zh_CN.UTF-8 lint --column-unit=display ambiguous.txt > out
has 'ambiguous.txt:1:11: warning: '
lint --column-unit=display ambiguous.txt > out
has 'ambiguous.txt:1:9: warning: '
KANLINT_AMBIGUOUS_WIDTH=2 lint --column-unit=display ambiguous.txt > out
has 'ambiguous.txt:1:11: warning: '
LC_ALL=zh_TW.UTF-8 KANLINT_AMBIGUOUS_WIDTH=1 lint --column-unit=display ambiguous.txt > out
has 'ambiguous.txt:1:9: warning: '
lint --column-unit=display --ambiguous-width=1 ambiguous.txt > out
has 'ambiguous.txt:1:9: warning: '
printf '\t新闻\t他说...他没有再说。\n' > tabs.txt
lint --column-unit=display tabs.txt > out
has 'tabs.txt:1:21: warning: '
lint tabs.txt > out
has 'tabs.txt:1:7: warning: '

# A byte order mark is no column but counts in offsets; CRLF is one line end.
printf '\357\273\277一行\r\n他说...\r\n' > bom.txt
lint bom.txt > out
has 'bom.txt:2:3: warning: '
lint -f jsonl bom.txt > out
has '"begin":{"line":2,"column":3,"utf16_column":3,"byte_column":7,"offset":17}'
has '"converted":false'
printf '他说...新闻\n' | iconv -f UTF-8 -t UTF-16 > utf16.txt
lint -f jsonl utf16.txt > out
has '"column":3,'
has '"converted":true'

# The line with its caret.
printf '电话13812345678，他说...新闻\n' > source.txt
lint --show-source source.txt | tail -2 > out
same 'the source line is masked, the caret stands under the place' <<'END'
    1 | 电话138******78，他说...新闻
      |                      ^~~
END
hasnt 13812345678

# File names.
name=$(printf 'a\nb\033[31m.txt')
cp columns.txt "$name"
lint "$name" > out
has 'a\nb\033[31m.txt:1:5: warning: '
cp columns.txt '新 闻:100%.txt'
lint -f sarif '新 闻:100%.txt' > out
has '"uri":"%E6%96%B0%20%E9%97%BB%3A100%25.txt"'
lint -f sarif "$work/columns.txt" > out
has "\"uri\":\"file://$work/columns.txt\""
lint -f sarif ./columns.txt > out
has '"uri":"columns.txt"'

# JSON: findings, failures and the summary agree; the status is 2 when something failed.
lint -f json columns.txt missing.txt > out 2> errors
[ $? -eq 2 ]
ok $? 'a missing file is status 2'
has '{"version":1,"tool":{"name":"kanlint","version":"'
has '"path":"columns.txt","check":"punct_bad_ellipsis","key":'
has '{"path":"missing.txt","message":"'
has '"summary":{"files":1,"failures":1,"errors":0,"warnings":1,"notes":0,"capped":[]}}'
grep -q '^kanlint: missing.txt: ' errors
ok $? 'a failure is said on standard error too'
: > empty.txt
lint -f json empty.txt > out
has '"findings":[],'
has '"failures":[],'
has '"summary":{"files":1,"failures":0,"errors":0,"warnings":0,"notes":0,"capped":[]}}'

# Every member stands in the schema and on the page.
yes '他说...他没有再说。' | head -n 10001 > many.txt
lint -f json columns.txt missing.txt many.txt 2> errors | grep -o '"[a-z0-9_]*":' | tr -d '":' | sort -u > members
[ -s members ]
ok $? 'the JSON has no members'
while read -r member; do
	grep -q "\"$member\":" "$docs/kanlint.schema.json" && grep -q "[\`\"]$member[\`\"]" "$docs/json.md"
	ok $? "docs/ does not describe the member $member of the JSON"
done < members

# JSON Lines: one finding a line, the summary last.
printf '他说...\n\n她说...\n' > two.txt
lint -f jsonl two.txt missing.txt 2> errors > out
[ "$(grep -c '^{"path":"two.txt",.*}$' out)" -eq 2 ] && [ "$(wc -l < out)" -eq 4 ]
ok $? 'two findings, a failure and the summary are four lines'
has '{"failure":{"path":"missing.txt","message":"'
tail -n 1 out > last
cp last out
same 'the last line is the summary' <<'END'
{"summary":{"files":1,"failures":1,"errors":0,"warnings":2,"notes":0,"capped":[]}}
END
lint -f jsonl missing.txt 2> errors > out
[ "$(wc -l < out)" -eq 2 ]
ok $? 'a run without findings has its summary'

# SARIF.
lint -f sarif two.txt missing.txt 2> errors > out
has '"columnKind":"unicodeCodePoints"'
has '"version":"2.1.0"'
has '"ruleId":"punct_bad_ellipsis","ruleIndex":0,'
has '"executionSuccessful":false,"toolExecutionNotifications":['
has '"deletedRegion":{"startLine":3,"startColumn":3,'
lint -f sarif two.txt > out
has '"executionSuccessful":true,"toolExecutionNotifications":[]'
lint -f sarif empty.txt > out
has '"results":[]'

# What a check finds past its cap is said to be missing, in every format.
lint -f gcc many.txt > out 2> errors
[ "$(wc -l < out)" -eq 10000 ]
ok $? 'the cap is 10,000 findings'
cp errors out
same 'the cap is said on standard error' <<'END'
kanlint: many.txt: only the first 10000 findings of punct_bad_ellipsis are shown
END
capped='"capped":[{"path":"many.txt","check":"punct_bad_ellipsis","limit":10000}]}}'
lint -f json many.txt 2> errors | tail -n 1 > out
has "$capped"
lint -f jsonl many.txt 2> errors | tail -n 1 > out
has "$capped"
lint -f sarif many.txt 2> errors | tail -n 4000 > out
has '"executionSuccessful":true,'
has '{"level":"warning","message":{"text":"only the first 10000 findings of punct_bad_ellipsis are shown"}'
has '"locations":[{"physicalLocation":{"artifactLocation":{"uri":"many.txt"}}}],"associatedRule":{"id":"punct_bad_ellipsis","index":0}}'
cp many.txt mended.txt
lint --fix -f json mended.txt 2> errors | tail -n 1 > out
has '"warnings":0,"notes":0,"capped":[]}}'

# A fingerprint stays when other lines change, and tells equal lines apart.
prints() {
	lint -f jsonl "$1" | sed -n 's/.*"fingerprint":"\([^"]*\)".*/\1/p'
}
printf '他说...\n他说...\n' > twice.txt
printf '新的一行\n\n他说...\n另一行\n他说...\n' > moved.txt
mkdir moved && cp moved.txt moved/twice.txt
prints twice.txt > out
[ "$(sort -u out | wc -l)" -eq 2 ]
ok $? 'equal lines have two fingerprints'
prints moved/twice.txt > moved.prints
cmp -s out moved.prints
ok $? 'fingerprints do not depend on other lines'

# Many findings: each has a fingerprint of its own, also where lines are the same; and there is an end to them, which is said.
i=0
while [ $i -lt 300 ]; do
	i=$((i + 1))
	printf '第%d行说...他没有再说。\n又说...他没有再说。\n' $i
done > many.txt
prints many.txt | sort -u > out
[ "$(wc -l < out)" -eq 600 ]
ok $? '600 findings do not have 600 fingerprints'
while [ $i -lt 10050 ]; do
	i=$((i + 1))
	echo '又说...他没有再说。'
done >> many.txt
lint many.txt > lines 2> out
[ "$(wc -l < lines)" -eq 10000 ]
ok $? 'the findings of a check do not end at 10000'
has 'kanlint: many.txt: only the first 10000 findings of punct_bad_ellipsis are shown'

# Several formats in one run.
lint -f gcc -f json:report.json -f sarif:report.sarif columns.txt > out
has 'columns.txt:1:5: warning: '
cp report.json out
has '"path":"columns.txt"'
cp report.sarif out
has '"uri":"columns.txt"'
lint -f xml columns.txt > out 2>&1
[ $? -eq 2 ]
ok $? 'an unknown format is status 2'

# Languages: severities stay English; no locale needs to be there.
english=$(lint columns.txt)
hans=$(lint --lang=zh_CN columns.txt)
hant=$(lint --lang=zh-Hant columns.txt)
printf '%s\n' "$english" "$hans" "$hant" > out
[ "$(sort -u out | wc -l)" -eq 3 ] && [ "$(grep -c '^columns.txt:1:5: warning: .* \[punct_bad_ellipsis\]$' out)" -eq 3 ]
ok $? 'three languages'
# speaks EXPECTED VARIABLE=VALUE...
speaks() {
	expected=$1
	shift
	env "$@" "$program" --no-config --select=punct_bad_ellipsis columns.txt > out
	[ "$(cat out)" = "$expected" ]
	ok $? "the language with $*"
}
speaks "$hans" LC_ALL=zh_CN.UTF-8
speaks "$hans" LC_ALL=zh_SG
speaks "$hans" LANG=zh_CN.GB18030
speaks "$hans" LC_ALL=C.UTF-8 LANGUAGE=zh_CN
speaks "$hans" LC_ALL=C.UTF-8 LANGUAGE=zh_CN:en
speaks "$hans" LANG=en_US.UTF-8 LC_MESSAGES=zh_CN.UTF-8
speaks "$hant" LC_ALL=zh_TW.UTF-8
speaks "$hant" LC_ALL=zh_HK.UTF-8
speaks "$hant" LANG=C.UTF-8 LANGUAGE=zh_TW
speaks "$english" LC_ALL=C
speaks "$english" LC_ALL=C LANG=zh_CN.UTF-8
speaks "$english" LC_ALL=C.UTF-8
speaks "$english" LC_ALL=de_DE.UTF-8
speaks "$english" LC_ALL=C.UTF-8 LANGUAGE=en:zh_CN
LC_ALL=zh_CN.UTF-8 "$program" --no-config --select=punct_bad_ellipsis --lang=en columns.txt > out
[ "$(cat out)" = "$english" ]
ok $? '--lang wins over the environment'
lint --lang=xx columns.txt > out 2>&1
[ $? -eq 2 ]
ok $? 'an unknown language is status 2'

# The list and the pages.
"$program" --list-checks > out
grep -qE '^punct_bad_ellipsis +[a-z,]+ +default,newsroom,strict,crawl +[^ ]' out
ok $? '--list-checks prints name, severity, profiles, summary'
LC_ALL=C sort -c out
ok $? '--list-checks is sorted'
"$program" --explain punct_bad_ellipsis > out
has '# punct_bad_ellipsis'
"$program" --explain punct_bad_elipsis > out 2>&1
[ $? -eq 2 ]
ok $? 'a wrong name is status 2'
has '“punct_bad_ellipsis”'
"$program" --explain punct_bad_ellipsis.nonsense > out 2>&1
[ $? -eq 2 ]
ok $? 'a wrong key is status 2'

echo "output: $passed passed, $failed failed"
[ $failed -eq 0 ]
