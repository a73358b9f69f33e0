#!/bin/sh
# Prints the public headers of linter/, one a line: plugin.h, and all that it includes from there (plugin_abi.h is made by the build).
# With --text their text instead, without comments, in one line.
set -eu
cd "$(dirname "$0")/../linter"
headers=plugin.h
while
	included=$(sed -n 's/^#include "\(.*\)".*/\1/p' $headers | grep -v '^plugin_abi\.h$')
	more=$(printf '%s\n' $headers $included | LC_ALL=C sort -u)
	[ "$more" != "$headers" ]
do
	headers=$more
done
if [ "${1-}" != --text ]; then
	printf '%s\n' "$headers"
	exit
fi
cat $headers | LC_ALL=C awk '
	{
		text = text $0 " "
	}
	END {
		while ((begin = index(text, "/*")) > 0) {
			kept = kept substr(text, 1, begin - 1) " "
			text = substr(text, begin + 2)
			text = substr(text, index(text, "*/") + 2)
		}
		text = kept text
		gsub(/[ \t]+/, " ", text)
		print text
	}'
