#!/bin/sh
# usage: tests/editors/vim.sh PROGRAM
# Vim with nothing but the lines of editors/README.md: vim.vim drives the compiler plug-in, ale.vim what ALE makes of it.
set -u
suite=vim
. "$(dirname "$0")/lib.sh"
FORCE_COLOR=1 # as who wants colours from every program has it
export FORCE_COLOR

(cd "$tree" && block '## Vim' editors/README.md | sh -eu) > "$work/log" 2>&1 || {
	cat "$work/log"
	echo 'FAILED vim: the line of editors/README.md'
	exit 1
}
status=0
block 'With ALE' editors/README.md > "$work/vimrc"
WORK=$work timeout -k 5 60 vim -N -es --cmd 'filetype on | packadd ale' -S "$work/vimrc" 简体.txt -S "$tree/tests/editors/ale.vim" > "$work/log" 2>&1 < /dev/null || status=$?
[ "$(tail -n 1 "$work/ale" 2> /dev/null)" = end ] || status=1
rm -f .kanlint.yaml
WORK=$work timeout -k 5 60 vim -N -es 简体.txt -S "$tree/tests/editors/vim.vim" >> "$work/log" 2>&1 < /dev/null || status=$?
cat "$work/report" >> "$work/ale" 2> /dev/null
mv "$work/ale" "$work/report"
report $status
