#!/bin/sh
# .pre-commit-hooks.yaml with pre-commit itself, offline: the hook that is installed and the one that builds.
# usage: tests/gates/installed/pre_commit.sh PROGRAM
set -u
program=$(realpath "$1") suite=pre_commit
tree=$(realpath "$(dirname "$0")/../../..")
gates=$tree/tests/gates
. "$gates/repository.sh"
PATH=/usr/bin:/bin PRE_COMMIT_HOME=$work/cache PIP_NO_INDEX=1
export PATH PRE_COMMIT_HOME PIP_NO_INDEX
unset PYENV_VERSION

fault() { # fault WORD: a line with one fault
	printf '%s要落实责任...确保安全。\n' "$1"
}
right() {
	printf '%s要落实责任，确保安全。\n' "$1"
}

use() { # use ID ARGUMENT...: the configuration of the repository, as a reader of the guide writes it
	{
		printf 'repos:\n  - repo: file://%s/源\n    rev: v0.1.0\n    hooks:\n      - id: %s\n' "$work" "$1"
		shift
		[ $# -eq 0 ] || printf '        args: [%s]\n' "$*"
	} > .pre-commit-config.yaml
	git add .pre-commit-config.yaml
}

stopped() { # stopped WHAT TEXT: git commit does nothing, and somebody says the text
	before=$(git rev-parse --quiet --verify HEAD)
	git commit -qm test > out 2> err
	if [ $? -ne 0 ] && [ "$(git rev-parse --quiet --verify HEAD)" = "$before" ]; then pass; else fail "$1 is committed"; fi
	if cat out err | grep -qF -e "$2"; then pass; else fail "$1: nobody says “$2”"; fi
}

passes() { # passes WHAT
	git commit -qm test > out 2> err
	if [ $? -eq 0 ]; then pass; else fail "$1 is not committed"; fi
}

# The project as pre-commit clones it.
mkdir 源
(cd "$tree" && git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'for f do [ ! -e "$f" ] || printf "%s\0" "$f"; done' sh |
	xargs -0 cp --parents -t "$work/源")
(cd 源 && git init -q && git add -A && git commit -qm source && git tag v0.1.0)

# The manifest is right by pre-commit's own rules.
pre-commit validate-manifest "$tree/.pre-commit-hooks.yaml" > out 2> err
expect "the manifest" [ $? -eq 0 ]

# The program that is installed.
mkdir 装 && ln -s "$program" 装/kanlint
[ ! -e "${program%/*}/kanlint.dat" ] || ln -s "${program%/*}/kanlint.dat" 装/kanlint.dat
begin 稿
use kanlint-system
pre-commit install > out 2> err
expect "pre-commit install" [ $? -eq 0 ]
fault 甲 > '甲 乙.txt'
fault 丙 > 丙.md
fault 程序 > 程序.c
git add .
stopped "without the program" "kanlint"
PATH=$work/装:$PATH
stopped "a fault" '甲 乙.txt:1:7: warning: '
stopped "a fault in Markdown" '丙.md:1:7: warning: '
expect "a program is no article" sh -c '! cat out err | grep -q 程序.c'
right 甲 > '甲 乙.txt'
stopped "a fault that is cured in the work tree only" '甲 乙.txt:1:7: '
right 丙 > 丙.md
git add .
passes "right articles"
right 丁 > 丁.txt
git add .
fault 丁 >> 丁.txt
passes "a fault that is not staged"
newline=$(printf '换\n行.txt')
fault 戊 > "$newline"
git add .
stopped "a name with a newline" '换\n行.txt:1:7: '
git rm -qf "$newline" 丁.txt
mkdir drafts
printf 'exclude: ["drafts/**"]\n' > .kanlint.yaml
fault 草 > drafts/草.txt
git add .
passes "an excluded article that is named"
fault 旧 > 旧.txt
git add . && git commit -q --no-verify -m old
use kanlint-system --new-from=HEAD
right 新 >> 旧.txt
git add .
passes "an old fault with --new-from=HEAD"
fault 新 >> 旧.txt
git add .
stopped "a new one" '旧.txt:3:7: '
expect "the old one is left alone" sh -c '! cat out err | grep -q 旧.txt:1:'
use kanlint-system --no-such-option
stopped "a wrong option" 'unknown option'
git reset -q --hard

# The hook that builds, once. -O0, as this is about the hook.
MAKEFLAGS='LTO= CFLAGS_release=-O0'
export MAKEFLAGS
PATH=/usr/bin:/bin
use kanlint
fault 己 > 己.txt
git add .
stopped "a fault, by a program that was built" '己.txt:1:7: warning: '
expect "it says that it builds" sh -c 'cat out err | grep -q "building .*, once"'
right 己 > 己.txt
git add .
passes "the right article"
expect "and does not build again" sh -c '! cat out err | grep -q building'
# Where it cannot be built the commit is stopped, and the reason is said.
clone=$(dirname "$(find "$work/cache" -name built -path '*/build/*')")
expect "the clone of pre-commit" [ -d "$clone" ]
rm "$clone/built" && rm "$clone/kanlint" && echo '#error broken' >> "${clone%/build}/linter/main.c"
right 庚 > 庚.txt
git add .
stopped "what cannot be built" 'it cannot be built here'

finish
