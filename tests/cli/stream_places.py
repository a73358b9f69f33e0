#!/usr/bin/env python3
"""Holds the places of findings in streams against Python's own reading of the file; the order of the output against the number of
workers; and memory against the size of what is read.
usage: stream_places.py PROGRAM, in an empty folder"""
import json
import os
import random
import resource
import subprocess
import sys

PROGRAM = sys.argv[1]
SELECT = ["--no-config", "--select=punct_bad_ellipsis"]
failed = 0


def check(condition, what):
    global failed
    if not condition:
        failed += 1
        print("FAILED stream_places:", what)
    return condition


def run(*arguments, **keywords):
    return subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, **keywords)


def findings(name, *options):
    lines = run(*SELECT, *options, "-f", "jsonl", name).stdout.decode().splitlines()
    return [finding for finding in map(json.loads, lines) if "check" in finding]


def random_text(chance):
    pieces = ["好", "国", "體", "😀", "a", "\n", "\r\n", '"', "\\", "\t", "/", "，", "了...", "是...", "\u2028", "𠮷", "；"]
    return "".join(chance.choice(pieces) for _ in range(chance.randrange(60)))


def write_string(chance, text, style):
    """As some program or other writes it."""
    if style == 0:
        return json.dumps(text, ensure_ascii=True)
    if style == 1:
        return json.dumps(text, ensure_ascii=False)
    out = []
    for character in text:
        if character in '"\\\n\r\t' or chance.random() < 0.3:
            units = character.encode("utf-16-be")
            out += ["\\u%02x%02X" % (units[i], units[i + 1]) for i in range(0, len(units), 2)]
        else:
            out.append(character)
    return '"' + "".join(out) + '"'


def make_stream(chance, count, name):
    records = []
    with open(name, "wb") as stream:
        for number in range(count):
            record = {"text": random_text(chance)}
            if chance.random() < 0.7:
                record["title"] = "题" + random_text(chance).replace("\n", "").replace("\r", "") + "目"
            if chance.random() < 0.7:
                record["id"] = "编号%d" % number
            members = [json.dumps(key) + ": " + write_string(chance, value, chance.randrange(3)) for key, value in record.items()]
            members.append('"other": [{"text": "x...", "n": 1.5e3}, null]')
            chance.shuffle(members)
            for _ in range(2 if chance.random() < 0.1 else 1):
                stream.write(("{" + ", ".join(members) + "}" + chance.choice(["\n", "\r\n", " \n", "\n\n"])).encode())
                records.append(record)
    return records


def place_in(text, offset):
    """What kanlint says of a byte offset in a text."""
    before = text.encode()[:offset].decode()
    line = before[before.rfind("\n") + 1 :]
    return {
        "line": before.count("\n") + 1,
        "column": len(line) + 1,
        "utf16_column": len(line.encode("utf-16-le")) // 2 + 1,
        "byte_column": len(line.encode()) + 1,
        "offset": offset,
    }


def check_places(name, records):
    data = open(name, "rb").read()
    text, found = data.decode(), findings(name)
    lines = {}
    for number, line in enumerate(data.decode().split("\n")):
        if line.strip():
            lines[number + 1] = records[len(lines)]
    for finding in found:
        record, region, own = lines[finding["region"]["begin"]["line"]], finding["region"], finding["in_record"]
        field = record[own["field"]]
        piece = json.loads(b'"' + data[region["begin"]["offset"] : region["end"]["offset"]] + b'"')
        good = piece == field.encode()[own["begin"]["offset"] : own["end"]["offset"]].decode() and set(piece) == {"."}
        for end in ("begin", "end"):
            good = good and region[end] == place_in(text, region[end]["offset"]) and own[end] == place_in(field, own[end]["offset"])
        good = good and finding["record"]["line"] == region["begin"]["line"] and finding["record"]["id"] == record.get("id")
        good = good and data[finding["record"]["offset"] :].lstrip(b"\r\n")[:1] == b"{"
        if not check(good, "the place of %s" % json.dumps(finding, ensure_ascii=False)):
            break
    return found


def check_whole(records, found):
    """Each record has the findings that an article of its own has."""
    os.makedirs("articles", exist_ok=True)
    for number, record in enumerate(records):
        title = record.get("title")
        with open("articles/%d.txt" % number, "w", newline="") as article:
            article.write((title + "\n\n" if title else "") + record["text"])
    alone = [0] * len(records)
    for finding in findings("articles"):
        alone[int(finding["path"].split("/")[1].split(".")[0])] += 1
    together, lines = [], []
    for finding in found:
        line = finding["record"]["line"]
        if not lines or lines[-1] != line:
            lines.append(line)
            together.append(0)
        together[-1] += 1
    check(together == [count for count in alone if count], "records have other findings than articles")


