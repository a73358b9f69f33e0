#!/usr/bin/env python3
"""Reports against the files they are about: the text of each region, by the unit that its format counts in; and fingerprints that live
through edits elsewhere.

usage: tests/gates/places.py PROGRAM
"""
import glob
import json
import os
import subprocess
import sys
import tempfile
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), ".."))
from tally import Tally  # noqa: E402

PROGRAM = os.path.realpath(sys.argv[1])
TREE = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
WORK = tempfile.TemporaryDirectory()
os.chdir(WORK.name)
tally = Tally("gates/places")
check = tally.check


def lint(form, *arguments):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
    run = subprocess.run([PROGRAM, "--no-config", "--exit-zero", "-f", form, *arguments], capture_output=True, env=environment)
    text = run.stdout.decode()
    return [json.loads(line) for line in text.splitlines()] if form in ("rdjsonl", "jsonl") else json.loads(text)


def write(name, text, encoding="utf-8", newline="\n", mark=b""):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "wb") as file:
        file.write(mark + text.replace("\n", newline).encode(encoding, "surrogateescape"))


# ------------------------------------------------------------------------------------------------ places

FAULT = "各单位要落实责任...确保安全"
BEFORE = ["", "新闻", "新闻😀", "𠮷野家𠀋", "👩‍👩‍👧‍👦家", "🇹🇼台灣", "é", "e\u0301", "\t", "ｶﾞ", "“”·——", "한국어", "a𝒳b", "﷽", "葛󠄀城"]


def write_files():
    lines = [f"{before}{FAULT}。{before}{FAULT}。" for before in BEFORE]
    body = "\n".join(lines) + "\n"
    write("平.txt", body)
    write("標記.txt", body, mark=b"\xef\xbb\xbf")
    write("視窗.txt", body, newline="\r\n")
    write("無尾 行.txt", body.rstrip("\n"))
    write("標題.md", "# 标题\n\n" + "\n\n".join(f"- {line}" for line in lines) + "\n")
    write("壞.txt", body + "各单位" * 2000 + "\n" + "\udcff\udcfe" + FAULT + "。\n")
    write("寬.txt", body, "utf-16-le", mark=b"\xff\xfe")
    return ["平.txt", "標記.txt", "視窗.txt", "無尾 行.txt", "標題.md", "壞.txt", "寬.txt"]


def lines_of(path):
    data = open(path, "rb").read()
    text = data[2:].decode("utf-16-le") if data[:2] == b"\xff\xfe" else data.decode("utf-8", "replace")
    return data, text.removeprefix("\ufeff").split("\n")


def units(line, unit):
    """The line, cut into what a column counts."""
    if unit == "codepoint":
        return list(line)
    data = line.encode("utf-16-le", "surrogatepass") if unit == "utf16" else line.encode("utf-8")
    return [data[i : i + 2] for i in range(0, len(data), 2)] if unit == "utf16" else [data[i : i + 1] for i in range(len(data))]


def cut(lines, begin, end, unit):
    """The text from BEGIN to END, each a line and a column from 1, as the reader of a report would cut it out."""
    parts = []
    for number in range(begin[0], end[0] + 1):
        cells = units(lines[number - 1], unit)
        first = begin[1] - 1 if number == begin[0] else 0
        last = end[1] - 1 if number == end[0] else len(cells)
        if not 0 <= first <= len(cells) or not 0 <= last <= len(cells):
            return None
        joined = (b"" if unit != "codepoint" else "").join(cells[first:last])
        if unit == "utf16":
            joined = joined.decode("utf-16-le", "surrogatepass")
        elif unit == "byte":
            joined = joined.decode("utf-8", "replace")
        parts.append(joined)
    return "\n".join(parts)


def regions_of_sarif(log):
    run = log["runs"][0]
    check("SARIF says what its columns count", run["columnKind"] == "unicodeCodePoints")
    for result in run["results"]:
        fixes = [r for fix in result.get("fixes", []) for change in fix["artifactChanges"] for r in change["replacements"]]
        path = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for location in result["locations"] + result.get("relatedLocations", []):
            yield urllib.parse.unquote(path), location["physicalLocation"]["region"], result["ruleId"]
        for fix in fixes:
            yield urllib.parse.unquote(path), fix["deletedRegion"], result["ruleId"]


def same(text, shown):
    """What is shown of a region has its personal numbers masked."""
    return len(text) == len(shown) and all(a == b or b in "*＊" for a, b in zip(text, shown))


