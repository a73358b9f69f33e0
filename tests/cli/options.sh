#!/bin/sh
# The table of options: what --help, the manual and the parser make of it, and how the completion of bash uses it.
# usage: tests/cli/options.sh PROGRAM
set -u
program=$(realpath "$1")
suite=options
repository=$(realpath "$(dirname "$0")/../..")
. "$(dirname "$(realpath "$0")")/lib.sh"
unset COLUMNS
tab=$(printf '\t')

printf '他说...没有再说。\n“新闻”说...没有再说。\n' > bad.txt
printf '他说……没有再说。\n' > good.txt
printf '他說...沒有再說。\n' > hant.txt

"$program" --print-options > table
expect 'the table is empty' [ "$(wc -l < table)" -gt 30 ]
expect 'a line of the table has not seven fields' [ -z "$(awk -F '\t' 'NF != 7' table)" ]

# --help tells every option and every value, as wide as it is asked to be.
for language in en zh_CN zh_TW; do
	"$program" --help --lang=$language > help
	while IFS=$tab read -r _ letter name argument _ values _; do
		[ "$argument" = - ] && argument= || argument="=$argument"
		[ "$letter" = - ] && letter='   ' || letter="-$letter,"
		expect "--help in $language does not tell of $name" grep -qF -e "  $letter --$name$argument" help
		for value in $values; do
			[ "$value" = - ] || grep -qwF -e "$value" help || fail "--help in $language does not tell of $value"
		done
	done < table
	for columns in 40 60 80 100 137; do
		COLUMNS=$columns "$program" --help --lang=$language > help
		widest=$(wc -L < help)
		expect "--help in $language is $widest wide where there are $columns" [ "$widest" -le $((columns < 52 ? 52 : columns)) ]
	done
done
"$program" --help --color=always > help
expect 'headings are not bold' grep -q "^$(printf '\033')\[1mOutput" help

# The manual has the same options in the same order, and their values.
awk -F '\t' '
	{
		argument = tolower($4)
		optional = sub(/\[:file\]/, "", argument) ? " Ns Op : Ns Ar file" : ""
		value = $4 == "-" ? "" : " Ns = Ns Ar " argument optional
		short = $2 == "-" ? "" : " Fl " $2 ($4 == "-" ? "" : " Ar " argument optional) " ,"
		if ($1 != group) print ".Ss " $1
		group = $1
		print ".It" short " Fl -" $3 value
	}' table > wanted
sed -n '/^\.Sh OPTIONS/,/^\.Sh ENVIRONMENT/p' "$repository/docs/kanlint.1" | grep '^\.Ss \|^\.It.* Fl ' > out
expect_output < wanted
while IFS=$tab read -r _ _ name _ _ values _; do
	awk -v name="$name" '/^\.It/ { inside = 0 } /^\.It.* Fl / { inside = index($0 " ", "Fl -" name " ") } /^\.It Cm/ && last { inside = 1 } { last = inside } inside' \
		"$repository/docs/kanlint.1" > out
	for value in $values; do
		[ "$value" = - ] || grep -qwF -e "$value" out || fail "the manual does not tell of --$name=$value"
	done
done < table

# The forms of an option.
expect_status 1 --no-config --select=punct_bad_ellipsis bad.txt
expect_status 1 --no-config --select punct_bad_ellipsis bad.txt
expect_status 1 bad.txt --no-config --sel punct_bad_ellipsis
expect_status 1 --no-config -qf jsonl -j2 bad.txt
expect 'letters together' grep -q '^{"path":"bad.txt"' out
expect_status 1 --no-config -fjsonl bad.txt
expect 'a value at its letter' grep -q '^{"path":"bad.txt"' out
cp bad.txt ./--fix
expect_status 1 --no-config -- --fix
expect_found 1 punct_bad_ellipsis --fix
expect_status 2 --no-config -- --nothing
expect_error 'kanlint: --nothing: there is no such file'
expect_status 1 --no-config --select=punct_missing_stop --select=punct_bad_ellipsis bad.txt
expect_found 1 punct_bad_ellipsis bad.txt
expect_status 0 --no-config --ignore=punct_bad_ellipsis --ignore=punct_missing_stop bad.txt

# What is refused is one line with the way out.
refused() {
	sentence=$1
	shift
	expect_status 2 "$@"
	expect_error "$sentence"
	expect "$* says more than one line" [ "$(wc -l < err)" -eq 1 ]
	expect "$* writes to standard output" [ ! -s out ]
}
refused 'unknown option --colour; did you mean --color?' --colour=never bad.txt
refused 'unknown option --xyzzy; --help lists them all' --xyzzy bad.txt
refused 'option --e may be any of --encoding, --exit-zero, --explain' --e bad.txt
refused 'unknown option -Z' --fix -Zq bad.txt
refused 'unknown option in “-，”' -， bad.txt
refused 'unknown option in “-q，”' bad.txt -q， bad.txt
byte=$(printf '\351')
refused 'unknown option in “-' -"$byte"
refused 'unknown option in “-q' -q"$byte" bad.txt
refused 'unknown option in “-q' bad.txt -q"$byte"
refused 'unknown option in “-q' -c.kanlint"$byte" -q"$byte" bad.txt
refused 'option -c needs a value' bad.txt -c
refused 'option --config needs a value' bad.txt --config
refused 'option --quiet takes no value' --quiet=yes bad.txt
refused '--color: unknown value “nevr”; did you mean “never”?' --color=nevr bad.txt
refused '--color: unknown value “blue”; there are: auto, always, never' --color=blue bad.txt
refused '--ambiguous-width: unknown value “3”; there are: auto, 1, 2' --ambiguous-width=3 bad.txt
refused '--format: unknown format “xml”; there are: gcc, json' --format=xml bad.txt
refused '--lang: unknown value “fr”; there are: en, zh_CN, zh_TW' --lang=fr bad.txt
refused '--statistics: the format sarif has none; there are: gcc, json, jsonl' --statistics -f sarif bad.txt
refused '--statistics and --diff do not go together' --statistics --diff bad.txt
refused 'unknown option --\033[31m' "--$(printf '\033')[31m" bad.txt
refused '--explain: there is no check “figure_miscout”; did you mean “figure_miscount”?' --explain figure_miscout

