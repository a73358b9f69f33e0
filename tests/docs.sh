#!/bin/sh
# Compares the pages with the program: each check has a page and fixtures in both variants, and each example on a page does
# what it says: a ```text wrong block gives a finding of the check, a ```text right block none. So does each line of the tables in
# docs/standards.md and docs/variants.md.
# usage: tests/docs.sh PROGRAM
set -u
program=$(realpath "$1")
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
tab=$(printf '\t')

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

# cells FILE COLUMNS: the lines of its tables that have so many columns, without their heads, cells separated by tabs
cells() {
	awk -F ' *[|] *' -v columns="$2" '
		NF != columns + 2 || $2 ~ /^-+$/ { next }
		!seen[NF]++ { next }
		{ for (i = 2; i < NF; i++) printf "%s%s", $i, i < NF - 1 ? "\t" : "\n" }' "$1" | grep -v "^rule$tab"
}

# find_said VARIANT CHECK[.KEY] TEXT: the messages of a check on a text with ⏎ for newlines; of all checks for ALL
find_said() {
	select=--select=${2%%.*}
	[ "$2" != ALL ] || select=--quiet
	printf '%s\n' "$3" | sed 's/⏎/\n/g' > "$work/said.txt"
	LC_ALL=C.UTF-8 LANGUAGE=en "$program" --no-config --profile=strict "$select" --variant="$1" --exit-zero --format=jsonl "$work/said.txt" 2>&1 |
		case $2 in
		ALL) grep -v '^{"summary":' ;;
		*.*) grep -F "\"check\":\"${2%%.*}\",\"key\":\"${2#*.}\"" ;;
		*) grep -F "\"check\":\"$2\"" ;;
		esac
}

# look_at_rule RULE IN_SHORT CLAUSES CHECK WRONG RIGHT: a line of docs/standards.md. A check that is planned must not find anything yet.
look_at_rule() {
	name=$(printf '%s' "$4" | sed -n 's/.*`\([a-z_.]*\)`.*/\1/p')
	case $4 in
	none:\ ?*) name=ALL ;;
	planned:\ *) [ ! -e "checks/$name.c" ] || [ -z "$(find_said hans "$name" "$5")" ] || fail "standards.md: $1 is not only planned: $5" ;;
	*)
		[ -e "checks/${name%%.*}.c" ] || fail "standards.md: $1 names no check: $4"
		[ -n "$(find_said hans "$name" "$5")" ] && passed=$((passed + 1)) || fail "standards.md: $1: $name does not find: $5"
		for clause in $(printf '%s' "$3" | tr -s ', ' '\n' | sed 's/^\([0-9AB]*\.[0-9]*\).*/\1/; /\./!d'); do
			grep -q "[^0-9.]$clause[^0-9]" "docs/checks/${name%%.*}.md" || fail "docs/checks/${name%%.*}.md does not name the clause $clause of $1"
		done
		;;
	esac
	found=$(find_said hans ALL "$6")
	[ -z "$found" ] && passed=$((passed + 1)) || fail "standards.md: $1: $6: $found"
}

# look_at_variants TEXT CHECK AUTO HANS HANT HANT-TW HANT-HK: a line of docs/variants.md
look_at_variants() {
	text=$1 name=$(printf '%s' "$2" | tr -d '\`')
	[ -e "checks/${name%%.*}.c" ] || fail "variants.md names no check: $2"
	shift 2
	for variant in auto hans hant hant-tw hant-hk; do
		found=$(find_said $variant "$name" "$text")
		case $1 in
		–) [ -z "$found" ] && passed=$((passed + 1)) || fail "variants.md: $variant: $text: $found" ;;
		*) printf '%s' "$found" | grep -qF "$1" && passed=$((passed + 1)) || fail "variants.md: $variant: $name does not say “$1” of: $text" ;;
		esac
		shift
	done
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
	# The examples of a check whose package is not installed cannot be run.
	"$program" --no-config --select="$name" - < /dev/null 2>&1 | grep "install the package" && continue
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
cells docs/standards.md 6 > "$work/rules"
cells docs/variants.md 7 > "$work/variants"
[ "$(grep -c '^P' "$work/rules")" -ge 33 ] && [ -s "$work/variants" ] || fail "the tables of docs/standards.md and docs/variants.md cannot be read"
while IFS=$tab read -r rule short clauses check wrong right; do
	look_at_rule "$rule" "$short" "$clauses" "$check" "$wrong" "$right"
done < "$work/rules"
while IFS=$tab read -r text check auto hans hant tw hk; do
	look_at_variants "$text" "$check" "$auto" "$hans" "$hant" "$tw" "$hk"
done < "$work/variants"
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
