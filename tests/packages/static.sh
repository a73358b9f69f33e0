#!/bin/sh
# The statically linked program, alone in a folder that it takes for the whole machine (as root), else where it stands.
# usage: tests/packages/static.sh PROGRAM
set -u
program=$(realpath "$1") suite=static
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/lib.sh
build=${program%/kanlint}
export HOME=/ XDG_CONFIG_HOME=

if readelf -l "$program" | grep -q INTERP; then fail "it asks for a dynamic linker"; else pass; fi
mkdir -p root/usr/bin root/usr/share/kanlint
strip -o root/usr/bin/kanlint "$program"
cp "$build/kanlint.dat" root/usr/share/kanlint/
cp -r "$build/locale" root/usr/share/
if [ "$(id -u)" -eq 0 ]; then
	printf '#!/bin/sh\nexec chroot "%s" /usr/bin/kanlint "$@"\n' "$work/root" > program
else
	printf '#!/bin/sh\ncd "%s" && exec ./usr/bin/kanlint "$@"\n' "$work/root" > program
fi
chmod +x program
program=$work/program

printf '会议强调，各单位要落实责任...确保安全。\n' > root/a.txt
printf '會議強調，各單位要落實責任...確保安全。\n' > root/b.txt
printf '# 安全\n\n今天天气很好。\n' > root/clean.md
expect_status 1 a.txt b.txt
expect_found 1 punct_bad_ellipsis a.txt
expect_found 1 punct_bad_ellipsis b.txt
expect_status 0 clean.md
expect_silence
for language in zh_CN:省略号 zh_TW:刪節號; do
	expect_status 1 --lang "${language%:*}" a.txt
	expect "it speaks ${language%:*}" grep -q "${language#*:}" out
done

# Encodings without the modules of the C library.
for encoding in gb18030 gbk gb2312 utf-16 utf-16le utf-16be utf-32; do
	iconv -f utf-8 -t $encoding root/a.txt > root/$encoding.txt
	expect_status 1 --encoding=$encoding $encoding.txt
	expect_output << END
$encoding.txt:1:14: warning: wrong form of the ellipsis: “...”, write …… [punct_bad_ellipsis]
END
done
for encoding in big5 big5-hkscs cp950; do
	iconv -f utf-8 -t $encoding root/b.txt > root/$encoding.txt
	expect_status 1 --encoding=$encoding $encoding.txt
	expect_output << END
$encoding.txt:1:14: warning: wrong form of the ellipsis: “...”, write …… [punct_bad_ellipsis]
END
done
expect_status 2 gb18030.txt
expect_error 'looks like GB18030; try --encoding=gb18030'
expect_status 2 --encoding=koi8-r a.txt
expect_error 'there is no encoding “koi8-r”; there are GB18030, GBK'

# What it cannot do is said.
cp "$build/../kanlint" root/some.so
expect_status 2 --plugin some.so a.txt
expect_error 'some.so: cannot be loaded: this kanlint is linked statically and takes no plug-ins'

# Patterns, which are compiled when they run.
cat > root/.kanlint.yaml << 'END'
rules:
  - {name: percent, pattern: '百分之(\d+)', with: $1%, wrong: 产量增长百分之12。, right: 产量增长12%。}
END
echo '今年产量增长百分之15。' > root/percent.txt
expect_status 1 percent.txt
expect_found 1 house_rule.percent percent.txt
finish
