#!/bin/sh
# Rules of the user's own, --test-rules, words that are allowed; and the guide docs/rules.md.
# usage: tests/cli/rules.sh PROGRAM
set -u
program=$(realpath "$1") suite=rules
guide=$(realpath "$(dirname "$0")/../../docs/rules.md")
. "$(dirname "$0")/lib.sh"

# The guide: its files, what it says they give, and its examples.
block() {
	awk -v head="\`\`\`$1" '$0 == "```" { inside = 0 } inside { print } $0 == head { inside = 1 }' "$guide"
}
mkdir news
block 'yaml house-rules.yaml' > house-rules.yaml
block 'text house-words.tsv' > house-words.tsv
block 'text news/bridge.txt' > news/bridge.txt
block 'text findings' > findings
expect "the guide's blocks" [ "$(wc -l < house-rules.yaml)" -gt 10 ]
printf 'rules: [house-rules.yaml]\n' > .kanlint.yaml
expect_status 1 --select=house_rule news/bridge.txt
expect_output < findings
expect_status 0 --test-rules house-rules.yaml house-words.tsv
expect "the guide's rules have examples" [ "$(grep -c wrong: house-rules.yaml)" -ge 10 ]
printf '请登陆网站查看图象，大楼座落在河边，不要传小道消息。\n' > a.txt
printf 'words: {lists: [house-words.tsv]}\n' > .kanlint.yaml
expect_status 1 --select=house_rule a.txt
expect_output << 'END'
a.txt:1:2: warning: “登陆网站” is not used here: write “登录网站” [house_rule.house-words]
a.txt:1:8: warning: 计算机用语写“图像” [house_rule.house-words]
a.txt:1:13: warning: “座落” is not used here: write “坐落/位于” [house_rule.house-words]
a.txt:1:22: warning: “小道消息” is not used here [house_rule.house-words]
END
expect_status 1 --fix --quiet --select=house_rule a.txt
expect "a list fixes" grep -qx '请登录网站查看图像，大楼座落在河边，不要传小道消息。' a.txt

# find YAML TEXT: what a rule finds in a text
find() {
	printf 'rules:\n%s\n' "$1" > rule.yaml
	printf 'rules: [rule.yaml]\n' > .kanlint.yaml
	printf '%b\n' "$2" > a.txt
	"$program" --select=house_rule a.txt > out 2> err
	status=$?
}
# found YAML TEXT PLACES: the rule finds it at these places (LINE:COLUMN, blanks between); silent: it does not
found() {
	find "$1" "$2"
	expect "$1 in $2: $(cut -d: -f2,3 out | tr '\n' ' ')" [ "$(grep -v ' note: .*[^]]$' out | cut -d: -f2,3 | paste -sd ' ' -)" = "$3" ]
	expect "no error: $1" [ ! -s err ]
}
silent() {
	found "$1" "$2" ''
	expect "status $status" [ $status -eq 0 ]
}

# Borders of words.
silent '- {avoid: 台独}' '两个平台独立运行。'
found '- {avoid: 台独, anywhere: true}' '两个平台独立运行。' 1:4
found '- {avoid: 台独}' '他们反对台独分子。' 1:5
silent '- {avoid: 的士}' '他问明了目的士气大振。'
found '- {avoid: 袂}' '联袂演出，分袂已久。' '1:2 1:7'
silent '- {avoid: 人口}' '这些诗句脍炙人口，流传至今。'
found '- {avoid: 人口}' '全市常住人口增加。' 1:5
silent '- {avoid: App}' 'Apple 和 WebApp 都在这里。'
found '- {avoid: App}' '打开App，再打开 App 。' '1:3 1:11'
silent '- {avoid: 12}' '一共112个，或者120个。'
found '- {replace: 三藩市, with: 旧金山}' '三藩市区下雨。' 1:1
silent '- {replace: 三藩市, with: 旧金山, unless: 三藩市区}' '三藩市区下雨。'
found '- {avoid: 臺獨}' '他們反對臺獨分子。' 1:5
silent '- {avoid: 臺獨}' '兩個平臺獨立運作。'

# The cure that stands there already, and the one that holds the wrong text.
found '- {replace: 台湾, with: 中国台湾}' '中国台湾和台湾。' 1:6
expect_status 0 --fix --quiet a.txt
expect "fixed once" grep -qx '中国台湾和中国台湾。' a.txt
expect_status 0 a.txt

