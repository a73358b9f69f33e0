#!/bin/sh
# .kanlint.yaml, profiles, --select and --ignore, --print-config.
# usage: tests/cli/config.sh PROGRAM
set -u
program=$(realpath "$1") suite=config
. "$(dirname "$0")/lib.sh"

mkdir -p site/opinion/today site/drafts other
for file in site/a.txt site/opinion/a.txt site/opinion/today/a.txt site/drafts/a.txt other/a.txt; do
	echo '会议强调，各单位要落实责任...确保安全。' > $file
done
cat > site/.kanlint.yaml << 'END'
# the house's own
extends: newsroom
variant: hans
fail_on: error
exclude: ["drafts/**"]
checks:
  punct_bad_ellipsis: error
overrides:
  - files: ["opinion/**"]
    checks: {punct_bad_ellipsis: note}
END

# The nearest file holds, paths are relative to it.
expect_status 1 site/a.txt
expect_found 1 punct_bad_ellipsis site/a.txt
expect "the severity of the config" grep -q ' error: ' out
expect_status 0 site/opinion/today/a.txt
expect "the severity of the override" grep -q ' note: ' out
expect_status 1 other/a.txt
expect "the severity of the check" grep -q ' warning: ' out
(cd site/opinion && "$program" today/a.txt) > out 2> err
expect "a config above the current folder" grep -q ' note: ' out
(cd site && "$program" ../other/a.txt) > out 2> err
expect "a config does not hold beside its folder" grep -q ' warning: ' out

# exclude: not found in folders, linted when named, unless --force-exclude.
expect_status 1 site
expect_not_found 1 punct_bad_ellipsis site/drafts/a.txt
expect_found 1 punct_bad_ellipsis site/opinion/a.txt
expect_status 1 site/drafts/a.txt
expect_status 0 --force-exclude site/drafts/a.txt
expect_status 1 site/drafts
expect_found 1 punct_bad_ellipsis site/drafts/a.txt
expect_status 0 --force-exclude site/drafts
(cd site && "$program" . --force-exclude drafts/a.txt) > out 2> err
expect "exclude from inside the folder" sh -c '! grep -q drafts out'

# The command line wins.
expect_status 0 --fail-on=never site/a.txt
expect_status 1 --fail-on=note site/opinion/a.txt
expect_status 0 --ignore=punct_bad_ellipsis site/a.txt
expect_silence
expect_status 1 --no-config site/opinion/a.txt
expect "no config" grep -q ' warning: ' out
expect_status 1 --config=site/.kanlint.yaml other/a.txt
expect "--config holds everywhere" grep -q ' error: ' out

