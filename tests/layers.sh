#!/bin/sh
# Proves by nm that a check exports one symbol, calls only what the public headers declare, and keeps no state.
# usage: tests/layers.sh BUILD_FOLDER NAME...
set -u
build=$1
shift
cd "$(dirname "$0")/.." || exit 2
passed=0 failed=0

fail() {
	failed=$((failed + 1))
	echo "FAILED layers: $1"
}

# What check.h brings: itself, and every header that it includes.
headers=$(cd linter && printf '%s\n' check.h $(sed -n 's/^#include "\(.*\)"/\1/p' check.h article.h character.h word.h pair.h figure.h report.h | sort -u) | sort -u)
case $headers in
*_p.h*) fail "check.h includes a private header" ;;
esac
public=$(cd linter && cat $headers)
libc=' memcmp memcpy memmove memset memchr strlen strcmp strncmp snprintf qsort bsearch __stack_chk_fail '

for name; do
	object=$build/checks/$name.o
	exported=$(nm -g --defined-only "$object" | awk '{print $3}')
	[ "$exported" = "check_$name" ] || fail "$name exports $(echo $exported)"
	for symbol in $(nm -u "$object" | awk '{print $2}'); do
		case $libc in *" $symbol "*) continue ;; esac
		case $symbol in __asan* | __ubsan* | __tsan* | _GLOBAL_OFFSET_TABLE_) continue ;; esac
		printf '%s' "$public" | grep -qw "$symbol" || fail "$name uses $symbol, which no public header declares"
	done
	state=$(size -A "$object" | awk '$1 == ".data" || $1 == ".bss" || ($1 ~ /^\.(data|bss)\./ && $1 !~ /^\.data\.rel\.ro/) {sum += $2} END {print sum + 0}')
	[ "$state" -eq 0 ] || fail "$name has $state bytes of changeable data"
	grep -q '#include "check.h"' "checks/$name.c" || fail "$name does not include check.h"
	others=$(grep '#include "' "checks/$name.c" | grep -v '"check.h"')
	[ -z "$others" ] || fail "$name includes more than check.h: $others"
	passed=$((passed + 1))
done

# The engine knows no check by name.
for name; do
	if grep -nw "$name" linter/*.[ch] linter/*/*.[ch]; then
		fail "the engine names the check $name"
	fi
done
echo "layers: $passed passed, $failed failed"
[ $failed -eq 0 ]
