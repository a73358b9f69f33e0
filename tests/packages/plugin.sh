#!/bin/sh
# Plug-ins: built out of the tree from what is installed, loaded, used by every format; and all that must be refused.
# usage: tests/packages/plugin.sh PROGRAM PREFIX (where make install put it)
set -u
exports=$(realpath "$(dirname "$1")")/exports.list program=$(realpath "$2")/bin/kanlint prefix=$(realpath "$2") suite=plugin
cd "$(dirname "$0")/../.." || exit 2
tree=$PWD
. tests/cli/lib.sh
PKG_CONFIG_PATH=$prefix/lib/pkgconfig
HOME=$work/home
XDG_CONFIG_HOME=
CC=${CC:-cc}
export PKG_CONFIG_PATH HOME XDG_CONFIG_HOME
mkdir "$HOME"
flags=$(pkg-config --cflags kanlint)

# template NAME FLAG...: NAME.so of tests/packages/template.c
template() {
	name=$1
	shift
	expect "$name.so is built" $CC -std=c11 -fPIC -shared $flags "$@" -o "$name.so" "$tree/tests/packages/template.c"
}

# refused SENTENCE FLAG...: a plug-in of that kind is refused, in one line and with its path
refused() {
	sentence=$1
	shift
	template refused "$@"
	expect_status 2 --plugin ./refused.so a.txt
	expect_error "kanlint: ./refused.so: $sentence"
	expect "one line: $sentence" [ "$(wc -l < err)" -eq 1 ]
	expect "nothing is found: $sentence" [ ! -s out ]
}

# The example, built by its own Makefile with every warning, and each public header by itself.
cp -r "$tree/examples/plugin" example
rm -f example/*.so
expect "the example is built" env MAKEFLAGS= make -s -C example CC="$CC" CFLAGS="-O2 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror"
for header in "$prefix"/include/kanlint/*.h; do
	echo "#include <kanlint/${header##*/}>" > header.c
	expect "${header##*/} stands alone" $CC -std=c11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only $flags header.c
done

printf '太好了！真的太好了！我们赢了！大家“加油！加油！”地喊！\n' > a.txt
printf '太好了！真的太好了！我們贏了！大家「加油！加油！」地喊！\n' > b.txt
printf '今天天气很好。\n' > clean.txt
style="--plugin example/style.so --select style_exclamations"

# Found in both variants, at the right places, and not where the profile does not have it.
expect_status 1 $style a.txt b.txt
expect_output << 'END'
a.txt:1:15: warning: exclamation mark 3 of an article that may have 2 [style_exclamations]
a.txt:1:4: note: the first one is here
a.txt:1:28: warning: exclamation mark 4 of an article that may have 2 [style_exclamations]
a.txt:1:4: note: the first one is here
b.txt:1:15: warning: exclamation mark 3 of an article that may have 2 [style_exclamations]
b.txt:1:4: note: the first one is here
b.txt:1:28: warning: exclamation mark 4 of an article that may have 2 [style_exclamations]
b.txt:1:4: note: the first one is here
END
expect_status 0 $style clean.txt
expect_silence
expect_status 0 --plugin example/style.so a.txt
expect_silence
expect_status 1 --plugin example/style.so --profile newsroom a.txt
expect_found 1 style_exclamations a.txt
expect_status 0 --plugin example/style.so --profile newsroom --ignore style a.txt
expect_status 2 --select style_exclamations a.txt
expect_error 'unknown check “style_exclamations”'
expect_status 1 --plugin=example/style.so --plugin=./example/style.so --select '+style_*' a.txt # the same one twice

