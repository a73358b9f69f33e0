#!/bin/sh
# Installs what building and testing kanlint needs and is missing, with apt-get (as root, or through sudo).
# More packages may be named: tools/deps.sh clang; “editors” are those that make check-editors drives. Says what it does; does nothing when all is there. For Debian 12.
set -eu

packages='
	gcc libc6-dev make bzip2
	libutf8proc-dev libyaml-dev libmd4c-dev libpcre2-dev libxxhash-dev libcjson-dev zlib1g-dev libzstd-dev
	unicode-data opencc python3-jieba sunpinyin-data
	gettext
	check
	python3
	git
	pkgconf
	zstd
'

# What is there by another name, or from elsewhere, is not installed again.
editors() {
	echo elpa-eglot elpa-markdown-mode vim-ale
	for pair in nvim:neovim vim:vim emacs:emacs-nox kak:kakoune tmux:tmux ps:procps node:nodejs npm:npm; do
		command -v "${pair%:*}" >/dev/null || echo "${pair#*:}"
	done
}

for name in "$@"; do
	if [ "$name" = editors ]; then name=$(editors); fi
	packages="$packages $name"
done

missing=
for package in $packages; do
	case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
	'install ok installed') ;;
	*) missing="$missing $package" ;;
	esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
	as_root=
elif command -v sudo >/dev/null; then
	as_root=sudo
else
	echo "tools/deps.sh: missing:$missing" >&2
	echo "tools/deps.sh: install these packages as root: apt-get install$missing" >&2
	exit 1
fi

echo "tools/deps.sh: installing$missing"
$as_root apt-get update -q
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y --no-install-recommends $missing
