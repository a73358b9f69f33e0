#!/bin/sh
# The Debian packages, installed and run in a chroot that has the base of Debian and nothing else (as root).
# usage: tests/packages/deb.sh FOLDER (where deb_build.sh put them; the chroot's base is kept there)
set -eu
folder=$(realpath "$1") suite=deb program=kanlint
cd "$(dirname "$0")/../.."
if [ "$(id -u)" -ne 0 ]; then
	echo "deb: the chroot needs root" >&2
	exit 2
fi

# A system with nothing in it but the base.
chroot=$folder/chroot
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
[ -f "$folder/base.tar" ] || {
	rm -rf "$chroot"
	debootstrap --variant=minbase "$release" "$chroot" http://deb.debian.org/debian > "$folder/debootstrap.log" 2>&1 ||
		{ tail -5 "$folder/debootstrap.log"; exit 1; }
	tar -C "$chroot" -cf "$folder/base.tar" .
}
rm -rf "$chroot"
mkdir "$chroot"
tar -C "$chroot" -xf "$folder/base.tar"
cp "$folder"/*.deb "$chroot/tmp/"
rm -f "$chroot"/tmp/*dbgsym*
cp /etc/resolv.conf "$chroot/etc/"
chroot "$chroot" sh -c 'apt-get update -q && apt-get install -q -y /tmp/*.deb' > "$folder/install.log" 2>&1 || { tail -20 "$folder/install.log"; exit 1; }

set +e
packages=$folder
. tests/cli/lib.sh
printf '#!/bin/sh\nexec chroot "%s" /usr/bin/kanlint "$@"\n' "$chroot" > program
chmod +x program
program=$work/program
export HOME=/root XDG_CONFIG_HOME=
printf '会议强调，各单位要落实责任...确保安全。\n' > "$chroot/a.txt"
printf '會議強調，各單位要落實責任...確保安全。\n' > "$chroot/b.txt"
printf '今天天气很好。\n' > "$chroot/clean.txt"
iconv -f utf-8 -t gb18030 "$chroot/a.txt" > "$chroot/gb.txt"
expect_status 1 a.txt b.txt
expect_found 1 punct_bad_ellipsis a.txt
expect_found 1 punct_bad_ellipsis b.txt
expect_status 0 clean.txt
expect_silence
expect_status 2 none.txt
expect_status 1 --encoding=gb18030 gb.txt
expect_status 1 --lang zh_TW a.txt
expect "it speaks Traditional Chinese" grep -q '刪節號' out
expect_status 1 --select +typo_homophone a.txt # what apt recommends is there
expect "dpkg finds nothing changed" [ -z "$(chroot "$chroot" dpkg -V kanlint kanlint-dev)" ]
for file in usr/share/doc/kanlint/copyright usr/share/pkgconfig/kanlint.pc usr/include/kanlint/plugin.h \
	usr/share/doc/kanlint-dev/examples/plugin/Makefile; do
	expect "$file is there" [ -f "$chroot/$file" ]
done
expect "the guides are there" ls "$chroot"/usr/share/doc/kanlint/configuration.md* > log
tree=$packages/kanlint
for page in "$tree"/docs/*.1 "$tree"/docs/*.5; do
	[ ! -f "$page" ] || expect "the page ${page##*/} is there" [ -f "$chroot/usr/share/man/man${page##*.}/${page##*/}.gz" ]
done
for shell in bash:bash-completion/completions zsh:zsh/vendor-completions fish:fish/vendor_completions.d; do
	for file in "$tree"/build/completions/"${shell%%:*}"/*; do
		[ ! -f "$file" ] || expect "$shell: ${file##*/} is there" [ -f "$chroot/usr/share/${shell#*:}/${file##*/}" ]
	done
done

# A plug-in built with kanlint-dev is loaded by kanlint.
cp -r "$chroot/usr/share/doc/kanlint-dev/examples/plugin" plugin
gunzip -f plugin/*.gz 2> /dev/null
export PKG_CONFIG_LIBDIR="$chroot/usr/share/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$chroot"
expect "the example is built" env MAKEFLAGS= make -s -C plugin CFLAGS="-O2 -Wall -Wextra -Werror"
cp plugin/style.so "$chroot/"
printf '太好了！真的太好了！我们赢了！\n' > "$chroot/c.txt"
expect_status 1 --plugin style.so --select style_exclamations c.txt
expect_found 1 style_exclamations c.txt

chroot "$chroot" apt-get purge -q -y kanlint kanlint-dev > log 2>&1
expect "nothing of it stays" [ -z "$(find "$chroot/usr" -name '*kanlint*')" ]
finish