# Configured and silenced like any other check; its names are known to the hints.
printf 'checks:\n  style_exclamations: {severity: error, limit: 3}\n' > .kanlint.yaml
expect_status 1 --plugin example/style.so a.txt
expect "the option holds" [ "$(grep -c ' error: ' out)" -eq 1 ]
expect_status 2 a.txt
expect_error '.kanlint.yaml:2:3: unknown check “style_exclamations”'
printf 'checks:\n  style_exclamations: {limit: 1001}\n' > .kanlint.yaml
expect_status 2 --plugin example/style.so a.txt
expect_error '.kanlint.yaml:2:31: “limit” must be from 0 to 1000, not 1001'
printf 'checks:\n  style_exclamation: on\n' > .kanlint.yaml
expect_status 2 --plugin example/style.so a.txt
expect_error 'did you mean “style_exclamations”?'
rm .kanlint.yaml
printf '<!-- kanlint-disable style_exclamations -->\n\n' | cat - a.txt > silent.md
expect_status 0 $style silent.md
expect_silence

# Explained, listed in its place, fixed, written by every format.
expect_status 0 --plugin example/style.so --explain style_exclamations
expect "the option is explained" grep -qF '| `limit` | number | 2 | how many exclamation marks an article may have |' out
expect_status 0 --plugin example/style.so --list-checks
expect "it is listed" grep -q '^style_exclamations .*warning .*newsroom,strict .*more exclamation marks' out
grep -v '^unused_silencing ' out | cut -d ' ' -f 1 > names
expect "the list is sorted" env LC_ALL=C sort -c names
for format in $(sed -n 's/^	.name = "\(.*\)",/\1/p' "$tree"/linter/output/*.c); do
	expect_status 1 $style -f "$format" a.txt
	[ "$format" = junit ] || expect "$format names it" grep -q style_exclamations out
	expect "$format shows it" grep -q 'exclamation mark 3' out
done
cp a.txt fixed.txt
expect_status 1 $style --fix fixed.txt
expect "an unsafe fix waits" cmp -s a.txt fixed.txt
expect_status 0 $style --unsafe-fixes -q fixed.txt
printf '太好了！真的太好了！我们赢了。大家“加油！加油！”地喊。\n' > right.txt
expect "an unsafe fix is made" cmp -s right.txt fixed.txt

# Many files in many threads.
mkdir many
for i in 1 2 3 4 5 6 7 8 9; do cp a.txt many/$i.txt; done
expect_status 1 $style -j 4 many
expect "all are found" [ "$(grep -c 'warning' out)" -eq 18 ]

# The editor server has them too.
message='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
open='{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///x/a.txt","languageId":"plaintext","version":1,"text":"好！好！好！\n"}}}'
pull='{"jsonrpc":"2.0","id":2,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///x/a.txt"}}}'
shutdown='{"jsonrpc":"2.0","id":3,"method":"shutdown"}'
end='{"jsonrpc":"2.0","method":"exit"}'
for text in "$message" "$open" "$pull" "$shutdown" "$end"; do
	printf 'Content-Length: %s\r\n\r\n%s' "$(printf %s "$text" | wc -c)" "$text"
done > session
"$program" --lsp $style < session > out 2> err
expect "the editor server finds it" grep -q style_exclamations out

# The user's own configuration may name plug-ins; one in the tree may not, whoever extends it.
mkdir -p "$HOME/.config/kanlint" plugins
cp example/style.so "$HOME/.config/kanlint/"
printf 'plugins: [style.so]\n' > "$HOME/.config/kanlint/config.yaml"
expect_status 1 --select style_exclamations a.txt
expect_status 2 --no-config --select style_exclamations a.txt
printf 'plugins:\n  - ~/.config/kanlint/style.so\n' > "$HOME/.config/kanlint/config.yaml"
expect_status 1 --select style_exclamations a.txt
printf 'plugins:\n  - none.so\n' > "$HOME/.config/kanlint/config.yaml"
expect_status 2 clean.txt
expect_error "config.yaml:2:5: $HOME/.config/kanlint/none.so: No such file or directory"
expect_status 0 --no-config clean.txt
expect_status 0 --version
printf 'checks: {}\n' > "$HOME/.config/kanlint/config.yaml"
expect_status 2 clean.txt
expect_error 'config.yaml:1:1: unknown key “checks”'
printf 'plugins: style.so\n' > "$HOME/.config/kanlint/config.yaml"
expect_status 2 clean.txt
expect_error 'config.yaml:1:10: plugins must be a list, not a text'
printf 'plugins: [""]\n' > "$HOME/.config/kanlint/config.yaml"
expect_status 2 clean.txt
expect_error 'config.yaml:1:11: a plug-in must be the path of a file'
XDG_CONFIG_HOME=$work/other
mkdir -p other/kanlint
printf 'plugins: [../../example/style.so]\n' > other/kanlint/config.yaml
expect_status 1 --select style_exclamations a.txt
rm -r "$HOME/.config" other
XDG_CONFIG_HOME=config # not absolute: it would be of the tree
mkdir -p config/kanlint .config/kanlint
printf 'plugins: [../../example/style.so]\n' | tee config/kanlint/config.yaml > .config/kanlint/config.yaml
expect_status 2 --select style_exclamations a.txt
expect_error 'unknown check “style_exclamations”'
XDG_CONFIG_HOME=
cp example/style.so hostile.so
for config in .kanlint.yaml other.yaml; do
	printf 'extends: default\nplugins: [hostile.so]\n' > $config
	expect_status 2 --config $config clean.txt
	expect_error "$config:2:1: “plugins” cannot stand here"
done
expect_status 2 clean.txt
expect_error '.kanlint.yaml:2:1: “plugins” cannot stand here'
printf 'extends: other.yaml\n' > .kanlint.yaml
expect_status 2 clean.txt
expect_error 'other.yaml:2:1: “plugins” cannot stand here'
rm .kanlint.yaml

# What is no plug-in, or one that the program cannot work with: one line, status 2.
template good
expect_status 1 --plugin good.so --select test_shout a.txt
expect "what the template finds" [ "$(grep -c test_shout out)" -eq 6 ]
expect_status 2 --plugin none.so a.txt
expect_error 'kanlint: none.so: No such file or directory'
expect_status 2 --plugin many a.txt
expect_error 'kanlint: many: is no file'
expect_status 2 --plugin a.txt a.txt
expect_error 'kanlint: a.txt: is no shared object'
: > empty.so
expect_status 2 --plugin empty.so a.txt
expect_error 'kanlint: empty.so: is no shared object'
for size in 4 100 1000 5000 9000; do
	head -c $size good.so > cut.so
	expect_status 2 --plugin cut.so a.txt
	expect_error 'kanlint: cut.so: '
done
expect_error 'is damaged: a part of it is missing'
mkfifo pipe.so
expect_status 2 --plugin pipe.so a.txt
expect_error 'pipe.so: is no file'
expect_status 2 --plugin
expect_error 'option --plugin needs a value'
refused 'is no plug-in of kanlint: it exports no “kanlint_plugin”' -DNO_SYMBOL
refused 'its “kanlint_plugin” is not a struct plugin' -DNO_SYMBOL -DEXTRA='void symbol(void) __asm__("kanlint_plugin"); void symbol(void) {}'
refused 'its “kanlint_plugin” is not a struct plugin' -Dkanlint_plugin=other -DNO_SYMBOL -DEXTRA='int symbol __asm__("kanlint_plugin") = 1;'
refused 'was built for another version of kanlint (its ABI is 00000001, not ' -DABI=1
refused 'undefined symbol: no_such_function' -DEXTRA='void no_such_function(void); void test_call(void); void test_call(void) { no_such_function(); }'
refused 'has no checks' '-DCHECKS={NULL}'
refused 'a check has the wrong struct_size (8, not ' -DSIZE=8
refused 'a check has no name' -DNAME=NULL
refused '“Test” is no name of a check' -DNAME='"Test"'
refused '“shout” is no name of a check' -DNAME='"shout"'
refused 'kanlint has a check “punct_unpaired” of its own' -DNAME='"punct_unpaired"'
refused 'kanlint has a check “house_rule” of its own' -DNAME='"house_rule"'
refused 'kanlint has a check “unused_silencing” of its own' -DNAME='"unused_silencing"'
refused 'it has two checks “test_shout”' '-DCHECKS={&check, &check, NULL}'
refused 'check “test_shout”: it has no summary' -DSUMMARY=NULL
refused 'check “test_shout”: it has no function run' -DRUN=NULL
refused 'check “test_shout”: it needs a layer, or has a scope, that is unknown' -DNEEDS=4096
refused 'check “test_shout”: it has no messages' -DMESSAGES=
refused 'check “test_shout”: message 0 has an unknown severity' '-DMESSAGES={NULL, "x", (enum severity)7, 0, CONFIDENCE_HIGH},'
refused 'check “test_shout”: message 0 is of an unknown profile' '-DMESSAGES={NULL, "x", SEVERITY_NOTE, 64, CONFIDENCE_HIGH},'
refused 'check “test_shout”: message 1 has no key' '-DMESSAGES={"a", "x"}, {NULL, "y"},'
refused 'check “test_shout”: two messages have the key “a”' '-DMESSAGES={"a", "x"}, {"a", "y"},'
refused 'check “test_shout”: “a.b” is no key of a message' '-DMESSAGES={"a.b", "x"},'
refused 'check “test_shout”: “severity” cannot be' '-DOPTIONS={"severity", OPTION_BOOL, 0, 0, 0, 0, NULL, "x"},'
refused 'check “test_shout”: two options have the key “a”' '-DOPTIONS={"a", OPTION_BOOL, 8, 0, 0, 0, NULL, "x"}, {"a", OPTION_BOOL, 8, 0, 0, 0, NULL, "x"},'
refused 'check “test_shout”: option “a” is of an unknown type' '-DOPTIONS={"a", (enum option_type)9, 0, 0, 0, 0, NULL, "x"},'
refused 'check “test_shout”: option “a” has no help' '-DOPTIONS={"a", OPTION_BOOL, 8, 0, 0, 0, NULL, NULL},'
refused 'check “test_shout”: option “a” lies outside the settings' '-DOPTIONS={"a", OPTION_NUMBER, 16, 0, 0, 0, NULL, "x"},'
refused 'check “test_shout”: option “a” has no choices' '-DOPTIONS={"a", OPTION_CHOICE, 12, 0, 0, 0, NULL, "x"},'
refused 'check “test_shout”: the default of option “a” is not among its values' '-DOPTIONS={"a", OPTION_NUMBER, 0, 10, 0, 9, NULL, "x"},'
cp good.so again.so
expect_status 2 --plugin good.so --plugin ./again.so a.txt
expect_error 'kanlint: ./again.so: “good.so” has a check “test_shout” too'

# The number changes with the headers, not with what their comments say.
mkdir headers headers/linter
cp -r "$tree/tools" headers/
cp "$tree"/linter/*.h headers/linter/
headers/tools/gen_plugin_abi.sh > abi
expect "the number of the tree" cmp -s abi "$prefix/include/kanlint/plugin_abi.h"
sed -i '1s,^,/* another\n comment: struct { int x; }; */\n,' headers/linter/pair.h
headers/tools/gen_plugin_abi.sh > other
expect "a comment changes nothing" cmp -s abi other
sed -i 's/^struct span {/struct span {\n\tuint32_t more;/' headers/linter/article.h
headers/tools/gen_plugin_abi.sh > other
if cmp -s abi other; then fail "another struct has the same number"; else pass; fi

# Every function of the public headers can be called.
{
	echo 'static int own(void) { return 0; }'
	sed -n 's/^	\(.*\);$/extern char \1;/p' "$exports"
	echo 'const void *const test_all[] = {(const void *)&own,'
	sed -n 's/^	\(.*\);$/	\&\1,/p' "$exports"
	echo '};'
} > all.c
expect "the list of functions is not short" [ "$(wc -l < all.c)" -gt 400 ]
expect "a plug-in with all functions is built" $CC -fPIC -shared -fno-builtin -o all.so all.c
expect_status 2 --plugin ./all.so a.txt
expect_error './all.so: is no plug-in of kanlint' # it was loaded: no symbol is missing
finish