def check_formats(name, found):
    sarif = json.loads(run(*SELECT, "-f", "sarif", name).stdout)
    results = sarif["runs"][0]["results"]
    check(len(results) == len(found), "SARIF has other findings")
    for result, finding in zip(results, found):
        region, begin, end = result["locations"][0]["physicalLocation"]["region"], finding["region"]["begin"], finding["region"]["end"]
        wanted = [begin["line"], begin["column"], end["column"], begin["offset"], end["offset"] - begin["offset"]]
        check([region[key] for key in ("startLine", "startColumn", "endColumn", "byteOffset", "byteLength")] == wanted, "a region of SARIF")
        own = result["properties"]["record"]
        check((own["id"] or None) == finding["record"]["id"] and own["startColumn"] == finding["in_record"]["begin"]["column"], "a record of SARIF")
    gcc = run(*SELECT, "--column-unit=byte", name).stdout.decode().splitlines()
    for line, finding in zip(gcc, found):
        begin, own = finding["region"]["begin"], finding["in_record"]
        check(line.startswith("%s:%d:%d: " % (name, begin["line"], begin["byte_column"])), "the line " + line)
        note = "%s %d:%d) [" % (own["field"], own["begin"]["line"], own["begin"]["column"])
        check(" (" + note in line or " (record %s, %s" % (finding["record"]["id"], note) in line, "the record of " + line)
    reviewdog = [json.loads(line) for line in run(*SELECT, "-f", "rdjsonl", name).stdout.decode().splitlines()]
    check([item["location"]["range"]["start"]["column"] for item in reviewdog] == [item["region"]["begin"]["byte_column"] for item in found], "rdjsonl")
    gitlab = json.loads(run(*SELECT, "-f", "gitlab", name).stdout)
    for prints in ([finding["fingerprint"] for finding in found], [item["fingerprint"] for item in gitlab]):
        check(len(prints) == len(found) == len(set(prints)), "%d findings have %d fingerprints" % (len(found), len(set(prints))))


def check_fixes(name, found):
    """The edits, put into the file as JSON, make a stream without findings."""
    data = bytearray(open(name, "rb").read())
    edits = [edit for finding in found for edit in finding["fix"]["edits"]]
    for edit in sorted(edits, key=lambda edit: -edit["region"]["begin"]["offset"]):
        text = json.dumps(edit["replacement"], ensure_ascii=False)[1:-1].encode()
        data[edit["region"]["begin"]["offset"] : edit["region"]["end"]["offset"]] = text
    with open("mended.jsonl", "wb") as stream:
        stream.write(data)
    left = run(*SELECT, "mended.jsonl")
    check(left.returncode == 0, "the mended stream: " + left.stdout.decode()[:300] + left.stderr.decode()[:300])


def check_stability(name, found):
    """Fingerprints hold when records come before and their lines move; another id, or without one another text, makes another."""
    with open("moved.jsonl", "wb") as stream:
        stream.write('{"id":"新","text":"新的一篇。"}\n\n'.encode() + open(name, "rb").read())
    check([item["fingerprint"] for item in findings("moved.jsonl")] == [item["fingerprint"] for item in found], "fingerprints move with the lines")
    alike = ['{"text":"一...二"}', '{"text":"一...二"}', '{"text":"一...三"}', '{"text":"一...二\\n三"}', '{"id":"a","text":"一...二"}', '{"id":"b","text":"一...二"}']
    with open("alike.jsonl", "w", encoding="utf-8") as stream:
        stream.write("\n".join(alike))
    hashes, counts = zip(*(item["fingerprint"].split(":") for item in findings("alike.jsonl")))
    check(len(set(hashes)) == 5 and hashes[0] == hashes[1] and counts == ("1", "2", "1", "1", "1", "1"), "the fingerprints of records that are alike")


def check_workers():
    chance = random.Random(7)
    with open("many.jsonl", "w", encoding="utf-8") as stream:
        for number in range(12000):
            text = "".join(random_text(chance) for _ in range(chance.randrange(6)))
            record = json.dumps({"id": number, "text": text}, ensure_ascii=False)
            stream.write(record[:-1] + "\n" if number % 997 == 5 else record + "\n")
        stream.write(json.dumps({"id": "long", "text": "很长的一篇，有很多字...\n\n" * 100000}, ensure_ascii=False) + "\n")
        stream.write('{"text":"最后...一篇"}')
    alone = run("--no-config", "-j1", "many.jsonl")
    check(alone.returncode == 2 and alone.stderr.count(b"\n") == 13 + 1, "bad records of many: " + alone.stderr.decode()[:1000])
    check(alone.stderr.decode().count("only the first 10000 findings of") == 1, "the long record is not capped")
    check(b"many.jsonl:12002:12: " in alone.stdout, "the last record after a long one")
    check(b"many.jsonl:12001: only the first 10000 findings of punct_bad_ellipsis are shown" in alone.stderr, "the capped record is not named")
    capped = json.loads(run(*SELECT, "-f", "json", "many.jsonl").stdout)["summary"]["capped"]
    check(capped == [{"path": "many.jsonl", "check": "punct_bad_ellipsis", "limit": 10000, "line": 12001}], "capped in JSON: %s" % capped)
    notes = json.loads(run(*SELECT, "-f", "sarif", "many.jsonl").stdout)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    place = [note["locations"][0]["physicalLocation"] for note in notes if "only the first" in note["message"]["text"]]
    check(place == [{"artifactLocation": {"uri": "many.jsonl"}, "region": {"startLine": 12001}}], "capped in SARIF: %s" % place)
    for jobs in ("-j2", "-j7"):
        together = run("--no-config", jobs, "many.jsonl")
        check(together.stdout == alone.stdout and together.stderr == alone.stderr, jobs + " has another output than -j1")
    os.unlink("many.jsonl")


