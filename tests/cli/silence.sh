#!/bin/sh
# Comments that silence, kanlint-ignore.yaml, and the notes on those that silence nothing.
# usage: tests/cli/silence.sh PROGRAM
set -u
program=$(realpath "$1") suite=silence
. "$(dirname "$0")/lib.sh"

cat > a.md << 'END'
# 通知

各单位要落实责任...确保安全。

<!-- kanlint-disable punct_bad_ellipsis -- as it was printed -->

各单位要落实责任...确保安全，加强防汛防汛工作。

<!-- kanlint-enable punct_bad_ellipsis -->

各单位要落实责任...确保安全。

<!-- kanlint-disable-next-line -->

各单位要落实责任...确保安全，加强防汛防汛工作。

各单位要落实责任...确保安全。

<!-- kanlint-disable -->

各单位要落实责任...确保安全。
END
expect_status 1 a.md
for line in 3 11 17; do
	expect_found $line punct_bad_ellipsis a.md
done
for line in 7 15 21; do
	expect_not_found $line punct_bad_ellipsis a.md
done
expect_found 7 typo_repeated_word a.md
expect_not_found 15 typo_repeated_word a.md
expect "a silencing that is used gets a note" sh -c '! grep -q unused_silencing out'

# Shown as code it silences nothing, and in plain text neither.
printf '各单位要落实责任...确保安全。`<!-- kanlint-disable -->`\n\n各单位要落实责任...确保安全。\n' > code.md
expect_status 1 code.md
expect_found 3 punct_bad_ellipsis code.md
printf '<!-- kanlint-disable -->\n各单位要落实责任...确保安全。\n' > plain.txt
expect_status 1 plain.txt
expect_found 2 punct_bad_ellipsis plain.txt

cat > unused.md << 'END'
<!-- kanlint-disable punct_bad_ellipsis -->

各单位要落实责任，确保安全。

<!-- kanlint-disable-next-line punct_bad_elipsis -->

各单位要落实责任，确保安全。
END
expect_status 0 unused.md
expect_output << 'END'
unused.md:1:1: note: this comment silences nothing: there is no finding of punct_bad_ellipsis [unused_silencing]
unused.md:5:1: note: this comment silences nothing: there is no check “punct_bad_elipsis”; did you mean “punct_bad_ellipsis”? [unused_silencing]
END
expect_status 1 --fail-on=note unused.md
expect_status 0 --ignore=unused_silencing --fail-on=note unused.md
expect_silence
expect_status 0 --select=typo --fail-on=note unused.md
expect_silence
printf 'checks: {unused_silencing: error}\n' > error.yaml
expect_status 1 --config=error.yaml unused.md

# The sidecar.
mkdir -p news
printf '各单位要落实责任...确保安全。\n各单位加强检查...严防事故。\n' > news/a.txt
printf 'variant: hans\n' > .kanlint.yaml
cat > kanlint-ignore.yaml << 'END'
- file: news/a.txt
  check: punct_bad_ellipsis
  text: 责任...确保
  reason: so it was signed
END
expect_status 1 news/a.txt
expect_not_found 1 punct_bad_ellipsis news/a.txt
expect_found 2 punct_bad_ellipsis news/a.txt
(cd news && "$program" a.txt) > out 2> err
expect "the sidecar from another folder" [ "$(wc -l < out)" -eq 1 ]
"$program" --stdin-filename=news/a.txt - < news/a.txt > out 2> err
expect "the sidecar for standard input" [ "$(wc -l < out)" -eq 1 ]
expect_status 1 --no-config news/a.txt
expect_found 1 punct_bad_ellipsis news/a.txt
rm .kanlint.yaml
expect_status 1 news/a.txt
expect_not_found 1 punct_bad_ellipsis news/a.txt
cat >> kanlint-ignore.yaml << 'END'
- {file: news/a.txt, check: typo_repeated_word, text: 防汛}
- {file: news/gone.txt, check: punct}
END
expect_status 1 news/a.txt
expect_found 5 unused_silencing kanlint-ignore.yaml
expect_found 6 unused_silencing kanlint-ignore.yaml
expect_status 1 -f json news/a.txt
expect "the note in JSON names the file of the entry" grep -q '"kanlint-ignore.yaml"' out

printf -- '- {file: news/a.txt, check: punct_bad_elipsis}\n' > kanlint-ignore.yaml
expect_status 2 news/a.txt
expect_error 'kanlint-ignore.yaml:1:29: unknown check “punct_bad_elipsis”; did you mean “punct_bad_ellipsis”?'
printf 'file: news/a.txt\n' > kanlint-ignore.yaml
expect_status 2 news/a.txt
expect_error 'kanlint-ignore.yaml:1:1: must be a list of entries, not a map'

# A wrong sidecar is said once, not for each file it holds for; what was found stands as often as it is there.
printf '<!-- kanlint-disable-next-line -->\n各单位要落实责任...确保安全。\n\n各单位加强检查...严防事故。\n' > news/b.md
expect_status 2 news/a.txt news/b.md
expect "the sidecar's error is said for each file" [ "$(wc -l < err)" -eq 1 ]
expect_not_found 2 punct_bad_ellipsis news/b.md
expect "findings beside a wrong sidecar" [ "$(grep -c '^news/b.md:' out)" -eq 1 ]
expect_status 2 -f json news/a.txt news/b.md
expect "both files failed" grep -q '"failures":2' out

# Many comments, many names and comments that never end take time in proportion.
rm kanlint-ignore.yaml
swift() {
	timeout 30 "$program" --no-config --select=punct_bad_ellipsis "$1" > out 2> err
	expect "$2" [ $? -ne 124 ]
}
{ printf 'kanlint-\n\n'; yes '<!-- ' | head -n 200000; } > open.md
swift open.md 'comments that never end take for ever'
{ printf '<!-- kanlint-disable'; yes ' punct_halfwidth' | head -n 80000 | tr -d '\n'; printf -- '-->\n\n各单位要落实责任...确保安全。\n'; } > names.md
swift names.md 'a comment with many names takes for ever'
{ yes '<!-- kanlint-disable-next-line punct_bad_ellipsis -->' | head -n 80000; printf '\n各单位要落实责任...确保安全。\n'; } > stacked.md
swift stacked.md 'comments one under the other take for ever'
expect "the last of many comments silences" [ "$(grep -c 'stacked.md:80002:' out)" -eq 0 ]

finish
