#!/bin/sh
# Begins a new check: copies the templates of its file, its page and its fixtures. No existing file is edited.
# usage: tools/new_check.sh NAME
set -eu
name=${1-}
cd "$(dirname "$0")/.."
case $name in
'' | *[!a-z0-9_]* | _* | [0-9]*)
	echo "usage: tools/new_check.sh NAME (a snake_case word: the family, then the fault)" >&2
	exit 2
	;;
esac
if [ -e "checks/$name.c" ]; then
	echo "tools/new_check.sh: checks/$name.c is already there" >&2
	exit 2
fi
golden=tests/golden/$name
mkdir -p "$golden"
sed "s/NAME/$name/g" tools/templates/check.c > "checks/$name.c"
sed "s/NAME/$name/g" tools/templates/page.md > "docs/checks/$name.md"
echo '※本馆周一闭馆，请读者们留意。' > "$golden/hans-first.bad.txt"
echo '本馆周一闭馆，请读者们留意。' > "$golden/hans-first.good.txt"
echo '※本館週一閉館，請讀者們留意。' > "$golden/hant-first.bad.txt"
echo '本館週一閉館，請讀者們留意。' > "$golden/hant-first.good.txt"
for variant in hans hant; do
	echo "$variant-first.bad.txt:1:1: warning: “※” is what this template looks for [$name]" > "$golden/$variant-first.expect"
done
echo "write checks/$name.c, docs/checks/$name.md and the fixtures in $golden/, then: make check-golden check-docs"