# Gaps, near, unless_near, variants, files.
found '- {replace: 反应…愿望, with: 反映…愿望}' '报告反应了群众的愿望。' 1:3
expect_status 0 --fix --quiet a.txt
expect "a gap is kept" grep -qx '报告反映了群众的愿望。' a.txt
silent '- {replace: 反应…愿望, with: 反映…愿望}' '化学反应完成，大家的愿望实现了。'
silent '- {replace: 反应…愿望, with: 反映…愿望}' '这个反应一二三四五六七八九十一二三四五六七八九十一愿望。'
found '- {avoid: 下海, near: [经商, 创业]}' '他当年下海，别人下海经商。' 1:9
silent '- {avoid: 下海, unless_near: [渔船]}' '渔船一早就开出港湾，渔民下海，晚上回来。'
found '- {avoid: 質量, variant: hant}' '他們說商品質量很好，這個問題沒有辦法解決。' 1:6
silent '- {avoid: 质量, variant: hant}' '他们说商品质量很好，这个问题没有办法解决。'
found '- {avoid: 质量, files: ["*.txt"]}' '商品质量很好。' 1:3
silent '- {avoid: 质量, files: ["news/**"]}' '商品质量很好。'
cp a.txt news/c.txt
expect_status 1 --select=house_rule news
expect_found 1 house_rule.rule news/c.txt

# Whole articles.
found '- {consistent: [其他, 其它]}' '其它人来了，其它人走了，其他人没有来。' 1:13
expect "the note is at the other form" grep -q '^a.txt:1:1: note: the other form, first here: 其它$' out
silent '- {consistent: [其他, 其它]}' '其他人来了，其他人走了。'
found '- {consistent: [網路, 網絡, 互聯網]}' '網路很快，網絡也快，互聯網更快，網路最快。' '1:6 1:11'
found '- {require: （完）}' '\n\n　新华社电。' 3:2
silent '- {require: [（完）, 未完待续]}' '新华社电。未完待续。'
silent '- {require: 记者, when: 本报讯}' '新华社电。'
found '- {require: 记者, when: 本报讯}' '本报讯 大桥通车。' 1:1
found '- {limit: title, to: 6}' '本市大桥昨天通车\n\n大桥昨天上午通车，市民前往参观。' 1:1
silent '- {limit: title, to: 8}' '本市大桥昨天通车\n\n大桥昨天上午通车，市民前往参观。'
found '- {limit: sentence, to: 10}' '今天天气很好。今天的天气实在是非常的好。' 1:8
silent '- {limit: sentence, to: 10}' '我们 use Wonderful Software 写。'
found '- {limit: paragraph, to: 12}' '短。\n\n今天天气很好。今天的天气实在是好。' 3:1
found '- {limit: times, of: [进一步, 不断], to: 2}' '进一步加强，不断提高，进一步改进，不断前进。' '1:12 1:18'

# Patterns.
found "- {pattern: '(?<n>\\d+)%左右', with: '约\${n}%'}" '上涨5%左右，下降12%左右。' '1:3 1:10'
expect_status 0 --fix --quiet a.txt
expect "a pattern fixes" grep -qx '上涨约5%，下降约12%。' a.txt
found "- {pattern: '^但是', with: '\$\$0'}" '但是，他但是。\n\n但是。' '1:1 3:1'
silent "- {pattern: '但(?=是)', unless: 不但是}" '不但是他。'
found "- {pattern: '(.)\\1{3,}'}" '哈哈哈哈，呵呵呵。' 1:1
silent "- {pattern: 'x*'}" '没有。'
found "- {pattern: '(a)', with: '\$1\$1'}" '写a这里。' 1:2
"$program" --diff a.txt > out 2> err
expect "a fix that is found again is not offered" [ ! -s out ]

