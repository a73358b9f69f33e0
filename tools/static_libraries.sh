#!/bin/sh
# Makes the archives that Debian does not package, of the sources that it does: FOLDER/libmd4c.a, FOLDER/libcjson.a.
# usage: CC=... tools/static_libraries.sh FOLDER
set -eu
folder=$(realpath -m "$1")
mkdir -p "$folder/lists/partial" "$folder/source"
cd "$folder/source"

# Of the sources of this release alone, whatever lists the machine has; apt checks them against Debian's signature.
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
printf 'deb-src http://deb.debian.org/debian %s main\ndeb-src http://deb.debian.org/debian-security %s-security main\n' "$release" "$release" > ../sources.list
apt() {
	apt-get -qq -o Dir::Etc::sourcelist="$folder/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$folder/lists" \
		-o Dir::Cache="$folder" -o APT::Sandbox::User="$(id -un)" "$@"
}
apt update

# installed PACKAGE: the version of the source whose headers are installed
installed() {
	dpkg-query -W -f '${source:Version}' "$1"
}
apt --tar-only source "md4c=$(installed libmd4c-dev)" > /dev/null # Debian changes no code of it
apt --download-only source "cjson=$(installed libcjson-dev)" > /dev/null
rm -rf md4c-* cjson-*
tar -xzf md4c_*.orig.tar.gz
dpkg-source --no-check -x cjson_*.dsc > /dev/null

# archive NAME FILE...
archive() {
	name=$1
	shift
	for file; do
		$CC -O2 -g -DNDEBUG -c -o "$folder/${file##*/}.o" "$file"
		set -- "$@" "$folder/${file##*/}.o"
		shift
	done
	rm -f "$folder/lib$name.a"
	ar rcs "$folder/lib$name.a" "$@"
}
archive md4c md4c-*/src/md4c.c
archive cjson cjson-*/cJSON.c
