#!/bin/sh
# Are the translations whole? Every message of the template is translated, none is fuzzy, and each has the placeholders
# ({0}, %zu …) of its English text. usage: tools/check_po.sh TEMPLATE.pot FILE.po...
set -u
template=$1
shift
failed=0
work=$(mktemp)
trap 'rm -f "$work"' EXIT

# placeholders FILE: prints the English messages whose translation has other {N}, or another number of them
placeholders() {
	msgattrib --translated --no-obsolete --no-wrap "$1" | LC_ALL=C awk '
	function places(text, i, found, sorted) {
		sorted = ""
		for (i = 0; i <= 9; i++) {
			found = text
			sorted = sorted gsub("[{]" i "[}]", "", found) " "
		}
		return sorted
	}
	function finish() {
		if (source != "" && places(source) != places(target))
			print source
		source = target = ""
	}
	/^msgid / { finish(); part = "source"; source = substr($0, 7); next }
	/^msgstr / { part = "target"; target = substr($0, 8); next }
	/^"/ { if (part == "source") source = source $0; else target = target $0; next }
	END { finish() }'
}

for file; do
	if ! msgcmp "$file" "$template" > "$work" 2>&1; then
		cat "$work"
		failed=1
	fi
	msgfmt -c -o /dev/null "$file" || failed=1
	placeholders "$file" > "$work"
	if [ -s "$work" ]; then
		sed "s|^|$file: other placeholders than in |" "$work"
		failed=1
	fi
done
exit $failed