# A hostile pattern is stopped and named once; the other rules, the other files go on.
yes 甲乙甲乙甲乙甲乙甲乙甲乙甲乙甲乙甲乙甲乙甲乙甲乙甲乙甲乙。XY | head -200 | tr -d '\n' > news/long.txt
cp news/long.txt news/longer.txt
printf '台独。\n' | tee -a news/long.txt >> news/longer.txt
cat > rule.yaml << 'END'
rules:
- {name: first, avoid: 台独}
- {name: hostile, pattern: '(\w+\w*)+X'}
- {name: hostile, pattern: '((?:(?:甲|乙)+)+)+$Y'}
- {name: fine, pattern: '台[独]'}
END
timeout 20 "$program" --select=house_rule news/long.txt news/longer.txt > out 2> err
expect "a stopped pattern makes 2" [ $? -eq 2 ]
expect "it is named once" [ "$(grep -c '^kanlint: rule.yaml:[34]:3: this pattern was stopped in news/long.txt' err)" -eq "$(wc -l < err)" ]
expect "the others go on" [ "$(grep -c 'house_rule.f' out)" -eq 4 ]

# What is wrong is said with its place and the nearest right name, and the others hold.
wrong() {
	printf 'rules:\n- {avoid: 台独}\n%b\n- {name: last, avoid: 独立}\n' "$1" > rule.yaml
	printf '他们反对台独分子，要求独立。\n' > a.txt
	expect_status 2 --select=house_rule a.txt
	expect_error "kanlint: rule.yaml:$2"
	expect "one line for: $1" [ "$(wc -l < err)" -eq 1 ]
	expect "the others hold beside: $1" [ "$(wc -l < out)" -eq 2 ]
}
wrong '- {replase: 甲, with: 乙}' '3:4: unknown key “replase”; did you mean “replace”?'
wrong '- {replace: 甲}' '3:3: a rule needs “with”'
wrong '- {replace: 甲, with: 乙, avoid: 丙}' '3:25: a rule has one kind: “replace” and “avoid” do not go together'
wrong '- {avoid: 甲, with: 乙}' '3:14: “with” does not go with “avoid”'
wrong '- {name: x}' '3:3: a rule needs one of replace, avoid, consistent, require, limit and pattern'
wrong '- 甲' '3:3: a rule must be a map, not a text'
wrong '- {avoid: []}' '3:11: “avoid” must be a text, not an empty list'
wrong '- {avoid: 甲, severity: warn}' '3:24: “severity” must be note, warning or error, not “warn”'
wrong '- {avoid: 甲, variant: hanz}' '3:23: “variant” must be hans, hant, hant-tw or hant-hk, not “hanz”; did you mean “hans”?'
wrong '- {limit: titel, to: 3}' '3:11: “limit” must be title, sentence, paragraph or times, not “titel”; did you mean “title”?'
wrong '- {limit: title}' '3:3: “limit” needs “to”: how many at most'
wrong '- {limit: title, to: many}' '3:22: “to” must be a whole number from 0 to 1000000, not “many”'
wrong '- {limit: times, to: 3}' '3:3: “limit: times” needs “of”: the text that is counted'
wrong '- {consistent: [甲]}' '3:16: “consistent” must be a list of two forms or more'
wrong '- {avoid: 甲, avoid: 乙}' '3:14: duplicate key “avoid”'
wrong '- {avoid: 甲, name: a b}' '3:20: “a b” cannot be a name: letters, digits, _ and - can'
wrong '- {replace: [甲, 乙], with: 乙}' '3:27: “乙” would be replaced with itself'
wrong '- {avoid: 甲…}' '3:11: nothing stands on one side of “…”'
wrong "- {pattern: '甲(乙'}" '3:13: the pattern is wrong at its character 4, before “”: missing closing parenthesis'
wrong "- {pattern: '甲', with: '\$1'}" '3:24: “$” names a group that the pattern does not have'
wrong '- {avoid: 甲, message: 写“{0}”}' '3:'
wrong '- {avoid: [甲}' '3:'
wrong "- {pattern: '((((((a{1,500}){1,500}){1,500}){1,500}){1,500})'}" '3:13: the pattern is wrong'

