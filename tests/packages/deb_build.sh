#!/bin/sh
# The Debian packages, built in a copy of the tree in FOLDER/kanlint and looked at by lintian.
# usage: tests/packages/deb_build.sh FOLDER
set -eu
folder=$(realpath -m "$1")
cd "$(dirname "$0")/../.."
mkdir -p "$folder"

# Only what belongs to the tree, as it stands now.
rm -rf "$folder/kanlint"
git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'for file; do [ ! -e "$file" ] || printf "%s\0" "$file"; done' sh |
	tar -c --null -T - | { mkdir "$folder/kanlint" && tar -x -C "$folder/kanlint"; }
rm -f "$folder"/*.deb
(cd "$folder/kanlint" && MAKEFLAGS= DEB_BUILD_OPTIONS="${DEB_BUILD_OPTIONS-nocheck parallel=2}" dpkg-buildpackage -us -uc -b) > "$folder/build.log" 2>&1 ||
	{ tail -40 "$folder/build.log"; exit 1; }
lintian --allow-root --fail-on error "$folder"/kanlint_*.changes
