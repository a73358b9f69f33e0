#!/bin/sh
# Installs what make has built. Called by make install, which says the folders: BINDIR, DATADIR, …, below DESTDIR.
set -eu
umask 022 # whatever it is for whoever installs, all may read
cd "$(dirname "$0")/.."
: "${INSTALL_PROGRAM:=$INSTALL}"

# The program finds its data from where it stands, so that a folder can be moved whole.
if [ "$(realpath -m "$BINDIR/../share")" != "$(realpath -m "$DATADIR")" ]; then
	echo "make install: the program looks for its data in $(realpath -m "$BINDIR/../share"): say DATADIR=$(realpath -m "$BINDIR/../share")" >&2
	exit 2
fi

# into FOLDER FILE...: files that need no more than to be read; those that are not there are passed over
into() {
	folder=$DESTDIR$1
	shift
	for file; do
		[ -f "$file" ] || continue
		mkdir -p "$folder"
		$INSTALL -m 644 "$file" "$folder/"
	done
}

mkdir -p "$DESTDIR$BINDIR"
$INSTALL_PROGRAM -m 755 "$BUILD/kanlint" "$DESTDIR$BINDIR/kanlint"
into "$DATADIR/kanlint" "$BUILD/kanlint.dat"
for catalogue in "$BUILD"/locale/*/LC_MESSAGES/kanlint.mo; do
	language=${catalogue#"$BUILD"/locale/}
	into "$LOCALEDIR/${language%/*}" "$catalogue"
done

for section in 1 5; do
	into "$MANDIR/man$section" docs/*."$section"
done
into "$BASH_COMPLETIONS" build/completions/bash/*
into "$ZSH_COMPLETIONS" build/completions/zsh/*
into "$FISH_COMPLETIONS" build/completions/fish/*
into "$DOCDIR" README.md LICENSE docs/*.md

# The extension for VS Code is a package of its own.
for file in $(find editors -path editors/vscode -prune -o -type f -print 2> /dev/null); do
	into "$DATADIR/kanlint/${file%/*}" "$file"
done

# What plug-ins are built with.
into "$INCLUDEDIR/kanlint" "$BUILD/plugin_abi.h" $(tools/public_headers.sh | sed 's,^,linter/,')
abi=$(sed -n 's/.*UINT32_C(\(.*\))/\1/p' "$BUILD/plugin_abi.h")
mkdir -p "$DESTDIR$LIBDIR/pkgconfig"
sed -e "s,@PREFIX@,$PREFIX," -e "s,@INCLUDEDIR@,$INCLUDEDIR," -e "s,@ABI@,$abi," -e "s,@VERSION@,$VERSION," tools/kanlint.pc.in > "$DESTDIR$LIBDIR/pkgconfig/kanlint.pc"
chmod 644 "$DESTDIR$LIBDIR/pkgconfig/kanlint.pc"