printf 'rules: [rule.yaml, gone.yaml]\n' > .kanlint.yaml
printf 'rules: [{avoid: 台独}]\n' > rule.yaml
expect_status 2 --select=house_rule a.txt
expect_error 'kanlint: gone.yaml: cannot read: No such file or directory'
expect_found 1 house_rule.rule a.txt
cp a.txt b.txt
expect_status 2 --select=house_rule a.txt b.txt
expect "it is said once" [ "$(wc -l < err)" -eq 1 ]
expect_status 2 -f json a.txt
expect "JSON has the failure" grep -q '"path":null,"message":"gone.yaml: cannot read' out
printf '按装 安装\n按装\t\n好\t坏|好\n好\n' > list.txt
printf 'rules: [list.txt]\n' > .kanlint.yaml
expect_status 2 a.txt
expect_error 'list.txt:1:1: no tab between the wrong text and the right one'
expect_error 'list.txt:2:1: a line needs a text on both sides of its tab'
expect_error 'list.txt:3:1: the right text is the wrong one'
printf '\377\n' > list.txt
expect_status 2 a.txt
expect_error 'list.txt:1:1: is no UTF-8'
for config in 'rules: rule.yaml|1:8: “rules” must be a list, not a text' 'rules: [[a]]|1:9: the name of a file must be a text, not a list' \
	'words: {alow: [a]}|1:9: unknown key “alow” in words; did you mean “allow”?' 'words: [a]|1:8: “words” must be a map of allow and lists, not a list'; do
	printf '%s\n' "${config%%|*}" > .kanlint.yaml
	expect_status 2 a.txt
	expect_error ".kanlint.yaml:${config#*|}"
done

# Names: severity, overrides, --select, --ignore, silencing, the formats.
printf 'rules:\n- {name: one, avoid: 台独}\n- {name: two, avoid: 独立, severity: note}\n' > rule.yaml
printf 'rules: [rule.yaml, {avoid: 分子}]\nchecks: {house_rule.one: error}\noverrides: [{files: [b.txt], checks: {house_rule.one: off}}]\n' > .kanlint.yaml
expect_status 1 --ignore=typo a.txt b.txt
expect_output << 'END'
a.txt:1:5: error: “台独” is not used here [house_rule.one]
a.txt:1:7: warning: “分子” is not used here [house_rule.kanlint]
a.txt:1:12: note: “独立” is not used here [house_rule.two]
b.txt:1:7: warning: “分子” is not used here [house_rule.kanlint]
b.txt:1:12: note: “独立” is not used here [house_rule.two]
END
expect_status 1 --select=house_rule.one a.txt
expect "one rule" [ "$(wc -l < out)" -eq 1 ]
expect_status 0 --select=house_rule --ignore=house_rule.one,house_rule.kanlint a.txt
expect "the others" [ "$(wc -l < out)" -eq 1 ]
expect_status 1 --select='house_rule.o*' a.txt
expect "by a pattern" [ "$(wc -l < out)" -eq 1 ]
expect_status 2 --select=house_rule.onne a.txt
expect_error '--select: there is no rule “onne”; did you mean “house_rule.one”?'
expect_status 2 --no-config --select=house_rule.one a.txt
expect_error '--select: no configuration has a rule “house_rule.one”'
printf '<!-- kanlint-disable-next-line house_rule.one -->\n他们反对台独分子。\n\n<!-- kanlint-disable-next-line house_rule.onne -->\n他们反对台独分子。\n' > c.md
expect_status 1 --select=house_rule,unused_silencing c.md
expect_not_found 2 house_rule.one c.md
expect_found 2 house_rule.kanlint c.md
expect_found 4 unused_silencing c.md
expect_found 5 house_rule.one c.md
printf -- '- {file: a.txt, check: house_rule.one, text: 台独}\n- {file: a.txt, check: house_rule.gone, text: 台独}\n' > kanlint-ignore.yaml
expect_status 1 --select=house_rule,unused_silencing a.txt
expect_not_found 1 house_rule.one a.txt
expect_found 2 unused_silencing kanlint-ignore.yaml
rm kanlint-ignore.yaml
expect_status 1 -f jsonl --select=house_rule a.txt
expect "JSON has the name" grep -q '"check":"house_rule","key":"one"' out
expect_status 1 -f github --select=house_rule a.txt
expect "an annotation has the name" grep -q 'house_rule.one' out
expect_status 1 -f sarif --select=house_rule a.txt
expect "SARIF has the name" grep -q '"key":"one"' out
expect_status 0 --print-config a.txt
cp out printed.yaml
expect_status 0 --print-config --config=printed.yaml a.txt
sed 1d out > again
sed 1d printed.yaml > once
expect "printed again it is another" cmp -s once again
printf 'rules: [rule.yaml]\nchecks: {house_rule.thre: off}\n' > .kanlint.yaml
expect_status 2 a.txt
expect_error '.kanlint.yaml:2:10: there is no rule “thre”'
printf 'checks: {house_rule.one: off}\n' > .kanlint.yaml
expect_status 2 a.txt
expect_error '.kanlint.yaml:1:10: there is no rule “one”'
mkdir -p base/sub
printf 'rules: [{name: base, avoid: 台独}]\n' > base/base.yaml
printf 'extends: ../base.yaml\nrules: [{name: own, avoid: 分子}]\nchecks: {house_rule.base: note}\n' > base/sub/.kanlint.yaml
cp a.txt base/sub
expect_status 1 --select=house_rule base/sub/a.txt
expect_found 1 house_rule.base base/sub/a.txt
expect_found 1 house_rule.own base/sub/a.txt

