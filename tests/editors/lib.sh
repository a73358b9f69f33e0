# For the tests of editors: sourced with $1 the program, after $suite is set. Makes $work with an empty home and the
# articles that all editors open, and puts the program on the path. $tree is the checkout.
program=$(realpath "$1")
tree=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
HOME=$work/home LC_ALL=C.UTF-8 LANGUAGE=en TERM=xterm-256color PATH=$(dirname "$program"):$PATH
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME MAKEFLAGS MAKELEVEL
export HOME LC_ALL LANGUAGE TERM PATH
mkdir -p "$HOME" "$work/稿件 一"
cd "$work/稿件 一" || exit 2

cat > 简体.txt << 'END'
新闻😀说，他们正在按装电梯。
第二段没有错，读者可以放心。
会上提出三项措施：一是修路；二是种树；三是通电；四是通水。
END
cat > 繁體.txt << 'END'
第一段沒有錯。
新聞😀說，他們正在按裝電梯，靠的是自已。
END
cat > 笔记.md << 'END'
# 笔记

代码里的 `按装` 不看，😀正文里的**按装**要看。
END

# block TEXT FILE: the first fenced block after the first line of FILE that holds TEXT
block() {
	awk -v text="$1" 'index($0, text) { seen = 1 } /^ *```/ { if (inside) exit; inside = seen; next } inside' "$tree/$2"
}

# report STATUS: what the editor wrote to $work/report, lines “ok …” and “FAILED …”; it must have reached “end”
report() {
	cat "$work/report" > "$work/lines" 2> /dev/null || : > "$work/lines"
	grep '^FAILED' "$work/lines" | sed "s/^FAILED/FAILED $suite:/"
	passed=$(grep -c '^ok' "$work/lines") failed=$(grep -c '^FAILED' "$work/lines")
	if [ "$1" -ne 0 ] || [ "$(tail -n 1 "$work/lines")" != end ]; then
		failed=$((failed + 1))
		echo "FAILED $suite: it ended with $1 before its last test"
		tail -20 "$work/log" 2> /dev/null | sed 's/^/    /'
	fi
	echo "$suite: $passed passed, $failed failed"
	[ "$failed" -eq 0 ]
}
