# For the tests of the command line: sourced after $program and $suite are set. Goes into an empty folder.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
LC_ALL=C.UTF-8 LANGUAGE=en
export LC_ALL LANGUAGE
passed=0 failed=0

pass() {
	passed=$((passed + 1))
}

fail() {
	failed=$((failed + 1))
	echo "FAILED $suite: $1"
	[ ! -s out ] || head -20 out | sed 's/^/    out: /'
	[ ! -s err ] || head -20 err | sed 's/^/    err: /'
}

# expect_status STATUS ARGUMENT...: runs the program; what it writes is in ./out and ./err
expect_status() {
	expected=$1
	shift
	"$program" "$@" > out 2> err
	status=$?
	if [ $status -eq "$expected" ]; then pass; else fail "$* gives $status, not $expected"; fi
}

# expect_output: standard output of the last run is standard input
expect_output() {
	cat > expected
	if cmp -s expected out; then pass; else fail "standard output is not
$(cat expected)"; fi
}

# expect_silence: the last run wrote nothing at all
expect_silence() {
	if [ -s out ] || [ -s err ]; then fail "output where none should be"; else pass; fi
}

# expect_error TEXT: standard error of the last run holds the text
expect_error() {
	if grep -qF -e "$1" err; then pass; else fail "no error “$1”"; fi
}

# expect_found LINE NAME FILE: a finding of the last run. expect_not_found likewise.
expect_found() {
	if grep -q "^$3:$1:[0-9]*: .*\[$2\]\$" out; then pass; else fail "no $2 in $3:$1"; fi
}

expect_not_found() {
	if grep -q "^$3:$1:[0-9]*: .*\[$2\]\$" out; then fail "$2 in $3:$1"; else pass; fi
}

# expect WHAT COMMAND...: the command succeeds
expect() {
	what=$1
	shift
	if "$@"; then pass; else fail "$what"; fi
}

# finish: the last line of a test
finish() {
	echo "$suite: $passed passed, $failed failed"
	[ $failed -eq 0 ]
}
