#!/bin/sh
# make install and make uninstall: what goes where, and that the program finds its own from there.
# usage: tests/packages/install.sh PROGRAM
set -u
program=$(realpath "$1") suite=install
cd "$(dirname "$0")/../.." || exit 2
tree=$PWD build=${program%/kanlint}
. tests/cli/lib.sh
export HOME="$work" XDG_CONFIG_HOME=

# make_in_tree ARGUMENT...: make as a user calls it, but that all is built already: another make may be at it. What it says is in ./err
make_in_tree() {
	"${MAKE:-make}" -s -o all -C "$tree" BUILD="$(realpath --relative-to="$tree" "$build")" "$@" > err 2>&1
}

# is_there PATH...: these files are installed, and anybody may read them
is_there() {
	for path; do
		expect "$path is installed" [ "$(stat -c %a "$path" 2> /dev/null)" = "${mode:-644}" ]
	done
}

umask 077 # of whoever installs: must not count
printf '会议强调，各单位要落实责任...确保安全。\n' > a.txt
printf '今天天气很好。\n' > clean.txt

expect "make install" make_in_tree install DESTDIR="$work/stage" PREFIX=/usr
usr=stage/usr
mode=755 is_there $usr/bin/kanlint
is_there $usr/share/kanlint/kanlint.dat $usr/share/locale/zh_CN/LC_MESSAGES/kanlint.mo $usr/share/locale/zh_TW/LC_MESSAGES/kanlint.mo \
	$usr/lib/pkgconfig/kanlint.pc $usr/include/kanlint/plugin.h $usr/include/kanlint/plugin_abi.h $usr/include/kanlint/check.h \
	$usr/share/doc/kanlint/README.md
for page in "$tree"/docs/*.1 "$tree"/docs/*.5; do
	[ ! -f "$page" ] || is_there "$usr/share/man/man${page##*.}/${page##*/}"
done
for file in "$tree"/build/completions/bash/*; do
	[ ! -f "$file" ] || is_there "$usr/share/bash-completion/completions/${file##*/}"
done
expect "no private header" [ -z "$(ls $usr/include/kanlint | grep _p.h)" ]
expect "nothing outside PREFIX" [ "$(ls stage)" = usr ]
expect "every folder is open" [ -z "$(find stage -mindepth 1 -type d ! -perm -755)" ]

# It finds its data and its messages where it stands, through links, and beside a program that is named as one of its folders.
program=$work/$usr/bin/kanlint
cp /bin/true $usr/bin/locale
expect_status 1 a.txt
expect_found 1 punct_bad_ellipsis a.txt
LANGUAGE=zh_CN "$program" a.txt > out 2> err
expect "it speaks Simplified Chinese" grep -q '省略号' out
LANGUAGE=zh_TW "$program" a.txt > out 2> err
expect "it speaks Traditional Chinese" grep -q '刪節號' out
ln -s ../stage/usr/bin/kanlint "$work/link"
mkdir bin && ln -s "$work/$usr/bin/kanlint" bin/kanlint
(PATH=$work/bin:$PATH; cd / && kanlint "$work/a.txt") > out 2> err
expect "through a link in PATH" grep -q punct_bad_ellipsis out
mv stage moved
program=$work/moved/usr/bin/kanlint
expect_status 1 a.txt
mv moved/usr/share/kanlint/kanlint.dat moved/usr/share/kanlint/other.dat
cp moved/usr/share/kanlint/other.dat kanlint.dat # of the current folder: not ours
expect_status 2 clean.txt
expect_error 'kanlint.dat: No such file or directory'
mv moved stage
mv $usr/share/kanlint/other.dat $usr/share/kanlint/kanlint.dat
program=$work/$usr/bin/kanlint

# pkg-config speaks of the place where it will be, and of the version that it is.
export PKG_CONFIG_PATH="$work/$usr/lib/pkgconfig"
version=$("$program" --version)
expect "the version of pkg-config" [ "kanlint $(pkg-config --modversion kanlint)" = "$version" ]
expect "the prefix of pkg-config" [ "$(pkg-config --variable=prefix kanlint)" = /usr ]

# uninstall takes away what install brought, and nothing else.
rm $usr/bin/locale
mkdir -p $usr/share/kanlint && echo mine > $usr/share/kanlint/mine.txt
expect "make uninstall" make_in_tree uninstall DESTDIR="$work/stage" PREFIX=/usr
expect "what is the user's stays" [ "$(find stage ! -type d)" = stage/usr/share/kanlint/mine.txt ]
expect "its folders are gone" [ ! -d $usr/include/kanlint ]

# Folders said one by one; the data cannot go where the program does not look.
expect "folders of one's own" make_in_tree install DESTDIR="$work/own" prefix=/opt/k LIBDIR=/opt/k/lib/x MANDIR=/opt/k/man BINDIR=/opt/k/sbin
is_there own/opt/k/lib/x/pkgconfig/kanlint.pc
mode=755 is_there own/opt/k/sbin/kanlint
program=$work/own/opt/k/sbin/kanlint
expect_status 1 a.txt
make_in_tree install DESTDIR="$work/wrong" PREFIX=/usr DATADIR=/data && fail "data out of reach are installed"
expect_error 'the program looks for its data in /usr/share: say DATADIR=/usr/share'
expect "nothing is installed then" [ ! -e wrong ]
expect "install-strip" make_in_tree install-strip DESTDIR="$work/small" PREFIX=/usr
expect "the stripped program is smaller" [ "$(stat -c %s small/usr/bin/kanlint)" -lt "$(stat -c %s own/opt/k/sbin/kanlint)" ]
program=$work/small/usr/bin/kanlint
expect_status 1 a.txt
finish