# Counts in place of findings.
expect_status 1 --no-config --select=punct_bad_ellipsis,punct_unpaired --statistics bad.txt good.txt hant.txt
expect_output << 'END'
findings   fixable     files  check
       3         3         2  punct_bad_ellipsis
       3         3         2  in all
END
# Notes on kanlint-ignore.yaml come between the findings of the files that it names.
mkdir noted
for name in a b c; do
	printf '各单位要落实责任...确保安全。\n' > noted/$name.txt
	printf -- '- {file: %s.txt, check: punct_unpaired}\n' $name >> noted/kanlint-ignore.yaml
done
expect_status 1 --statistics noted
expect_output << 'END'
findings   fixable     files  check
       3         3         3  punct_bad_ellipsis
       3         0         1  unused_silencing
       6         3         4  in all
END
expect_status 1 --no-config --select=punct_bad_ellipsis --statistics -f json bad.txt hant.txt
expect 'the JSON is none' python3 -c '
import json, sys
run = json.load(open("out"))
assert run["statistics"] == [{"name": "punct_bad_ellipsis", "findings": 3, "errors": 0, "warnings": 3, "notes": 0, "files": 2, "safe_fixes": 3, "unsafe_fixes": 0}]
assert run["summary"]["warnings"] == 3 and run["failures"] == [] and "findings" not in run'
expect_status 2 --no-config --select=punct_bad_ellipsis --statistics -f jsonl bad.txt missing.txt
expect 'the JSON Lines are none' python3 -c '
import json
lines = [json.loads(line) for line in open("out")]
assert [list(line) for line in lines] == [["statistics"], ["failure"], ["summary"]], lines'
expect_status 1 --no-config --select=punct_bad_ellipsis --statistics -f gcc -f sarif:all.sarif bad.txt
expect 'a file has not the findings' grep -q '"ruleId":"punct_bad_ellipsis"' all.sarif
expect_status 0 --no-config --select=punct_bad_ellipsis --statistics good.txt
expect_silence
for member in $("$program" --no-config --exit-zero --statistics -f json bad.txt | grep -o '"[a-z_]*":' | tr -d '":'); do
	expect "docs/ do not tell of $member" sh -c "grep -q '\"$member\"' '$repository/docs/kanlint.schema.json' && grep -q '[\`\"]$member[\`\"]' '$repository/docs/json.md'"
done

# Bash, as it calls the function: words taken apart at = and :.
completion=$repository/build/completions/bash/kanlint
cat > complete.bash << 'END'
source "$1"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_kanlint "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
[[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\n' "${COMPREPLY[@]}"
END
# completes WORD... : the words, separated by blanks, are standard input
completes() {
	bash complete.bash "$completion" "$program" "$@" > out 2> err
	tr ' ' '\n' > expected
	if cmp -s expected out && [ ! -s err ]; then pass; else fail "$* completes to others than $(cat expected)"; fi
}
mkdir folder && touch folder/article.txt 'folder/two words.txt'
echo '--show-source' | completes --sh
echo '--force-exclude --format=' | completes --fo
echo 'json jsonl' | completes --format = js
echo 'json jsonl' | completes -f js
echo 'bad.txt' | completes -f sarif : ba
echo 'bad.txt' | completes --format = sarif : ba
echo 'auto always never' | completes --color =
echo 'note warning error never' | completes --fail-on ''
echo 'figure_miscount figure_mixed_numerals' | completes --explain figure_mi
echo 'figure_miscount figure_mixed_numerals' | completes --select = figure_mi
echo 'punct,figure_miscount punct,figure_mixed_numerals' | completes --ignore punct,figure_mi
echo '+figure_miscount +figure_mixed_numerals' | completes --select +figure_mi
echo 'folder/article.txt' | completes folder/a
echo 'bad.txt' | completes --config ba
echo 'bad.txt' | completes -- ba
printf '' | completes -- --sh
printf 'folder/two words.txt\n' > expected
bash complete.bash "$completion" "$program" folder/tw > out 2> err
expect 'a name with a blank' cmp -s expected out
"$program" --list-checks | sed 's/ .*//' > checks
bash complete.bash "$completion" "$program" --explain '' > out
expect 'not all checks are offered' cmp -s checks out
awk -F '\t' '{ print "--" $3 ($4 == "-" ? "" : "=") }' table > expected
bash complete.bash "$completion" "$program" - > out
expect 'not all options are offered' cmp -s expected out
git init -q repository 2> err && (
	cd repository && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m a && git branch -q 'x$(touch${IFS}ran)' && git branch -q main2
) > /dev/null
(cd repository && bash ../complete.bash "$completion" "$program" --new-from main2) > out 2> err
expect 'a branch is not offered' grep -qx main2 out
(cd repository && bash ../complete.bash "$completion" "$program" --new-from x) > out 2> err
expect 'the name of a branch is run' [ ! -e repository/ran ]
expect 'a branch with a dollar is not offered' grep -qxF 'x$(touch${IFS}ran)' out

finish
