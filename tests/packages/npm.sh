#!/bin/sh
# The npm packages, installed from their files without a network.
# usage: tests/packages/npm.sh FOLDER (where make npm put them)
set -u
packages=$(realpath "$1") suite=npm program=npx
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/lib.sh
export HOME="$work" XDG_CONFIG_HOME= npm_config_cache="$work/cache" npm_config_offline=true npm_config_audit=false npm_config_fund=false \
	npm_config_update_notifier=false
main=$(ls "$packages"/kanlint-[0-9]*.tgz) platform=$(ls "$packages"/kanlint-linux-*.tgz)

# What is in them, and what is not.
tar -tzf "$main" | LC_ALL=C sort > out
expect_output << 'END'
package/LICENSE
package/README.md
package/bin/kanlint.js
package/package.json
END
expect "the small package is small" [ "$(stat -c %s "$main")" -lt 20000 ]
for file in bin/kanlint share/kanlint/kanlint.dat share/locale/zh_TW/LC_MESSAGES/kanlint.mo share/doc/kanlint/licenses/glibc; do
	expect "the other holds $file" sh -c "tar -tzf '$platform' | grep -qx 'package/$file'"
done
for file in "$main" "$platform"; do
	tar -xzOf "$file" package/package.json > package.json
	expect "no script runs when ${file##*/} is installed" sh -c '! grep -q "\"scripts\"" package.json'
done
rm package.json

mkdir project && cd project || exit 2
echo '{"name": "project", "version": "1.0.0", "private": true}' > package.json
npm install "$platform" "$main" > ../out 2> ../err || fail "npm install"
cd .. || exit 2
program=$work/project/node_modules/.bin/kanlint
printf '会议强调，各单位要落实责任...确保安全。\n' > a.txt
printf '今天天气很好。\n' > clean.txt
expect_status 0 clean.txt
expect_silence
expect_status 1 a.txt
expect_output << 'END'
a.txt:1:14: warning: wrong form of the ellipsis: “...”, write …… [punct_bad_ellipsis]
END
expect_status 2 none.txt
expect_error 'kanlint: none.txt: '
expect_status 0 --version
expect_output << END
kanlint $(sed -n 's/.*"version": "\(.*\)".*/\1/p' project/node_modules/kanlint/package.json)
END
"$program" --stdin-filename news.txt - < a.txt > out 2> err
expect "standard input" grep -q '^news.txt:1:14: ' out
LANGUAGE=zh_TW "$program" a.txt > out 2> err
expect "it speaks Traditional Chinese" grep -q '刪節號' out
(cd project && npx kanlint ../a.txt) > out 2> err
expect "npx" grep -q '^../a.txt:1:14: ' out
file='a b $c “d”.txt'
cp a.txt "$file"
expect_status 1 "$file"
expect "names go through as they are" grep -qF "$file:1:14: " out

# A signal ends the program, and the caller sees which.
(
	mkfifo pipe
	"$program" - < pipe &
	exec 3> pipe
	sleep 1
	kill -TERM $!
	wait $!
	echo $? > status
) 2> /dev/null # the shell speaks of it too
expect "a signal goes through" [ "$(cat status)" -eq 143 ]

# Without the package of the platform: said, status 2.
mkdir bare && cd bare || exit 2
echo '{"name": "bare", "version": "1.0.0", "private": true}' > package.json
npm install --omit=optional "$main" > ../out 2> ../err || fail "npm install --omit=optional"
cd .. || exit 2
other=$program
program=$work/bare/node_modules/.bin/kanlint
expect_status 2 clean.txt
expect_error 'is missing: install without --omit=optional'
KANLINT_BINARY=$work/project/node_modules/@kanlint/$(uname -s | tr 'A-Z' 'a-z')-$(node -p process.arch)/bin/kanlint
export KANLINT_BINARY
expect_status 1 a.txt
KANLINT_BINARY=$work/none
expect_status 2 a.txt
expect_error "kanlint: $work/none: "
unset KANLINT_BINARY
sed -i "s,process\.arch}\`,'m68k'}\`," bare/node_modules/kanlint/bin/kanlint.js
expect_status 2 clean.txt
expect_error 'there is no program for linux'
program=$other
expect_status 0 clean.txt
finish
