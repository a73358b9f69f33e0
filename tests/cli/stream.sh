#!/bin/sh
# Streams of records: where they come from, what they are made of, where their findings stand, and what is no record.
# usage: tests/cli/stream.sh PROGRAM
set -u
program=$(realpath "$1") suite=stream
places=$(realpath "$(dirname "$0")/stream_places.py")
. "$(dirname "$0")/lib.sh"

lint() {
	"$program" --no-config --select=punct_bad_ellipsis "$@"
}
status() {
	expected=$1
	shift
	expect_status "$expected" --no-config --select=punct_bad_ellipsis "$@"
}
# says TEXT: standard output of the last run holds this
says() {
	expect "nobody says “$1”" grep -qF -e "$1" out
}
# finds PLACE...: the findings of the last run are at these places, in this order
finds() {
	expect "the findings are not at $*: $(sed -n 's/^\([^ ]*\): warning: .*/\1/p' out | tr '\n' ' ')" \
		[ "$(sed -n 's/^\([^ ]*\): warning: .*/\1/p' out | tr '\n' ' ')" = "$* " ]
}

# Titles, ids, escapes, both variants.
cat > a.jsonl <<'E'
{"id":"a1","title":"三项措施","text":"好好的...就这样。\n第二行也...这样。"}

  {"text": "\u9019\u6a23\ud83d\ude00\u55ce...\u5c31\u597d\u3002", "id": 17} 
{"text":"他說\"好\"吧...就走了。","title":"新聞...來了","n":[1,{"a":[-0.5e+3,true,null]},"\\"]}
{"text":""}
E
status 1 a.jsonl
finds a.jsonl:1:38 a.jsonl:1:51 a.jsonl:3:43 a.jsonl:4:38 a.jsonl:4:18
says 'a.jsonl:1:51: warning: '
says ' (record a1, text 2:5) [punct_bad_ellipsis]'
says ' (record 17, text 1:5) [punct_bad_ellipsis]'
says ' (title 1:3) [punct_bad_ellipsis]'
says ' (text 1:7) [punct_bad_ellipsis]'
cp out plain.out
cp a.jsonl A.NDJSON
status 1 A.NDJSON
finds A.NDJSON:1:38 A.NDJSON:1:51 A.NDJSON:3:43 A.NDJSON:4:38 A.NDJSON:4:18
status 1 --show-source a.jsonl
says '    2 | 第二行也...这样。'

# By the ways it may come.
gzip -c a.jsonl > a.jsonl.gz
zstd -q -c a.jsonl > a.jsonl.zst
for file in a.jsonl a.jsonl.gz a.jsonl.zst; do
	status 1 "$file"
	sed "s/^$file:/a.jsonl:/" out > same
	expect "$file has other findings" cmp -s same plain.out
	lint --stdin-filename=a.jsonl - < "$file" > out
	expect "$file on standard input has other findings" cmp -s out plain.out
	lint --input-format=jsonl - < "$file" | sed 's/^-:/a.jsonl:/' > out
	expect "$file with --input-format has other findings" cmp -s out plain.out
done
mkfifo pipe.jsonl
cat a.jsonl.zst > pipe.jsonl &
status 1 pipe.jsonl
wait
finds pipe.jsonl:1:38 pipe.jsonl:1:51 pipe.jsonl:3:43 pipe.jsonl:4:38 pipe.jsonl:4:18
mkdir folder
cp a.jsonl folder/b.jsonl
cp a.jsonl.zst folder/c.ndjson.zst
cp a.jsonl folder/d.json
status 1 folder
expect "a folder's streams are not found" [ "$(cut -d: -f1 out | uniq | tr '\n' ' ')" = 'folder/b.jsonl folder/c.ndjson.zst ' ]
cp a.jsonl a.data
status 1 --input-format=jsonl a.data
finds a.data:1:38 a.data:1:51 a.data:3:43 a.data:4:38 a.data:4:18
printf '请看 `好好的...就这样` 一句。\n' > code.txt
status 0 --input-format=markdown code.txt
cp code.txt code.md
status 0 code.md
status 1 --input-format=text code.md

