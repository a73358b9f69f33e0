#!/bin/sh
# Runs the golden fixtures: tests/golden/NAME/CASE.bad.txt must print CASE.expect with only that check on, CASE.good.txt
# nothing; the fixes must turn CASE.bad.txt into CASE.fixed.txt, which is silent too. CASE.config.yaml beside them is used for
# that case, else config.yaml for all of the folder. A file that is none of these is an error; and over all fixtures every
# message of every check must be printed once.
#
# usage: tests/golden.sh PROGRAM [--bless] [NAME...]
set -u
program=$(realpath "$1")
shift
bless=no
[ "${1-}" = --bless ] && bless=yes && shift
cd "$(dirname "$0")/golden" || exit 2
all=no
[ $# -gt 0 ] || { set -- */ && all=yes; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

fail() {
	failed=$((failed + 1))
	echo "FAILED $1"
	[ $# -lt 2 ] || sed 's/^/    /' "$2"
}

# lint FILE [OPTION...]: one file with one check, in the folder of the check
lint() {
	target=$1
	shift
	config=config.yaml
	[ ! -e "$case.config.yaml" ] || config=$case.config.yaml
	if [ -e "$config" ]; then
		set -- --config="$config" "$@"
	else
		set -- --no-config "$@"
	fi
	LC_ALL=C.UTF-8 LANGUAGE=en "$program" --select="$name" --exit-zero "$@" "$target" 2>&1
	status=$?
	[ $status -eq 0 ] || echo "exit status $status"
}

# A fixture whose name is mistyped would be run by nobody.
check_name() {
	case $1 in
	config.yaml | *.bad.txt | *.bad.md | *.good.txt | *.good.md) return ;;
	*.expect) set -- "$1" "${1%.expect}".bad.* ;;
	*.fixed.*) set -- "$1" "${1%.fixed.*}.bad.${1##*.}" ;;
	*.config.yaml) set -- "$1" "${1%.config.yaml}".[bg][ao]*d.* ;;
	*) set -- "$1" /nonexistent ;;
	esac
	[ -e "$2" ] || fail "$name/$1 belongs to no case"
}

# A check whose package is not installed cannot be named.
is_missing() {
	LC_ALL=C.UTF-8 LANGUAGE=en "$program" --no-config --select="$name" - < /dev/null 2>&1 | grep 'install the package'
}

for name; do
	name=${name%/}
	if is_missing; then
		echo "$name" >> "$work/missing"
		continue
	fi
	cd "$name" || exit 2
	for file in *; do
		check_name "$file"
	done
	for file in *.bad.*; do
		[ -e "$file" ] || { fail "$name: no *.bad.txt"; continue; }
		case=${file%.bad.*}
		lint "$file" > "$work/out"
		[ $all = no ] || lint "$file" --format=jsonl >> "$work/findings"
		if [ $bless = yes ]; then
			cp "$work/out" "$case.expect"
		elif ! diff -u "$case.expect" "$work/out" > "$work/diff" 2>&1; then
			fail "$name/$file" "$work/diff"
			continue
		elif ! [ -s "$case.expect" ]; then
			fail "$name/$file: expects nothing"
			continue
		fi
		passed=$((passed + 1))
		fixed=$case.fixed.${file##*.}
		[ -e "$fixed" ] || continue
		cp "$file" "$work/$file"
		lint "$work/$file" --unsafe-fixes --quiet > /dev/null
		if [ $bless = yes ]; then
			cp "$work/$file" "$fixed"
		elif ! diff -u "$fixed" "$work/$file" > "$work/diff"; then
			fail "$name/$fixed" "$work/diff"
			continue
		fi
		lint "$fixed" > "$work/out"
		if [ -s "$work/out" ]; then
			fail "$name/$fixed is not silent" "$work/out"
		else
			passed=$((passed + 1))
		fi
	done
	for file in *.good.*; do
		[ -e "$file" ] || { fail "$name: no *.good.txt"; continue; }
		case=${file%.good.*}
		lint "$file" > "$work/out"
		if [ -s "$work/out" ]; then
			fail "$name/$file is not silent" "$work/out"
		else
			passed=$((passed + 1))
		fi
	done
	cd ..
done
if [ $all = yes ]; then
	sed 's/.*"check":"\([^"]*\)","key":"\([^"]*\)".*/\1.\2/; s/.*"check":"\([^"]*\)","key":null.*/\1/' "$work/findings" | sort -u > "$work/printed"
	# The list of messages as --print-config has it: NAME.KEY, or NAME: SEVERITY where there is only one.
	"$program" --no-config --print-config x.txt | sed -n 's/^  \([a-z_]*\.[a-z_]*\): .*/\1/p; s/^  \([a-z_]*\): \([a-z]\|{severity\).*/\1/p' |
		grep -v '^unused_silencing\|^house_rule' > "$work/messages"
	[ -s "$work/messages" ] || fail "--print-config lists no message"
	[ ! -e "$work/missing" ] || sort -u "$work/missing" "$work/printed" -o "$work/printed"
	for message in $(sort "$work/messages" | comm -23 - "$work/printed"); do
		fail "no fixture prints $message"
	done
fi
echo "golden: $passed passed, $failed failed"
[ $failed -eq 0 ]
