#!/usr/bin/env python3
"""The problem matchers of integrations/github, applied as GitHub's runner applies them to what the program prints; and that of editors/vscode.

usage: tests/gates/matcher.py PROGRAM
"""
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), ".."))
from tally import Tally  # noqa: E402

PROGRAM = os.path.realpath(sys.argv[1])
FILE = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "integrations", "github", "matcher.json")
MATCHERS = json.load(open(FILE, encoding="utf-8"))["problemMatcher"]
(EDITOR,) = json.load(open(os.path.join(os.path.dirname(FILE), "..", "..", "editors", "vscode", "package.json"), encoding="utf-8"))["contributes"]["problemMatchers"]
WORK = tempfile.TemporaryDirectory()
os.chdir(WORK.name)
tally = Tally("gates/matcher")
check = tally.check


def match(line):
    """The issue that a line becomes: the last matcher of a file comes first, and one without a known severity passes the line on."""
    for matcher in reversed(MATCHERS):
        (pattern,) = matcher["pattern"]
        found = re.search(pattern["regexp"], line)
        if not found:
            continue
        field = lambda name: found.group(pattern[name]) if name in pattern else None
        severity = (field("severity") or matcher.get("severity") or "error").lower()
        path = field("file")
        if severity in ("error", "warning", "notice") and field("message").strip():
            there = path is not None and os.path.isfile(path)
            return severity, path if there else None, int(field("line") or 0), int(field("column") or 0), field("message"), field("code")
    return None


def match_in_editor(line):
    """As VS Code's tasks do: the severity, message and code."""
    pattern = EDITOR["pattern"]
    found = re.search(pattern["regexp"], line)
    return found and tuple(found.group(pattern[name]) for name in ("severity", "message", "code"))


def lint(*arguments, language="en"):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE=language)
    run = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    return run.stdout.decode().splitlines()


def write(name, text):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


for matcher in MATCHERS:
    check("an owner, one pattern, a severity that GitHub knows", matcher["owner"] and len(matcher["pattern"]) == 1 and matcher.get("severity", "error") in ("error", "warning", "notice"))
check("owners differ", len({matcher["owner"] for matcher in MATCHERS}) == len(MATCHERS))

write("c.yaml", "checks:\n  punct_bad_ellipsis: error\n  typo_wrong_word: warning\n  punct_unpaired: note\nrules:\n  - {name: 不用, avoid: [总而言之], message: '别说：1:2: error: [x]', wrong: [总而言之。], right: [总之。]}\n")
NAMES = ["新闻/甲 乙.txt", "a:b.txt", "[x].txt", "(y) [z].txt"]
for name in NAMES:
    write(name, "正在按装电梯...请绕行。\n他说（没有说完。\n总而言之就是这样。\n")
lines = lint("--config=c.yaml", "--select=punct_bad_ellipsis,typo_wrong_word,punct_unpaired,house_rule", *NAMES)
issues = [match(line) for line in lines]
check("every line of the output is an issue", len(lines) == 16 and all(issues), list(zip(lines, issues)))
check("so it is in VS Code", [match_in_editor(line)[2] for line in lines] == [issue[5] for issue in issues], [match_in_editor(line) for line in lines])
check("whose messages are without the code", not any("[house_rule" in match_in_editor(line)[1] for line in lines))
for name in NAMES:
    own = [issue for issue in issues if issue and issue[1] == name]
    places = sorted((issue[0], issue[2], issue[3], issue[5]) for issue in own)
    wanted = [("error", 1, 7, "punct_bad_ellipsis"), ("notice", 2, 3, "punct_unpaired"), ("warning", 1, 3, "typo_wrong_word")]
    check(f"severities and places in {name}", [place for place in places if not place[3].startswith("house")] == wanted, places)
    house = [issue for issue in own if issue[5].startswith("house_rule")]
    check("a rule of the house keeps its name and its odd message", len(house) == 1 and house[0][5] == "house_rule.不用" and "1:2: error: [x]" in house[0][4], house)

write("合.txt", "会议提出三项措施：加强巡查、完善预案、落实责任、强化宣传。\n")
lines = lint("--no-config", "--select=figure_miscount", "合.txt")
issues = [match(line) for line in lines]
check("the second place of a finding is no issue of its own", len(lines) == 2 and issues[0] and not issues[1], list(zip(lines, issues)))

for language in ("en", "zh_CN", "zh_TW"):
    write("坏.txt", "文\0字")
    lines = lint("--no-config", "没有.txt", "坏.txt", language=language)
    issues = [match(line) for line in lines]
    check("what could not be read is an error", len(lines) == 2 and all(issue and issue[0] == "error" for issue in issues), list(zip(lines, issues)))
    check("with its file, if it is there", [issue[1] for issue in issues] == [None, "坏.txt"], issues)
    write("修.txt", "请绕行...谢谢。\n")
    lines = lint("--no-config", "--fix", "修.txt", language=language)
    check("a summary is no issue", lines and not any(map(match, lines)), lines)
    check("a wrong option is", match(lint("--no-such-option", language=language)[0])[0] == "error")
lines = lint("--no-config", "--show-source", "合.txt", "修.txt", NAMES[0])
marks = [line for line in lines if re.match(r" +\d* \|", line)]
check("lines of the text are no issues", marks and not any(map(match, marks)), marks)
check("other lines are none", not any(map(match, ["", "make: *** [x] Error 1", "12:30: note", "http://a:80: warning", "kanlint 0.1.0"])))

# What a log gets with -f github begins no command but those of the format.
os.makedirs("::error::x", exist_ok=True)
write("::error::x/y.txt", "请绕行...谢谢。\n" * 13)
lines = lint("--no-config", "-f", "github", "--select=punct_bad_ellipsis", "::error::x/y.txt")
check("no name of a file is a command", len([line for line in lines if line.lstrip().startswith("::")]) == 10, lines)
sys.exit(tally.finish())
