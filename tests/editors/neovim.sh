#!/bin/sh
# usage: tests/editors/neovim.sh PROGRAM
# Neovim with nothing but the two lines of README.md: neovim.lua drives it.
set -u
suite=neovim
. "$(dirname "$0")/lib.sh"

(cd "$tree" && block 'From nothing to squiggles' README.md | sh -eu) > "$work/log" 2>&1 || {
	cat "$work/log"
	echo 'FAILED neovim: the two lines of README.md'
	exit 1
}
block '0.11' README.md > "$work/init-0.11.lua"
cp 简体.txt fixed.简体.txt && cp 繁體.txt fixed.繁體.txt
"$program" --quiet --fix --exit-zero fixed.简体.txt fixed.繁體.txt > "$work/log" 2>&1

WORK=$work PROGRAM=$program TREE=$tree timeout -k 5 120 nvim --headless 简体.txt \
	-c "luafile $tree/tests/editors/neovim.lua" > "$work/log" 2>&1 < /dev/null
status=$?
# The server must be gone with its client.
sleep 0.5
if kill -0 "$(cat "$work/pid")" 2> /dev/null; then echo 'FAILED the server lives on' >> "$work/report"; fi
# Without the program: one sentence, no traceback.
timeout -k 5 20 nvim --headless --cmd "let g:kanlint = {'cmd': ['nowhere', '--lsp']}" 简体.txt +qa > "$work/none" 2>&1 < /dev/null
if [ "$(grep -c 'no program “nowhere”' "$work/none")" != 1 ] || grep -q traceback "$work/none"; then
	sed -i "1i FAILED a program that is missing is said: $(tr '\r\n' '  ' < "$work/none" | tr -d '&/\\')" "$work/report"
fi
report $status