# Ends of lines, a byte order mark, no newline at the end.
{ printf '\357\273\277'; head -n 1 a.jsonl | tr -d '\n'; printf '\r\n \t\r\n'; tail -n 2 a.jsonl | head -n 1 | tr -d '\n'; } > crlf.jsonl
status 1 crlf.jsonl
finds crlf.jsonl:1:38 crlf.jsonl:1:51 crlf.jsonl:3:38 crlf.jsonl:3:18
: > empty.jsonl
status 0 empty.jsonl
expect_silence
printf '\n\n' > blank.jsonl
status 0 blank.jsonl

# Several members and frames; what can be skipped.
{ gzip -c a.jsonl; gzip -c a.jsonl; } > two.jsonl.gz
{ zstd -q -c a.jsonl; printf '\120\052\115\030\003\000\000\000abc'; zstd -q -c a.jsonl; } > two.jsonl.zst
for file in two.jsonl.gz two.jsonl.zst; do
	status 1 $file
	finds $file:1:38 $file:1:51 $file:3:43 $file:4:38 $file:4:18 $file:6:38 $file:6:51 $file:8:43 $file:9:38 $file:9:18
done

# A part is never the whole, wherever it is cut; tests/unit/batch.c tries every byte.
awk 'BEGIN { for (i = 0; i < 50; i++) printf "{\"id\":%d,\"text\":\"这是第%d段，说的是%d件事。\"}\n", i, i * 7 % 13, i * i }' > clean.jsonl
status 0 clean.jsonl
gzip -c clean.jsonl > whole.jsonl.gz
zstd -q --check -c clean.jsonl > whole.jsonl.zst
for kind in gz zst; do
	status 0 whole.jsonl.$kind
	size=$(stat -c %s whole.jsonl.$kind)
	for bytes in 0 1 2 3 4 5 6 9 10 11 17 18 19 20 40 100 $((size / 2)) $((size - 9)) $((size - 8)) $((size - 5)) $((size - 4)) $((size - 3)) $((size - 2)) $((size - 1)); do
		head -c $bytes whole.jsonl.$kind > cut.jsonl.$kind
		"$program" --no-config cut.jsonl.$kind > out 2> err
		[ $? -eq 2 ] || fail "the first $bytes of $size bytes of a .$kind are taken for the whole"
	done
	pass
	{ cat whole.jsonl.$kind; printf 'more'; } > more.jsonl.$kind
	status 2 more.jsonl.$kind
	expect_error "more.jsonl.$kind: "
	expect_error "of the packed file"
	head -c $((size / 2)) whole.jsonl.$kind > half
	printf 'XXXXXXXXXXXXXXXX' | cat half - > broken.jsonl.$kind
	tail -c +$((size / 2 + 17)) whole.jsonl.$kind >> broken.jsonl.$kind
	status 2 broken.jsonl.$kind
	expect_error "kanlint: broken.jsonl.$kind: is broken: "
	cp a.jsonl named.jsonl.$kind
	status 2 named.jsonl.$kind
	expect_error "named.jsonl.$kind: is no "
done
# NULs behind a gzip file are nothing to gzip either.
for count in 1 1000 600000; do
	{ cat whole.jsonl.gz; head -c $count /dev/zero; } > padded.jsonl.gz
	expect "gzip does not take padding" gzip -t padded.jsonl.gz
	status 0 padded.jsonl.gz
	gzip -c clean.jsonl >> padded.jsonl.gz
	status 2 padded.jsonl.gz
	expect_error 'padded.jsonl.gz: has something else than gzip data after byte offset '
