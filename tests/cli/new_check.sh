#!/bin/sh
# A new check is three new files and no edit: tried in a copy of the tree, built and run.
# usage: tests/cli/new_check.sh PROGRAM
set -u
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

try() {
	if "$@" > "$work/out" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED new_check: $*"
		sed 's/^/    /' "$work/out"
	fi
}

mkdir "$work/tree" "$work/before"
tar -cf - --exclude=./.git . | tar -xf - -C "$work/tree"
tar -cf - --exclude=./.git --exclude=./build . | tar -xf - -C "$work/before"
cd "$work/tree" || exit 2
try tools/new_check.sh text_first_try
try make -s -j2
try sh -c '! diff -r --exclude=build "$1/before" "$1/tree" | grep -v "^Only in $1/tree"' sh "$work"
try tests/golden.sh build/kanlint text_first_try
try sh -c 'build/kanlint --list-checks | grep -q "^text_first_try "'
try sh -c '! tools/new_check.sh text_first_try'
try sh -c '! tools/new_check.sh Text-First'
echo "new_check: $passed passed, $failed failed"
[ $failed -eq 0 ]
