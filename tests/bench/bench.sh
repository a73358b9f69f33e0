#!/bin/sh
# Measures kanlint beside iconv in one run, in turn, and prints medians and ratios; single times mean nothing.
# usage: tests/bench/bench.sh PROGRAM TEXT_MAKER [MEGABYTES [ROUNDS [CHECKS]]]; CHECKS as --select takes them: the default ones
set -eu
program=$(realpath "$1")
maker=$(realpath "$2")
megabytes=${3:-100}
rounds=${4:-5}
checks=${5:-}
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

now() { date +%s%N; }

# timed COMMAND...: microseconds
timed() {
	begin=$(now)
	"$@" > /dev/null 2>&1 || true
	end=$(now)
	echo $(((end - begin) / 1000))
}

# An empty file, and an empty program, many times: starting the clock costs as much as one of them.
STARTS=20
starts() {
	for _ in $(seq $STARTS); do
		"$@" || return
	done
}

median() { sort -n "$1" | awk '{line[NR] = $1} END {print line[int((NR + 1) / 2)]}'; }

"$maker" $((megabytes * 1000000)) 1 tests/bench/prose/*.txt > "$work/text.txt"
: > "$work/empty.txt"
cat "$work/text.txt" > /dev/null

round=0
while [ $round -lt "$rounds" ]; do
	timed iconv -f UTF-8 -t UTF-32 "$work/text.txt" >> "$work/iconv"
	timed "$program" --no-config --exit-zero -j1 ${checks:+"--select=$checks"} "$work/text.txt" >> "$work/kanlint"
	timed starts "$program" --no-config "$work/empty.txt" >> "$work/start"
	timed starts /bin/true >> "$work/true"
	round=$((round + 1))
done
iconv=$(median "$work/iconv") kanlint=$(median "$work/kanlint") start=$(median "$work/start") bare=$(median "$work/true")
findings=$("$program" --no-config --exit-zero -j1 ${checks:+"--select=$checks"} "$work/text.txt" 2>/dev/null | grep -c '\]$' || true)
number=$(echo "$checks" | awk -F, '{print NF}')
awk -v which="$([ -z "$checks" ] && echo "default checks" || echo "$number checks")" -v mb="$megabytes" -v iconv="$iconv" -v kanlint="$kanlint" -v start="$start" -v bare="$bare" -v starts=$STARTS -v rounds="$rounds" -v findings="$findings" 'BEGIN {
	printf "%d MB of made text, medians of %d rounds in turn\n", mb, rounds
	printf "  iconv -f UTF-8 -t UTF-32      %8.1f MB/s\n", mb * 1e6 / iconv
	printf "  kanlint, %-15s -j1  %8.1f MB/s  %.2f of iconv  (%d findings)\n", which ",", mb * 1e6 / kanlint, iconv / kanlint, findings
	printf "  empty file                    %8.2f ms    (an empty process: %.2f ms)\n", start / 1000 / starts, bare / 1000 / starts
}'
