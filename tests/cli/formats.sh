#!/bin/sh
# The formats for CI: one article with every unit of columns apart, what cannot be read, what a format cannot hold.
# usage: tests/cli/formats.sh PROGRAM
set -u
program=$(realpath "$1") suite=formats
. "$(dirname "$0")/lib.sh"
lint() {
	"$program" --no-config --select=punct_bad_ellipsis "$@"
}
# has NAME TEXT: a fixed string in the output of that format
has() {
	if grep -qF -e "$2" "out.$1"; then pass; else fail "$1: no $2"; fi
}
counts() {
	found=$(grep -cF -e "$2" "out.$1")
	if [ "$found" -eq "$3" ]; then pass; else fail "$1: $2 stands $found times, not $3"; fi
}

formats='gcc json jsonl sarif github gitlab checkstyle rdjsonl junit'

# Before the place stand 4 code points, 13 bytes, 5 UTF-16 units, 8 cells.
mkdir 专栏
printf '新闻😀说...他没有再说。\n' > '专栏/甲,乙:<1>%%.txt'
for format in $formats; do
	lint -f "$format" ./专栏 > "out.$format"
done
has gcc '专栏/甲,乙:<1>%%.txt:1:5: warning: '
has json '"begin":{"line":1,"column":5,"utf16_column":6,"byte_column":14,"offset":13}'
has jsonl '"begin":{"line":1,"column":5,"utf16_column":6,"byte_column":14,"offset":13}'
has sarif '"startLine":1,"startColumn":5,"endLine":1,"endColumn":8,"byteOffset":13,"byteLength":3'
has github '::warning file=专栏/甲%2C乙%3A<1>%25%25.txt,line=1,endLine=1,col=6,endColumn=9,title=kanlint punct_bad_ellipsis::'
has gitlab '"severity":"minor","location":{"path":"专栏/甲,乙:<1>%%.txt","lines":{"begin":1}}'
has checkstyle '专栏/甲,乙:&lt;1&gt;%%.txt">'
has checkstyle '<error line="1" column="5" severity="warning" message="'
has checkstyle 'source="kanlint.punct_bad_ellipsis"/>'
has rdjsonl '"range":{"start":{"line":1,"column":14},"end":{"line":1,"column":17}}'
has rdjsonl '"suggestions":[{"range":{"start":{"line":1,"column":14},"end":{"line":1,"column":17}},"text":"……"}]'
has junit 'tests="1" failures="1" errors="0">'
has junit '甲,乙:&lt;1&gt;%%.txt:1:5: '

# A reader of the format reads it, also when nothing was found or nothing could be read.
cat > read.py <<'EOF'
import json, sys, xml.etree.ElementTree
name, text = sys.argv[1], open(sys.argv[2], encoding="utf-8").read()
if name in ("json", "sarif", "gitlab"):
    json.loads(text)
elif name in ("jsonl", "rdjsonl"):
    [json.loads(line) for line in text.splitlines()]
elif name in ("checkstyle", "junit"):
    xml.etree.ElementTree.fromstring(text.encode())
EOF
reads() {
	if python3 read.py "$1" "out.$1" 2> err; then pass; else fail "$1 cannot be read: $2"; fi
}
printf '他没有再说。\n' > clean.txt
printf '说&“<...”\001\n第二...句\n' > odd.txt
for format in $formats; do
	reads "$format" findings
	lint -f "$format" clean.txt > "out.$format"
	reads "$format" 'no findings'
	lint -f "$format" clean.txt missing.txt odd.txt > "out.$format" 2> err
	reads "$format" 'a failure and odd characters'
done
has github '::error file=missing.txt,title=kanlint::'
has gitlab '"check_name":"kanlint",'
has gitlab '"severity":"blocker","location":{"path":"missing.txt"'
has checkstyle '<file name="missing.txt">'
has rdjsonl '"location":{"path":"missing.txt"},"severity":"ERROR"'
has junit '<testsuite name="missing.txt" tests="1" failures="0" errors="1">'
has junit '<testsuite name="odd.txt" tests="1" failures="1" errors="0">'
lint -f junit clean.txt > out.junit
has junit '<testsuite name="kanlint" tests="1" failures="0" errors="0">'

# Two equal lines are two findings; a line above changes no fingerprint.
printf '第二...句\n第二...句\n' > two.txt
prints() {
	sed -n 's/.*"fingerprint":"\([^"]*\)".*/\1/p' out.gitlab
}
lint -f gitlab two.txt > out.gitlab
before=$(prints)
expect "two findings have two fingerprints" [ "$(prints | sort -u | wc -l)" -eq 2 ]
printf '他没有再说。\n第二...句\n第二...句\n' > two.txt
lint -f gitlab two.txt > out.gitlab
expect "an edit above leaves them" [ "$(prints)" = "$before" ]
cp two.txt three.txt
lint -f gitlab two.txt three.txt > out.gitlab
expect "another file has others" [ "$(prints | sort -u | wc -l)" -eq 4 ]

# GitHub shows ten of a kind: the others stand in the log, and a line says so. Errors come first.
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do
	printf '第%s户正在按装电梯。\n' $i
done > many.txt
printf '这一句话（没有说完。\n' > unpaired.txt
"$program" --no-config --select=typo_wrong_word,punct_unpaired -f github many.txt unpaired.txt > out.github
counts github '::warning ' 10
counts github 'many.txt:' 3
has github 'many.txt:11:'
has github 'many.txt:13:'
has github 'kanlint: 4 more findings have no annotation, as GitHub shows 10 of each severity'
printf 'checks: {punct_unpaired: error}\n' > c.yaml
"$program" --config=c.yaml --select=typo_wrong_word,punct_unpaired -f github many.txt unpaired.txt > out.github
expect "the most severe come first" [ "$(grep -n '^::' out.github | head -n 1 | grep -c '::error file=unpaired.txt')" -eq 1 ]

finish
