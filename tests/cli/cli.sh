#!/bin/sh
# The command line itself: wrong options, help, exit statuses, outputs, threads that change nothing, a fix that is killed.
# usage: tests/cli/cli.sh PROGRAM
set -u
program=$(realpath "$1")
repository=$(realpath "$(dirname "$0")/../..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
LC_ALL=C.UTF-8 LANGUAGE=en
export LC_ALL LANGUAGE
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() {
	failed=$((failed + 1))
	echo "FAILED cli: $1"
	sed 's/^/    /' out err 2>/dev/null | head -20
}

# status EXPECTED OPTION...: the exit status
status() {
	expected=$1
	shift
	"$program" "$@" > out 2> err
	got=$?
	[ $got -eq "$expected" ] && pass || fail "$* gives $got, not $expected"
}

# says TEXT: standard output or error of the last run holds this
says() {
	cat out err | grep -qF -- "$1" && pass || fail "nobody says “$1”"
}

silent() {
	[ ! -s out ] && pass || fail "standard output is not empty"
}

cat > bad.txt << 'END'
会议强调，各单位要认真落实防汛责任...确保群众安全。
END
cat > good.txt << 'END'
会议强调，各单位要认真落实防汛责任，确保群众安全。
END

status 0 --no-config good.txt
silent
status 1 --no-config bad.txt
says 'bad.txt:1:18: warning: '
says '[punct_bad_ellipsis]'
status 0 --no-config --exit-zero bad.txt
status 0 --no-config --fail-on=error bad.txt
status 0 --no-config --fail-on=never bad.txt
status 1 --no-config --fail-on=never --max-warnings=0 bad.txt
status 0 --no-config --fail-on=never --max-warnings=1 bad.txt
status 2 --no-config bad.txt missing.txt
says 'kanlint: missing.txt: '
says '[punct_bad_ellipsis]'
status 2 --no-config --exit-zero bad.txt missing.txt

status 2 --selekt=x good.txt
says 'unknown option --selekt; did you mean --select?'
status 2 -Z good.txt
says 'unknown option -Z'
status 2 --select
says 'option --select needs a value'
status 2 --fix=yes good.txt
says 'option --fix takes no value'
status 2 --fail-on=eror good.txt
says 'unknown value “eror”; did you mean “error”?'
status 2 --max-warnings=many good.txt
says 'is not a number'
status 2 --max-warnings=-1 good.txt
status 2 --format=jsom good.txt
says 'unknown format “jsom”; did you mean “json”?'
status 2 --format=json: good.txt
status 2 --format=json --format=gcc good.txt
says 'only one --format can go to standard output'
status 2 --format=json:/nonexistent/out.json good.txt
says '/nonexistent/out.json: cannot write'
status 2 --select=punct_bad_elipsis good.txt
says 'punct_bad_ellipsis'
status 2 --config=missing.yaml good.txt
status 2 --config=a.yaml --no-config good.txt
status 2 --prune-baseline good.txt
status 2 --new-from=HEAD --diff-from=x good.txt
status 2 --explain=punct_bad_elipsis
says 'did you mean'

status 0 --help
for option in select ignore profile config no-config print-config variant confidence format show-source column-unit fix \
	unsafe-fixes diff fail-on max-warnings exit-zero baseline write-baseline prune-baseline new-from diff-from force-exclude \
	stdin-filename encoding jobs lang quiet list-checks explain test-rules help version; do
	says "--$option"
done
status 0 --version
says 'kanlint 0'
status 0 --list-checks
says 'punct_bad_ellipsis'
status 0 --explain punct_bad_ellipsis
says '# punct_bad_ellipsis'

# Several outputs in one run.
status 1 --no-config -f gcc -f json:one.json -f sarif:two.sarif bad.txt
says '[punct_bad_ellipsis]'
grep -q '"punct_bad_ellipsis"' one.json && grep -q '"punct_bad_ellipsis"' two.sarif && pass || fail "outputs to files"

# A full disk is no clean run.
if [ -w /dev/full ]; then
	odd=$(printf 'odd\033[31m')
	ln -s /dev/full "$odd"
	status 2 --no-config -f "json:$odd" bad.txt
	says 'kanlint: odd\033[31m: cannot write the findings'
	"$program" --no-config bad.txt > /dev/full 2> err
	[ $? -eq 2 ] && pass || fail "a full disk does not give 2"
fi

# Standard input.
"$program" --no-config - < bad.txt > out 2> err
[ $? -eq 1 ] && grep -q '^-:1:18: ' out && pass || fail "standard input"
"$program" --no-config --stdin-filename=news.txt - < bad.txt > out 2> err
[ $? -eq 1 ] && grep -q '^news.txt:1:18: ' out && pass || fail "--stdin-filename"
"$program" --no-config --fix - < bad.txt > out 2> err
[ $? -eq 2 ] && grep -q 'cannot fix standard input' err && pass || fail "--fix on standard input"

# Fixes: shown, then applied, then nothing more to do.
cp bad.txt fixed.txt
status 1 --no-config --diff fixed.txt
says '+会议强调，各单位要认真落实防汛责任……确保群众安全。'
cmp -s bad.txt fixed.txt && pass || fail "--diff writes"
status 0 --no-config --fix fixed.txt
says 'kanlint: 1 fixes applied in 1 files'
grep -q '责任……确保' fixed.txt && pass || fail "--fix does not write"
cp fixed.txt once.txt
status 0 --no-config --fix fixed.txt
cmp -s once.txt fixed.txt && pass || fail "a second --fix changes something"
printf '\357\273\277' > bom.txt
cat bad.txt >> bom.txt
status 0 --no-config --fix --quiet bom.txt
[ "$(head -c 3 bom.txt | od -An -tx1 | tr -d ' ')" = efbbbf ] && pass || fail "--fix loses the BOM"
iconv -f UTF-8 -t GB18030 bad.txt > gb.txt
cp gb.txt gb.before
status 2 --no-config --fix --encoding=gb18030 gb.txt
says 'cannot fix'
cmp -s gb.before gb.txt && pass || fail "--fix touches a file of another encoding"

# Killed at any moment, a fixed file is the old one or the new one, whole.
i=0
while [ $i -lt 400 ]; do
	cat bad.txt good.txt
	i=$((i + 1))
done > many.txt
cp many.txt old.txt
cp many.txt new.txt
"$program" --no-config --fix --quiet new.txt > out 2> err
cmp -s old.txt new.txt && fail "nothing to fix in the file to kill"
broken=0
for delay in 0.001 0.002 0.003 0.004 0.005 0.006 0.007 0.008 0.009 0.010 0.012 0.014 0.016 0.018 0.020 0.025 0.030 0.040; do
	for _ in 1 2 3 4; do
		cp old.txt many.txt
		timeout -s KILL $delay "$program" --no-config --fix --quiet many.txt > /dev/null 2>&1
		cmp -s many.txt old.txt || cmp -s many.txt new.txt || broken=$((broken + 1))
	done
done
[ $broken -eq 0 ] && pass || fail "$broken files were neither old nor new after a kill"

# Threads change neither findings nor their order.
"$program" --no-config --exit-zero -j1 "$repository/corpus" > one.out 2> one.err
"$program" --no-config --exit-zero -j8 "$repository/corpus" > eight.out 2> eight.err
cmp -s one.out eight.out && cmp -s one.err eight.err && [ -s one.out ] && pass || fail "-j8 differs from -j1"

echo "cli: $passed passed, $failed failed"
[ $failed -eq 0 ]