# With --config patterns count from the current folder.
cat > house.yaml << 'END'
overrides:
  - {files: [other/*.txt], checks: {punct_bad_ellipsis: off}}
END
expect_status 0 --config=house.yaml other/a.txt
expect_status 1 --config=house.yaml site/a.txt
mkdir conf
mv house.yaml conf
expect_status 0 --config=conf/house.yaml other/a.txt

# --select: names, families, globs, additions.
for names in punct_bad_ellipsis punct punct_ 'punct_*' '*ellipsis' 'typo,punct' '+typo' ' punct_bad_ellipsis , typo'; do
	expect_status 1 --no-config --select="$names" other/a.txt
	expect_found 1 punct_bad_ellipsis other/a.txt
done
expect_status 0 --no-config --select=typo_repeated_word other/a.txt
expect_status 0 --no-config --select=punct --ignore='punct_bad_*' other/a.txt
printf 'checks: {punct_bad_ellipsis: off}\n' > other/.kanlint.yaml
expect_status 0 other/a.txt
expect_status 1 --select=punct_bad_ellipsis other/a.txt
expect_status 1 --select=+punct_bad_ellipsis other/a.txt
rm other/.kanlint.yaml

expect_status 2 --select=punct_bad_elipsis other/a.txt
expect_error '--select: unknown check “punct_bad_elipsis”; did you mean “punct_bad_ellipsis”?'
expect_status 2 --select='nothing_*' other/a.txt
expect_error '--select: no check has a name like “nothing_*”'
expect_status 2 --select=punct_bad_dash.slit other/a.txt
expect_error '“punct_bad_dash” has no message “slit”; did you mean “punct_bad_dash.split”?'
expect_status 2 --select= other/a.txt
expect_status 2 --ignore=pnct other/a.txt
expect_error '--ignore: unknown check “pnct”; did you mean “punct”?'
expect_status 2 --profile=newsrom other/a.txt
expect_error '--profile: unknown profile “newsrom”; did you mean “newsroom”?'
for profile in default newsroom strict crawl; do
	expect_status 1 --no-config --profile=$profile other/a.txt
	expect_found 1 punct_bad_ellipsis other/a.txt
done

# What is wrong is said with its place, once, and other files are linted still.
wrong() {
	printf "$1" > other/.kanlint.yaml
	expect_status 2 other/a.txt site/a.txt
	expect_error "other/.kanlint.yaml:$2"
	expect_found 1 punct_bad_ellipsis site/a.txt
}
wrong 'varient: hans\n' '1:1: unknown key “varient”; did you mean “variant”?'
wrong 'checks:\n  punct_bad_elipsis: off\n' '2:3: unknown check “punct_bad_elipsis”; did you mean “punct_bad_ellipsis”?'
wrong 'checks:\n  punct_bad_ellipsis: offf\n' '2:23: “punct_bad_ellipsis” must be note, warning, error, off or on, not “offf”; did you mean “off”?'
wrong 'checks:\n  punct_bad_ellipsis: {limit: 3}\n' '2:24: “punct_bad_ellipsis” has no option “limit”'
wrong 'extends: strikt\n' '1:10: unknown profile “strikt”; did you mean “strict”?'
wrong 'variant: hans\nvariant: hant\n' '2:1: duplicate key “variant”; it stands in line 1 too'
wrong 'checks: [\n' '2:1: '
wrong 'extends: ./gone.yaml\n' '1:10: cannot extend “./gone.yaml”: No such file or directory'
mkfifo other/pipe.yaml
wrong 'extends: ./pipe.yaml\n' '1:10: cannot extend “./pipe.yaml”: it is no file'
wrong 'words: {alow: [names.txt]}\n' '1:9: unknown key “alow” in words; did you mean “allow”?'
cp other/a.txt other/b.txt
expect_status 2 other
expect "the error is said once" [ "$(wc -l < err)" -eq 1 ]
rm other/b.txt other/.kanlint.yaml
mkdir other/.kanlint.yaml
expect_status 2 other/a.txt
expect_error 'other/.kanlint.yaml: cannot read'
rmdir other/.kanlint.yaml
expect_status 2 --config=gone.yaml other/a.txt
expect_error 'gone.yaml: cannot read: No such file or directory'
for endless in /dev/zero /dev/full; do
	printf "extends: $endless\n" > endless.yaml
	expect_status 2 --config=endless.yaml other/a.txt
	expect_error "endless.yaml:1:10: cannot extend “$endless”: it is no file"
	expect_status 2 --config=$endless other/a.txt
	expect_error "$endless: cannot read: File too large"
done

# A file may extend a file, which may extend a profile.
printf 'extends: ../site/.kanlint.yaml\nchecks: {punct_bad_ellipsis: warning}\n' > other/.kanlint.yaml
expect_status 0 other/a.txt
expect "the nearer file wins" grep -q ' warning: ' out
printf 'extends: .kanlint.yaml\n' > other/.kanlint.yaml
expect_status 2 other/a.txt
expect_error 'extends itself'
rm other/.kanlint.yaml

# --print-config reads back to the same.
for path in site/a.txt site/opinion/a.txt other/a.txt; do
	expect_status 0 --print-config $path
	cp out printed.yaml
	expect_status 0 --print-config --config=printed.yaml $path
	sed 1d out > again
	sed 1d printed.yaml > once
	expect "$path: printed again it is another" cmp -s once again
done
expect_status 0 --print-config --profile=strict --ignore=typo --fail-on=never --confidence=low --variant=hant-hk site/a.txt
for line in 'extends: strict' 'fail_on: never' 'confidence: low' 'variant: hant-hk' '  punct_bad_ellipsis.*: error' '  - "drafts/\*\*"'; do
	expect "no $line" grep -q "^$line\$" out
done
printf 'a: b\n' > wrong.yaml
expect_status 2 --print-config --config=wrong.yaml site/a.txt
# No control character of a name gets to the terminal.
odd=$(printf 'odd\033[31m')
mkdir "$odd"
printf 'rules: [gone.yaml]\n' > "$odd/.kanlint.yaml"
expect_status 2 --print-config "$odd/a.txt"
expect_error 'odd\033[31m/gone.yaml'
rm -r "$odd"

# Standard input takes the config of its name.
"$program" --stdin-filename=site/opinion/new.txt - < other/a.txt > out 2> err
expect "--stdin-filename chooses the config" grep -q '^site/opinion/new.txt:1:14: note: ' out

# A check that needs what is not installed: off where a profile, a family or a glob means it, an error where it is named.
KANLINT_LANGUAGE_MODEL=$work/nowhere
export KANLINT_LANGUAGE_MODEL
echo '社区绝定在本月下旬举办读书活动，请各位居民按时报名。' > slip.txt
for option in --profile=strict --select=typo '--select=typo_*' '--select=*'; do
	expect_status 0 --no-config "$option" slip.txt
done
for option in --select=typo_homophone --select=+typo_homophone --select=typo,typo_homophone; do
	expect_status 2 --no-config "$option" slip.txt
	expect_error 'typo_homophone: there is no language model'
	expect_error 'install the package sunpinyin-data'
done
expect_status 0 --no-config --profile=strict --ignore=typo_homophone slip.txt
mkdir named
printf 'checks: {typo_homophone: warning}\n' > named/.kanlint.yaml
mv slip.txt named
expect_status 2 named/slip.txt
expect_error 'typo_homophone: there is no language model'
printf 'extends: strict\nchecks: {typo_homophone: off}\n' > named/.kanlint.yaml
expect_status 0 named/slip.txt
unset KANLINT_LANGUAGE_MODEL

finish
