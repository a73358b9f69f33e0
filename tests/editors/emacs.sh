#!/bin/sh
# usage: tests/editors/emacs.sh PROGRAM
# Emacs with nothing but the lines of editors/README.md in its init file: emacs.el drives it, once with a server and once without.
set -u
suite=emacs
. "$(dirname "$0")/lib.sh"

mkdir -p "$HOME/.emacs.d"
block '## Emacs' editors/README.md | sed "s|/path/to/kanlint|$tree|" > "$HOME/.emacs.d/init.el"
status=0
for part in test-compilation test-eglot; do
	TEST=$part WORK=$work timeout -k 5 120 emacs --batch -f package-activate-all --load "$HOME/.emacs.d/init.el" \
		--load "$tree/tests/editors/emacs.el" >> "$work/log" 2>&1 < /dev/null || status=$?
	[ "$(tail -n 1 "$work/$part" 2> /dev/null)" = end ] || status=1
	cat "$work/$part" >> "$work/report" 2> /dev/null
done

# Byte-compiling is Emacs' own linter.
cp "$tree/editors/emacs/kanlint.el" "$work/kanlint.el"
if ! timeout 60 emacs --batch --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile "$work/kanlint.el" > "$work/compiled" 2>&1; then
	sed -i "1i FAILED it compiles without warnings: $(tail -n +2 "$work/compiled" | tr '\n' ' ' | tr -d '&/\\')" "$work/report"
fi
report $status
