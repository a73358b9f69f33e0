#!/bin/sh
# usage: tests/editors/kakoune.sh PROGRAM
# Kakoune with nothing but the line of editors/README.md, told what to do through its session.
set -u
suite=kakoune
. "$(dirname "$0")/lib.sh"
FORCE_COLOR=1 # as who wants colours from every program has it
export FORCE_COLOR
session=kanlint-$$

(cd "$tree" && block '## Kakoune' editors/README.md | sh -eu) > "$work/log" 2>&1 || {
	cat "$work/log"
	echo 'FAILED kakoune: the line of editors/README.md'
	exit 1
}
timeout -k 5 60 kak -ui dummy -s $session 简体.txt > "$work/log" 2>&1 < /dev/null &

# ask EXPRESSION: what it expands to in the client
ask() {
	rm -f "$work/answer"
	printf 'evaluate-commands -client client0 %%{ %s; echo -to-file %s/answer "%s" }\n' "$1" "$work" "$2" | kak -p $session 2>> "$work/log"
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		[ ! -s "$work/answer" ] || break
		sleep 0.1
	done
	cat "$work/answer" 2> /dev/null
}

# expect WHAT COMMAND EXPRESSION WANTED: within ten seconds
expect() {
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		seen=$(ask "$2" "$3")
		case $seen in $4) break ;; esac
		sleep 0.5
	done
	case $seen in
	$4) echo "ok $1" ;;
	*) echo "FAILED $1: $seen" ;;
	esac >> "$work/report"
}

expect 'it runs' nop '%val{bufname}' '简体.txt'
ask lint lint > /dev/null
expect 'findings' nop '%opt{lint_messages}' '1 1|warning: “按装”*|warning: “三项措施”*'
expect 'the character behind the emoji' 'buffer *lint-output*; execute-keys gg; make-jump' '%val{bufname} %val{cursor_line} %val{selection}' '简体.txt 1 按'
# Its own folder's configuration holds, though Kakoune lints a copy.
printf 'checks:\n  typo_wrong_word: off\n' > .kanlint.yaml
ask 'buffer 简体.txt; lint' lint > /dev/null
expect 'the configuration of the file holds' nop '%opt{lint_messages}' '[0-9]* 3|*三项措施*'
cp 繁體.txt 大寫.TXT
expect 'an ending in capitals' 'edit 大寫.TXT' '%opt{lintcmd}' '*kanlint*'
echo end >> "$work/report"
echo 'kill!' | kak -p $session
wait
report 0
