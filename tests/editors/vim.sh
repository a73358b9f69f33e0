#!/bin/sh
# usage: tests/editors/vim.sh PROGRAM
# Vim with nothing but the line of editors/README.md: vim.vim drives it.
set -u
suite=vim
. "$(dirname "$0")/lib.sh"

(cd "$tree" && block '## Vim' editors/README.md | sh -eu) > "$work/log" 2>&1 || {
	cat "$work/log"
	echo 'FAILED vim: the line of editors/README.md'
	exit 1
}
WORK=$work timeout -k 5 60 vim -N -es 简体.txt -S "$tree/tests/editors/vim.vim" > "$work/log" 2>&1 < /dev/null
report $?
