#!/bin/sh
# Runs all default checks over corpus/clean and corpus/marked, and of the others those that a mark there names; all of the profile
# strict over corpus/house. Holds the findings against the marks beside the articles: a table of recall and precision for each
# check, in Markdown. With --gate the exit status is 1 below the bars (recall 90%, precision 95%), with -v every miss and every
# false finding is listed on standard error.
#
# A mark is LINE COLUMN CHECK TEXT NOTE, separated by tabs. A finding answers a mark of the same check if it begins within four
# characters of the marked text, for punct_split_sentence also up to two lines later. One whose note begins with
# "summary:" answers, and is answered by, all findings of that check in the article.
#
# ARTICLE.traps beside an article names passages that are right and look wrong: LINE CHECK TEXT NOTE, separated by tabs; CHECK is the
# check that might be deceived, TEXT stands in the line, NOTE says why it is right. What a figure_ check says inside such a text is
# false, whatever a mark says.
#
# A check without marks, a mark or a trap whose article or text is not there, and a trap of a check that does not exist, are errors.
#
# usage: tests/corpus.sh PROGRAM [--gate] [-v]
set -u
program=$(realpath "$1")
shift
gate=0 verbose=0
for option; do
	case $option in
	--gate) gate=1 ;;
	-v) verbose=1 ;;
	esac
done
cd "$(dirname "$0")/../corpus" || exit 2
findings=$(mktemp) traps=$(mktemp)
trap 'rm -f "$findings" "$traps"' EXIT

# What would count for nothing: marks of an article or a text that is not there. \uXXXX and … stand for what cannot be shown or is left out.
tab=$(printf '\t')
for marks in $(find . -name '*.marks'); do
	article=$(ls "${marks%.marks}".txt "${marks%.marks}".md 2> /dev/null)
	[ -n "$article" ] || { echo "$marks has no article" >&2; exit 2; }
	grep -v '^#' "$marks" | while IFS=$tab read -r line column check text note; do
		case $line$text in '' | *'\u'* | *…*) continue ;; esac
		sed -n "${line}p" "$article" | grep -qF -e "$text" || echo "$marks:$line: “$text” does not stand in this line"
	done
done > "$findings"
[ ! -s "$findings" ] || { cat "$findings" >&2; exit 2; }
names=$("$program" --list-checks | sed 's/ .*//' | grep -v '^unused_silencing$\|^house_rule$' | tr '\n' ' ')

# The traps with their places: ARTICLE LINE FROM TO, columns in characters, once for each time that the text stands in the line.
for sidecar in $(find . -name '*.traps' | sort | sed 's|^\./||'); do
	article=$(ls "${sidecar%.traps}".txt "${sidecar%.traps}".md 2> /dev/null)
	[ -n "$article" ] || { echo "$sidecar has no article" >&2; exit 2; }
	LC_ALL=C awk -F '\t' -v names=" $names" -v sidecar="$sidecar" '
	function characters(text) { gsub(/[\200-\277]/, "", text); return length(text) }
	function fault(what) { print sidecar ":" FNR ": " what > "/dev/stderr"; faults = 1 }
	NR == FNR { text[FNR] = $0; next }
	/^#/ || $0 == "" { next }
	NF != 4 || $3 == "" || $4 == "" { fault("not LINE, CHECK, TEXT and NOTE"); next }
	!index(names, " " $2 " ") { fault("there is no check " $2); next }
	!index(text[$1], $3) { fault("“" $3 "” does not stand in line " $1); next }
	{
		traps++
		for (past = 0; (at = index(substr(text[$1], past + 1), $3)) > 0; past += at - 1 + length($3)) {
			from = characters(substr(text[$1], 1, past + at - 1)) + 1
			print substr(sidecar, 1, length(sidecar) - 6), $1, from, from + characters($3), sidecar ":" FNR
		}
	}
	END { exit faults }' "$article" "$sidecar" >> "$traps" || exit 2
done
LC_ALL=C.UTF-8 LANGUAGE=en "$program" --no-config --exit-zero clean marked > "$findings" || exit 2
off=$("$program" --list-checks | awk '$3 !~ /default/ { print $1 }')
asked=$(find clean marked -name '*.marks' -exec cut -f 3 {} + | sort -u | grep -Fx "$off" | paste -sd , -)
[ -z "$asked" ] || LC_ALL=C.UTF-8 LANGUAGE=en "$program" --no-config --exit-zero --select="$asked" clean marked >> "$findings" || exit 2
LC_ALL=C.UTF-8 LANGUAGE=en "$program" --no-config --profile=strict --exit-zero house >> "$findings" || exit 2

