#!/bin/sh
# Compares the pages with the program: each check has a page and fixtures in both variants, and each example on a page does
# what it says: a ```text wrong block gives a finding of the check, a ```text right block none.
# usage: tests/docs.sh PROGRAM
set -u
program=$(realpath "$1")
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

fail() {
	failed=$((failed + 1))
	echo "FAILED docs: $1"
}

# blocks FILE KIND: writes the fenced blocks of a kind to $work/KIND.1.txt ...
blocks() {
	rm -f "$work/$2".*
	awk -v kind="$2" -v stem="$work/$2" '
		$0 == "```" && inside { inside = 0; close(file); next }
		$0 == "```text " kind { inside = 1; file = stem "." ++count ".txt"; printf "" > file; next }
		inside { print > file }' "$1"
}

find_check() {
	LC_ALL=C.UTF-8 LANGUAGE=en "$program" --no-config --select="$name" --exit-zero --format=gcc "$1" 2>&1
}

for source in checks/*.c; do
	name=$(basename "$source" .c)
	page=docs/checks/$name.md
	[ -e "$page" ] || { fail "$page is missing"; continue; }
	[ "$(head -1 "$page")" = "# $name" ] || fail "$page does not begin with # $name"
	for part in '## Wrong' '## Right' '## What passes' '## Options' '## Fix'; do
		grep -qx "$part" "$page" || fail "$page has no part $part"
	done
	for kind in bad good; do
		for variant in hans hant; do
			set -- tests/golden/"$name"/"$variant"*."$kind".*
			[ -e "$1" ] || fail "tests/golden/$name/$variant-*.$kind.txt is missing"
		done
	done
	blocks "$page" wrong
	set -- "$work"/wrong.*
	[ $# -ge 2 ] || fail "$page shows fewer than two wrong examples"
	for file; do
		if find_check "$file" | grep -q "\[$name\]$"; then
			passed=$((passed + 1))
		else
			fail "$page: no finding in: $(cat "$file")"
		fi
	done
	blocks "$page" right
	set -- "$work"/right.*
	[ $# -ge 2 ] || fail "$page shows fewer than two right examples"
	for file; do
		found=$(find_check "$file")
		[ -z "$found" ] && passed=$((passed + 1)) || fail "$page: $found in: $(cat "$file")"
	done
	"$program" --list-checks | grep -q "^$name " || fail "--list-checks does not list $name"
	"$program" --explain "$name" | head -c "$(wc -c < "$page")" | cmp -s - "$page" || fail "--explain $name does not begin with $page"
	! grep '^```' "$page" | grep -vqx '```\|```text wrong\|```text right\|```markdown' || fail "$page has a block that no test knows"
	# Every option of the check stands in the page's table.
	keys=$(sed -n '/^static const struct check_option/,/^};/s/^.*{\(\.key = \)\{0,1\}"\([a-z_]*\)".*/\2/p' "$source")
	[ -n "$keys" ] || ! grep -q '^	\.options = ' "$source" || fail "the options of $source cannot be read"
	for key in $keys; do
		grep -q "^| \`$key\`" "$page" || fail "$page does not describe the option $key"
	done
done
for page in docs/checks/*.md; do
	name=$(basename "$page" .md)
	[ -e "checks/$name.c" ] || grep -q "check_$name = " linter/*.c || fail "$page has no check"
done
for folder in tests/golden/*/; do
	name=$(basename "$folder")
	[ -e "checks/$name.c" ] || fail "$folder has no check"
done
echo "docs: $passed passed, $failed failed"
[ $failed -eq 0 ]