# A rule that says how a place should be silences the typo_ checks there; words that are allowed do too.
printf '师傅上门按装空调，按装公司。\n' > a.txt
rm .kanlint.yaml
expect_status 1 --select=typo a.txt
expect "both are found" [ "$(grep -c typo_ out)" -eq 2 ]
printf 'rules: [{name: own, replace: 按装, with: 装配}]\n' > .kanlint.yaml
expect_status 1 a.txt
expect "one finding for one place" [ "$(wc -l < out)" -eq 2 ]
printf '# names\n按装公司\t3\n' > names.txt
printf 'words: {allow: [names.txt]}\n' > .kanlint.yaml
expect_status 1 --select=typo a.txt
expect "what is allowed" [ "$(wc -l < out)" -eq 1 ]
expect "the other is found" grep -q '^a.txt:1:5:' out
printf 'words: {allow: [gone.txt]}\n' > .kanlint.yaml
expect_status 2 a.txt
expect_error 'gone.txt: cannot read'
mkfifo pipe.yaml
printf 'rules: [pipe.yaml, /dev/zero]\nwords: {allow: [pipe.yaml], lists: [/dev/zero]}\n' > .kanlint.yaml
expect_status 2 a.txt
expect_error 'pipe.yaml: cannot read: it is no file'
expect_error '/dev/zero: cannot read: it is no file'

# --test-rules.
cat > test.yaml << 'END'
rules:
- {avoid: 甲, wrong: 甲方, right: 乙方}
- {avoid: 丙, wrong: [丙方, 丁方], right: [丙方, 丁方]}
- {replace: 戊, with: 己戊己戊己, wrong: 戊方, right: 己方}
- {pattern: '(\w+\w*)+X', wrong: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十。X}
- {limit: title, to: 3, wrong: 大桥昨天通车, right: 通车了}
END
expect_status 1 --test-rules test.yaml
expect_output << 'END'
test.yaml:3:26: this rule does not find its wrong example: 丁方
test.yaml:3:39: this rule finds something in its right example: 丙方
test.yaml:5:34: this pattern was stopped, it takes too many steps, in the example: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十。X
5 rules, 11 examples, 3 failed; 1 rules have no example of both kinds
END
expect_status 0 --test-rules --quiet base/base.yaml house-rules.yaml 2> err
printf 'rules:\n- {avoid: 甲, wrong: 甲方}\n- {avoid: 乙, rong: 乙方}\n' > test.yaml
expect_status 2 --test-rules test.yaml
expect_error 'test.yaml:3:14: unknown key “rong”; did you mean “wrong”?'
expect "the others are tested" grep -q '^1 rules, 1 examples, 0 failed' out
expect_status 2 --test-rules gone.yaml
expect_status 2 --test-rules
expect_error '--test-rules needs a file of rules'

# 100,000 entries of a plain list: under 100 ms of processor time.
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "%05d号\t%05d字\n", i * 7919 % 100000, i }' | sed 'y/0123456789/甲乙丙丁戊己庚辛壬癸/' > long.tsv
printf 'words: {lists: [long.tsv]}\n' > .kanlint.yaml
for i in 1 2 3 4 5; do
	LC_ALL=C.UTF-8 bash -c 'TIMEFORMAT="%U %S"; time "$0" --select=house_rule a.txt' "$program" 2>> times
done
expect "a list of 100,000 entries takes: $(paste -sd ';' times) s" awk '$1 + $2 < 0.1 { fast = 1 } END { exit !fast }' times
sed 's/	/。/;3q' long.tsv > a.txt
expect_status 1 --select=house_rule a.txt
expect "its entries are found" [ "$(wc -l < out)" -eq 3 ]

finish