def packed(name, head, piece, count, tail):
    with open(name, "wb") as out, subprocess.Popen(["zstd", "-q", "-1", "-c"], stdin=subprocess.PIPE, stdout=out) as zstd:
        zstd.stdin.write(head)
        for _ in range(count):
            zstd.stdin.write(piece)
        zstd.stdin.write(tail)
        zstd.stdin.close()


def peak_of(*arguments):
    """Runs the program alone in a process that knows how much memory its child took, in MiB."""
    script = "import resource,subprocess,sys; p=subprocess.run(sys.argv[1:],capture_output=True,timeout=120); print(p.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); print(p.stderr.decode())"
    answer = subprocess.run([sys.executable, "-c", script, PROGRAM, "--no-config", *arguments], stdout=subprocess.PIPE, check=True).stdout.decode()
    status, peak = answer.split("\n")[0].split()
    return int(status), int(peak) / 1024, answer


def check_memory():
    lines = "".join('{"id":%d,"text":"第%d天的天气很好，大家在院子里说话，没有人走。"}\n' % (i, i) for i in range(2000)).encode()
    packed("small.jsonl.zst", b"", lines, 200, b"")
    for jobs in ("-j2", "-j8"):
        status, peak, answer = peak_of(jobs, "small.jsonl.zst")
        check(status == 0 and peak < 100, "400,000 records take %d MiB with %s: %s" % (peak, jobs, answer[:300]))
    for line, wanted, most in (("[]", 2, 100), ('{"text":""}', 0, 100), ('{"text":"好。"}', 0, 100), ('{"text":"好...好"}', 1, 150)):
        packed("short.jsonl.zst", b"", (line + "\n").encode() * 1000, 500, b"")
        status, peak, answer = peak_of("-j8", "short.jsonl.zst")
        check(status == wanted and peak < most, "500,000 lines %s take %d MiB with -j8: %s" % (line, peak, answer[:300]))
    packed("noise.jsonl.zst", b"", b"a" * 1000000, 1000, b'\n{"text":"\xe5\xa5\xbd...\xe5\xa5\xbd"}\n')
    status, peak, answer = peak_of("-j2", "noise.jsonl.zst")
    check(status == 2 and peak < 100 and "noise.jsonl.zst:1:1: is no JSON" in answer, "a line without an end takes %d MiB: %s" % (peak, answer[:300]))
    packed("long.jsonl.zst", b'{"text":"', b"a" * 1000000, 400, b'"}\n{"text":3}\n')
    status, peak, answer = peak_of("-j2", "long.jsonl.zst")
    good = status == 2 and peak < 400 and "long.jsonl.zst:1:1: is larger than the 256 MiB" in answer and "long.jsonl.zst:2:9: “text” is a number" in answer
    check(good, "a record that is too long takes %d MiB: %s" % (peak, answer[:300]))
    record = b'{"text":"' + "这是一篇很长的文章，写的是村里的事情。\\n\\n".encode() * 700000 + b'"}\n'
    packed("large.jsonl.zst", b"", record, 6, b"")
    status, peak, answer = peak_of("-j4", "--select=punct_bad_ellipsis", "large.jsonl.zst")
    check(status == 0 and peak < 200, "six records of %d MB take %d MiB: %s" % (len(record) // 1000000, peak, answer[:300]))
    packed("blank.jsonl.zst", b"", b" " * 1000000, 300, b'{"text":"\xe5\xa5\xbd"}\n{"text":3}\n')
    status, peak, answer = peak_of("-j2", "blank.jsonl.zst")
    good = status == 2 and peak < 400 and "blank.jsonl.zst:1:1: is larger than the 256 MiB" in answer and "blank.jsonl.zst:2:9: “text” is a number" in answer
    check(good, "300 MB of blanks before a record take %d MiB: %s" % (peak, answer[:300]))


def main():
    for seed in range(3):
        chance = random.Random(seed)
        records = make_stream(chance, 300, "random.jsonl")
        found = check_places("random.jsonl", records)
        check(len(found) > 300, "there is little to see")
        check_formats("random.jsonl", found)
        check_fixes("random.jsonl", found)
        check_stability("random.jsonl", found)
        check_whole(records, found)
    check_workers()
    check_memory()
    sys.exit(failed > 0)


main()
