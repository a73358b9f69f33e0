#!/bin/sh
# usage: tests/editors/screens.sh PROGRAM FOLDER
# What Neovim and a terminal show of one article, as FOLDER/screen-neovim.svg and FOLDER/screen-terminal.svg. Fails if the findings are not on them.
set -u
suite=screens
folder=$(mkdir -p "$2" && cd "$2" && pwd)
. "$(dirname "$0")/lib.sh"

cat > 新闻.txt << 'END'
老城区改造工程昨天开工

本报讯😀 工程昨天开工，工人正在三号楼按装电梯。
会上提出三项措施：一是修路；二是种树；三是通电；四是通水。

报名的共有500人，其中男200人，女200人。
END
mkdir -p ~/.local/share/nvim/site/pack/kanlint/start && ln -sfn "$tree/editors/neovim" ~/.local/share/nvim/site/pack/kanlint/start/kanlint
snap() {
	"$tree/tests/editors/screen.py" "$@" > "$work/log" 2>&1 || {
		cat "$work/log"
		echo "FAILED screens: $1"
		exit 1
	}
}
snap "$folder/screen-neovim.svg" 122x10 'do not add up' -- nvim --cmd 'set noswapfile shortmess+=F' 新闻.txt
snap "$folder/screen-terminal.svg" 122x19 'parts stand here' -- \
	sh -c 'echo "$ kanlint --show-source 新闻.txt"; kanlint --quiet --show-source 新闻.txt; sleep 60'

passed=0 failed=0
# shown FILE TEXT
shown() {
	if grep -qF "$2" "$folder/$1"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED screens: no “$2” on $1"
	fi
}
for file in screen-neovim.svg screen-terminal.svg; do
	shown $file '>按装<'
	shown $file ' is written wrongly, it should be '
	shown $file 'announces 3, but 4 are listed'
	shown $file '200 + 200 = 400, not 500'
done
shown screen-neovim.svg 'class="under"' # the squiggles
shown screen-terminal.svg '^' # the caret
python3 -c 'import sys, xml.dom.minidom; [xml.dom.minidom.parse(name) for name in sys.argv[1:]]' "$folder"/screen-*.svg || failed=$((failed + 1))
echo "screens: $passed passed, $failed failed"
[ $failed -eq 0 ]