def check_sarif(files):
    count, wrong = 0, []
    texts = {}
    for path, region, rule in regions_of_sarif(lint("sarif", "--profile=strict", *files)):
        if path not in texts:
            texts[path] = lines_of(path)
        data, lines = texts[path]
        text = cut(lines, (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"]), "codepoint")
        count += 1
        if text is None or not same(text, region.get("snippet", {"text": text})["text"]):
            wrong.append((path, region, rule, text))
        if "byteOffset" in region and text is not None:
            there = data[region["byteOffset"] : region["byteOffset"] + region["byteLength"]]
            if there.decode("utf-8", "replace") != text:
                wrong.append((path, region, rule, text))
    check("every region of SARIF holds what it says", count > 500 and not wrong, f"{count} regions, wrong: {wrong[:3]}")


def check_rdjsonl(files):
    wrong, count = [], 0
    for item in lint("rdjsonl", "--select=punct_bad_ellipsis", *files):
        span, path = item["location"]["range"], item["location"]["path"]
        if path.startswith("寬"):
            continue
        _, lines = lines_of(path)
        for part in [span] + [suggestion["range"] for suggestion in item.get("suggestions", [])]:
            begin, end = part["start"], part["end"]
            count += 1
            if cut(lines, (begin["line"], begin["column"]), (end["line"], end["column"]), "byte") != "...":
                wrong.append(item)
    check("rdjsonl counts bytes", count >= 300 and not wrong, f"{count}, wrong: {wrong[:2]}")


def check_github(files):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
    wrong, count = [], 0
    for path in files:
        run = subprocess.run([PROGRAM, "--no-config", "-f", "github", "--select=punct_bad_ellipsis", path], capture_output=True, env=environment)
        _, lines = lines_of(path)
        for line in run.stdout.decode().splitlines():
            if line.startswith("::"):
                fields = dict(field.split("=", 1) for field in line.split(" ", 1)[1].split("::")[0].split(","))
                begin, end = (int(fields["line"]), int(fields["col"])), (int(fields["endLine"]), int(fields["endColumn"]))
                count += 1
                if cut(lines, begin, end, "utf16") != "...":
                    wrong.append(line)
    check("github counts UTF-16", count == 10 * len(files) and not wrong, f"{count}, wrong: {wrong[:2]}")


# ------------------------------------------------------------------------------------------------ fingerprints

PARAGRAPHS = [
    "会议强调，各单位要落实责任...确保群众安全。",
    "他说：“这件事（我们还没有定下来。”",
    "各单位要落实责任...确保安全，正在按装电梯...请绕行。",
    "這段路正在施工...請改道行駛。",
    "各单位要落实责任...确保安全，正在按装电梯...请绕行。",
]


def prints_of_sarif(name):
    prints = {}
    lines = open(name, "rb").read().decode().removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for result in lint("sarif", "--ignore=text", name)["runs"][0]["results"]:
        line = lines[result["locations"][0]["physicalLocation"]["region"]["startLine"] - 1].strip()
        prints.setdefault((result["ruleId"], line), []).append(result["partialFingerprints"]["primaryLocationLineHash"])
    return prints


def prints_of_gitlab(*names):
    return [(item["location"]["path"], item["check_name"], item["fingerprint"]) for item in lint("gitlab", "--ignore=text", *names)]


def check_fingerprints():
    write("文.txt", "\n".join(PARAGRAPHS) + "\n")
    first, first_gitlab = prints_of_sarif("文.txt"), prints_of_gitlab("文.txt")
    everything = [one for prints in first.values() for one in prints]
    check("there are findings", len(everything) >= 7, everything)
    check("no fingerprint stands twice in a file", len(set(everything)) == len(everything), everything)
    edits = {
        "lines above": "新的一段。\n\n\n" + "\n".join(PARAGRAPHS) + "\n",
        "lines between, with faults of their own": "\n另一段...在这里。\n".join(PARAGRAPHS) + "\n",
        "blanks at the ends of lines": "  \n".join(PARAGRAPHS) + "\n",
        "lines in another order": "\n".join([PARAGRAPHS[3], PARAGRAPHS[2], PARAGRAPHS[4], PARAGRAPHS[0], PARAGRAPHS[1]]) + "\n",
        "a paragraph without": "\n".join(PARAGRAPHS[1:]) + "\n",
        "a paragraph that is edited": "\n".join([PARAGRAPHS[0].replace("会议", "大会")] + PARAGRAPHS[1:]) + "\n",
    }
    for what, text in edits.items():
        write("文.txt", text)
        now = prints_of_sarif("文.txt")
        kept = {key: value for key, value in first.items() if key[1] in text}
        check(f"fingerprints live through {what}", kept and all(now.get(key) == value for key, value in kept.items()), [kept, now])
    for newline, mark in (("\r\n", b""), ("\n", b"\xef\xbb\xbf")):
        write("文.txt", "\n".join(PARAGRAPHS) + "\n", newline=newline, mark=mark)
        check("fingerprints live through other ends of lines and a byte order mark", prints_of_sarif("文.txt") == first)
    write("改名/新.txt", "\n".join(PARAGRAPHS) + "\n")
    check("SARIF's live through a renaming of the file, as its path stands beside them", prints_of_sarif("改名/新.txt") == first)
    write("文.txt", "\n\n新的一段。\n" + "\n".join(PARAGRAPHS) + "\n")
    check("GitLab's live through lines above", prints_of_gitlab("文.txt") == first_gitlab)
    check("and through ./", prints_of_gitlab("./文.txt") == first_gitlab)
    for name in (os.path.realpath("文.txt"), "改名//../文.txt"):
        check("and through other names of the path", prints_of_gitlab(name) == first_gitlab, name)
    both = [item[2] for item in prints_of_gitlab("文.txt", "改名/新.txt")]
    check("GitLab's differ from file to file", len(set(both)) == len(both) == 2 * len(first_gitlab))


FILES = write_files()
ARTICLES = sorted(glob.glob(os.path.join(TREE, "corpus", "marked", "*", "*.*")) + glob.glob(os.path.join(TREE, "tests", "golden", "*", "*.bad.*")))
for article in ARTICLES:
    if article.endswith((".txt", ".md")):
        write(os.path.relpath(article, TREE), open(article, encoding="utf-8", errors="surrogateescape", newline="").read())
        FILES.append(os.path.relpath(article, TREE))
check_sarif(FILES)
check_rdjsonl(FILES[:5])
check_github(FILES[:4])
check_fingerprints()
sys.exit(tally.finish())