LC_ALL=C awk -v gate=$gate -v verbose=$verbose -v names="$names" -v traps="$traps" '
function characters(text) { gsub(/\\u[0-9a-f][0-9a-f][0-9a-f][0-9a-f]/, "x", text); gsub(/[\200-\277]/, "", text); return length(text) }
function say(text) { if (verbose) print text > "/dev/stderr" }
FILENAME == traps {
	if (!seen_trap[$5]++) trap_count++
	trap++
	trap_article[trap] = $1; trap_line[trap] = $2; trap_from[trap] = $3; trap_to[trap] = $4; trap_name[trap] = $5
	next
}
FILENAME ~ /\.marks$/ {
	if ($0 ~ /^#/ || $0 == "") next
	split($0, field, "\t")
	article = FILENAME; sub(/\.marks$/, "", article)
	mark++
	mark_article[mark] = article; mark_line[mark] = field[1]; mark_column[mark] = field[2]; mark_check[mark] = field[3]
	mark_end[mark] = field[2] + characters(field[4]); mark_text[mark] = field[4]
	mark_summary[mark] = field[5] ~ /^summary:/
	marked[field[3]]++
	next
}
{
	if (!match($0, / \[[a-z_]+\]$/)) next
	check = substr($0, RSTART + 2, RLENGTH - 3)
	split($0, field, ":")
	finding++
	finding_article[finding] = field[1]; sub(/\.(txt|md)$/, "", finding_article[finding])
	finding_line[finding] = field[2]; finding_column[finding] = field[3]; finding_check[finding] = check; finding_text[finding] = $0
}
END {
	for (t = 1; t <= trap; t++)
		for (f = 1; f <= finding; f++) {
			if (finding_article[f] != trap_article[t] || finding_line[f] != trap_line[t] || finding_check[f] !~ /^figure_/) continue
			if (finding_column[f] < trap_from[t] || finding_column[f] >= trap_to[t]) continue
			in_trap[f] = trap_name[t]
			if (!sprung[trap_name[t]]++) sprung_count++
		}
	for (m = 1; m <= mark; m++)
		for (f = 1; f <= finding; f++) {
			if (finding_article[f] != mark_article[m] || finding_check[f] != mark_check[m] || in_trap[f]) continue
			if (mark_summary[m]) { used[f] = 1; answered[m] = 1; continue }
			near = finding_line[f] == mark_line[m] && finding_column[f] >= mark_column[m] - 4 && finding_column[f] <= mark_end[m] + 4
			if (mark_check[m] == "punct_split_sentence" && finding_line[f] > mark_line[m] && finding_line[f] <= mark_line[m] + 2) near = 1
			if (near && !used[f] && !answered[m]) { used[f] = 1; answered[m] = 1 }
			else if (near && !used[f] && finding_column[f] < mark_end[m]) used[f] = 1
		}
	for (m = 1; m <= mark; m++) {
		if (answered[m]) found[mark_check[m]]++
		else say("MISSED " mark_article[m] ":" mark_line[m] ":" mark_column[m] " " mark_check[m] " " mark_text[m])
	}
	for (f = 1; f <= finding; f++) {
		if (used[f]) continue
		wrong[finding_check[f]]++
		marked[finding_check[f]] += 0
		say("FALSE " finding_text[f] (in_trap[f] ? " (" in_trap[f] ")" : ""))
	}
	for (i = split(names, all_names, " "); i > 0; i--) marked[all_names[i]] += 0
	count = 0
	for (check in marked) sorted[++count] = check
	for (i = 2; i <= count; i++)
		for (j = i; j > 1 && sorted[j] < sorted[j - 1]; j--) { swap = sorted[j]; sorted[j] = sorted[j - 1]; sorted[j - 1] = swap }
	print "# What the checks find in corpus/\n"
	print "| check | marked | found | false | recall | precision |"
	print "| --- | ---: | ---: | ---: | ---: | ---: |"
	for (i = 1; i <= count; i++) {
		check = sorted[i]
		recall = marked[check] ? 100 * found[check] / marked[check] : 100
		all = found[check] + wrong[check]
		precision = all ? 100 * found[check] / all : 100
		printf "| %s | %d | %d | %d | %.0f%% | %.0f%% |\n", check, marked[check], found[check], wrong[check], recall, precision
		if (!marked[check] || recall < 90 || precision < 95) below = below " " check
		sum_marked += marked[check]; sum_found += found[check]; sum_wrong += wrong[check]
	}
	printf "| all | %d | %d | %d | %.1f%% | %.1f%% |\n", sum_marked, sum_found, sum_wrong, 100 * sum_found / sum_marked, 100 * sum_found / (sum_found + sum_wrong)
	printf "\n%d passages with figures that agree and look as if they did not; %d with a finding.\n", trap_count, sprung_count
	if (below) { print "\nbelow the bars of 90% recall and 95% precision:" below; exit gate }
}' "$traps" $(find . -name '*.marks' | sort | sed 's|^\./||') "$findings"