done
head -c 60 a.jsonl.zst > cut.jsonl.zst
status 2 cut.jsonl.zst
expect_error 'cut.jsonl.zst: is cut short: its Zstandard data ends inside a frame; nothing of it was linted'
{ gzip -c clean.jsonl; gzip -c clean.jsonl | head -c 30; } > cut.jsonl.gz
status 2 cut.jsonl.gz
expect_error 'cut.jsonl.gz: is cut short: its gzip data ends inside a member; it was linted up to line 50'
# What cannot be read is said in its turn.
status 2 -f jsonl a.jsonl none.txt cut.jsonl.zst missing.jsonl a.jsonl.zst
expect "failures have another order" [ "$(sed -n 's/.*"failure":{"path":"\([^"]*\)".*/\1/p' out | tr '\n' ' ')" = 'none.txt cut.jsonl.zst missing.jsonl ' ]
expect "failures stand before the findings of what was named before them" [ "$(sed -n 's/.*"path":"\([^"]*\)".*/\1/p' out | uniq | tr '\n' ' ')" = \
	'a.jsonl none.txt cut.jsonl.zst missing.jsonl a.jsonl.zst ' ]
: > none.jsonl.gz
status 2 none.jsonl.gz
expect_error 'none.jsonl.gz: is empty, and so no gzip file'
printf '\3757zXZ\000rest' > x.jsonl
status 2 x.jsonl
expect_error 'x.jsonl: is an xz file, which is not read here; try xzcat FILE | kanlint --input-format=jsonl -'
iconv -f utf-8 -t utf-16 a.jsonl > wide.jsonl
status 2 wide.jsonl
expect_error 'wide.jsonl: is in UTF-16'
status 2 --encoding=gb18030 a.jsonl
expect_error 'a.jsonl: is a stream of records, which are UTF-8; try iconv -f gb18030 -t UTF-8 FILE | kanlint --input-format=jsonl -'
for encoding in gb18030 big5; do
	printf '{"text":"這篇文章說的是他們那裏的事情，大家在院子裏說話，沒有人走，也沒有人來。"}\n' | iconv -f utf-8 -t $encoding > other.jsonl
	status 2 other.jsonl
	expect_error 'kanlint: other.jsonl:1:10: “text” is not UTF-8: '
	expect_error "; try iconv -f $encoding -t UTF-8 FILE | kanlint --input-format=jsonl -"
done
status 2 missing.jsonl
expect_error 'kanlint: missing.jsonl: there is no such file or folder'

# bad LINE COLUMN TEXT RECORD: the record is an error at that place, and both its neighbours are linted
number=0
bad() {
	number=$((number + 1))
	printf '{"text":"好好的...就这样。"}\n%b\n{"text":"好好的...就这样。"}\n' "$4" > bad.jsonl
	status 2 bad.jsonl
	finds bad.jsonl:1:13 bad.jsonl:3:13
	expect_error "kanlint: bad.jsonl:$1:$2: $3"
	expect "one bad record has $(wc -l < err) errors" [ "$(wc -l < err)" -eq 1 ]
}
bad 2 1 'has no field “text”; try --json-text=content' '{"id":1,"content":"好"}'
bad 2 1 'has no field “text”; --json-text names the field that is the text' '{"words":"好"}'
bad 2 16 '“text” is a number, not a string' '{"id":1,"text":3}'
bad 2 9 '“text” is null, not a string' '{"text":null}'
bad 2 9 '“text” is an array, not a string' '{"text":["好"]}'
bad 2 20 '“title” is an object, not a string' '{"text":"","title":{}}'
bad 2 21 'has the field “text” twice' '{"text":"好","id":"","text":"好"}'
bad 2 14 'has the field “text” twice' '{"text":"好", "te\\u0078t":"好"}'
bad 2 10 '“text” is not text: \ud800 is half of a surrogate pair, without the other half' '{"text":"\\ud800好"}'
bad 2 11 '“text” is not text: \udc00 is half of a surrogate pair' '{"text":"好\\udc00\\ud800"}'
bad 2 15 '“text” is not text: it has the escape of a NUL, \u0000' '{"text":"好好\\n好\\u0000"}'
bad 2 11 '“text” is not UTF-8: 1 of its 7 bytes are in broken sequences, the first of them here' '{"text":"好\377好"}'
bad 2 13 '“text” is not UTF-8: 1 of its 8 bytes are in broken sequences, the first of them here' '{"text":"好\\n\377好"}'
bad 2 11 'is no JSON: a control character in a string' '{"text":"好\t好"}'
bad 2 11 'is no JSON: a control character in a string' '{"text":"好\0000好"}'
bad 2 11 'is no JSON: there is no such escape' '{"text":"好\\x41"}'
bad 2 10 'is no JSON: \u needs four hexadecimal digits' '{"text":"\\u12g4"}'
bad 2 9 'is no JSON: this string has no end' '{"text":"好好的'
bad 2 13 'is no JSON: it ends where a comma or } should stand' '{"text":"好好"'
bad 2 13 'is no JSON: a key in quotes should stand here, not “}”' '{"text":"好",}'
bad 2 9 'is no JSON: a colon should stand here, not “"”' '{"text" "好"}'
bad 2 18 'is no JSON: a value should stand here, not “N”' '{"text":"好","n": NaN}'
bad 2 18 'is no JSON: a comma or } should stand here, not “1”' '{"text":"好","n":01}'
bad 2 20 'is no JSON: a digit should stand here, not “}”' '{"text":"好","n":-1.}'
bad 2 20 'is no JSON: a comma or ] should stand here, not “}”' '{"text":"好","n":[[]}'
bad 2 13 'is no JSON: the object has ended, and more stands after it' '{"text":"好"}{}'
bad 2 1 'is an array: JSON Lines have one object on each line' '[{"text":"好"}]'
bad 2 1 'is no JSON: {, an object, should stand here, not “"”' '"好"'
bad 2 1 'is no JSON: {, an object, should stand here' '好'
bad 2 25 '“_kanlint.ignore” must be an array of names of checks' '{"_kanlint": {"ignore": "a"}, "text":""}'
for own in '["punct_bad_ellipsis"]' '"punct_bad_ellipsis"' '{"ignored":["punct_bad_ellipsis"]}' '{"ignore_":[]}' 3 true; do
	bad 2 25 '“_kanlint” must be an object with “ignore”, an array of names of checks' '{"text":"好", "_kanlint":'"$own}"
done
for names in '[""]' '["punct_bad_ellipsis", " "]' '["-- said so"]' '[3]' '[["punct_bad_ellipsis"]]'; do
	bad 2 35 '“_kanlint.ignore” must be an array of names of checks' '{"text":"好", "_kanlint":{"ignore":'"$names}}"
done
for own in '{}' '{ }' null '{"ignore":[]}'; do
	printf '{"text":"好", "_kanlint":%s}\n' "$own" > none.jsonl
	status 0 none.jsonl
done
{ printf '{"text":"好","n":'; yes '[' | head -n 100000 | tr -d '\n'; echo; } > deep.jsonl
status 2 deep.jsonl
expect_error 'is nested too deep'
{ printf '{"text":"好","n":'; yes '[' | head -n 1000 | tr -d '\n'; yes ']' | head -n 1000 | tr -d '\n'; echo '}'; } > deep.jsonl
status 0 deep.jsonl

# After many bad records only their number is said; all of them count.
yes '{"words":"好"}' | head -n 10003 > many.jsonl
status 2 -f jsonl many.jsonl
expect "10,003 bad records are not 10,003 failures" grep -qF '"records":0,"failures":10003,' out
expect_error 'kanlint: many.jsonl:10000:1: has no field “text”'
expect_error 'kanlint: many.jsonl: 3 more records could not be linted'
expect "each of 10,000 bad records and the number of the others is not one line" [ "$(wc -l < err)" -eq 10001 ]

# Other fields, in other objects, with dots in their names, and none.
cat > fields.jsonl <<'E'
{"meta":{"url":"u1","head":"新闻...来了"},"data":{"content":"好好的...就这样。","text":1},"text":2,"a.b":"他说...好。","a":{"b.c":"你说...好。"}}
E
status 1 --json-text=data.content --json-title=meta.head --json-id=meta.url fields.jsonl
finds fields.jsonl:1:31 fields.jsonl:1:61
says ' (record u1, meta.head 1:3) ['
says ' (record u1, data.content 1:4) ['
status 1 --json-text=a.b --json-title= fields.jsonl
finds fields.jsonl:1:98
status 1 --json-text=a.b.c --json-title=nothing fields.jsonl
finds fields.jsonl:1:119
status 2 --json-text= fields.jsonl
expect_error '--json-text: needs the name of a field'
status 2 --input-format=jsonn fields.jsonl
expect_error 'did you mean “jsonl”?'
printf '%s\n' '{"text":"一...","title":null}' '{"text":"二...","title":"  "}' '{"text":"三...\n四...","title":"三..."}' > titles.jsonl
status 1 titles.jsonl
finds titles.jsonl:1:11 titles.jsonl:2:11 titles.jsonl:3:11 titles.jsonl:3:17

# The headline is one: the article is held against it.
printf '%s\n' '{"title":"溪桥新城图书馆今天开馆，共有三层","text":"溪桥新城图书馆今天正式开馆。\n\n全馆共五层，藏书二十万册，每天开放十小时。"}' > headline.jsonl
printf '溪桥新城图书馆今天开馆，共有三层\n\n溪桥新城图书馆今天正式开馆。\n\n全馆共五层，藏书二十万册，每天开放十小时。\n' > headline.txt
"$program" --no-config --profile=strict -f jsonl headline.txt | grep -o '"check":"[a-z_]*","key":[^,]*' > expected
"$program" --no-config --profile=strict -f jsonl headline.jsonl | grep -o '"check":"[a-z_]*","key":[^,]*' > found
expect "a record with a title has other findings than the article" cmp -s expected found

# Nothing is mended in a stream.
cp a.jsonl fix.jsonl
for option in --fix --unsafe-fixes --diff; do
	status 2 $option fix.jsonl
	expect_error 'fix.jsonl: is a stream of records, in which nothing can be fixed'
	expect "$option changes a stream" cmp -s a.jsonl fix.jsonl
done

# Silencing: by the record itself, by kanlint-ignore.yaml, by a baseline, by changed lines.
printf '%s\n' '{"text":"一...了","_kanlint":{"ignore":["punct_bad_ellipsis"]}}' '{"text":"二...了","_kanlint":{"ignore":["punct_*","typo_*"]}}' '{"text":"三...了"}' \
	'{"text":"四了","_kanlint":{"ignore":["punct_bad_ellipsis"]}}' > silent.jsonl
expect_status 1 --no-config silent.jsonl
finds silent.jsonl:3:11
says 'silent.jsonl:4:10: note: “_kanlint” silences nothing: there is no finding of punct_bad_ellipsis (text 1:1) ['
printf '%s\n' '{"text":"五了--> 以后的事","_kanlint":{"ignore":["punct_bad_elipsis"]}}' > unknown.jsonl
expect_status 0 --no-config -f jsonl unknown.jsonl
says '“_kanlint” silences nothing: there is no check “punct_bad_elipsis”; did you mean “punct_bad_ellipsis”?'
says '"end":{"line":1,"column":1,"utf16_column":1,"byte_column":1,"offset":0}},"related"'
status 0 --write-baseline=base.txt silent.jsonl
printf '%s\n' '{"text":"新的一条...了"}' > more.jsonl
cat silent.jsonl >> more.jsonl
mv more.jsonl silent.jsonl
status 1 --baseline=base.txt silent.jsonl
finds silent.jsonl:1:14
git init -q repository
cd repository || exit 2
cp ../a.jsonl .
git add a.jsonl
git -c user.name=a -c user.email=a@b commit -qm a
echo '{"text":"又一条...了"}' >> a.jsonl
status 1 --new-from=HEAD a.jsonl
finds a.jsonl:6:13
printf '%s\n' '- {file: a.jsonl, check: punct_bad_ellipsis, text: 又一条}' '- {file: a.jsonl, check: punct_bad_ellipsis, text: 没有}' > kanlint-ignore.yaml
: > .kanlint.yaml
expect_status 1 a.jsonl
finds a.jsonl:1:38 a.jsonl:1:51 a.jsonl:3:43 a.jsonl:4:38 a.jsonl:4:18
expect "an entry that silences nothing in a stream is not said once" [ "$(grep -c 'kanlint-ignore.yaml:2:3: note: ' out)" -eq 1 ]
expect "an entry that silences in a stream is said" [ "$(grep -c 'kanlint-ignore.yaml:1:' out)" -eq 0 ]
cd ..

# Many workers, one order; every place in every format by another program.
expect "places" python3 "$places" "$program"

finish
