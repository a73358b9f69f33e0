#!/usr/bin/env python3
"""Measures kanlint and its yardsticks in turn, in one run, and prints medians and ratios; the same as JSON.

usage: bench.py --build FOLDER --input FOLDER --megabytes N --rounds N --json FILE [--select CHECKS] [--missing NAME=WHY]... [--strict]
"""
import argparse
import json
import os
import shutil
import subprocess
import sys

from measure import medians, run, table, verdicts

CHECK_MEGABYTES = 10   # the slow yardsticks and the checks alone see the first so many
STARTS = 20
SLOW = 20              # seconds: a check that takes more is measured once


class Row:
    """A command that is measured once in each round."""

    def __init__(self, name, command, size, times=1, **variables):
        self.name, self.command, self.size, self.times, self.variables = name, command, size, times, variables
        self.costs = []

    def measure(self, meter):
        self.costs.append(run(meter, self.command, self.times, **self.variables))

    @property
    def median(self):
        return medians(self.costs)

    @property
    def speed(self):
        """MB/s; of an empty file 0."""
        return self.size / 1e6 / self.median.wall

    def as_json(self):
        return {"name": self.name, "bytes": self.size, "seconds": [cost.wall for cost in self.costs], "median_seconds": self.median.wall,
                "processor_seconds": self.median.processor, "megabytes_per_second": self.speed, "peak_bytes": self.median.peak}


def folder_size(folder):
    return sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names)


def warm(folder):
    """Reads all there is, so that nobody in turn has to wait for the disk."""
    for place, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                while file.read(1 << 20):
                    pass


def cut(source, target, size):
    """The lines of a file up to a size."""
    with open(source, "rb") as file:
        data = file.read(size)
    with open(target, "wb") as file:
        file.write(data[:data.rindex(b"\n") + 1])


def make_parts(folder, megabytes):
    for variant in ("hans", "hant"):
        cut(f"{folder}/{variant}.txt", f"{folder}/{variant}-part.txt", min(megabytes, CHECK_MEGABYTES) * 1000000)
    open(f"{folder}/empty.txt", "wb").close()
    # Words that hardly stand in the text: a search that stops at the first word of each line would measure little.
    with open(f"{folder}/words/hans.txt", encoding="utf-8") as file:
        words = [line.strip()[::-1] for line in file if len(line) == 5]
    with open(f"{folder}/words/rare.txt", "w", encoding="utf-8") as file:
        file.write("\n".join(words[::len(words) // 2000][:2000]) + "\n")


def make_stream(folder):
    """The articles as JSON Lines, and packed; returns the bytes of their text."""
    size = 0
    with open(f"{folder}/stream.jsonl", "w", encoding="utf-8") as stream:
        for place, folders, names in os.walk(f"{folder}/articles"):
            folders.sort()
            for name in sorted(names):
                with open(os.path.join(place, name), encoding="utf-8") as file:
                    text = file.read()
                size += len(text.encode())
                json.dump({"id": name[:-4], "text": text}, stream, ensure_ascii=False)
                stream.write("\n")
    subprocess.run(["zstd", "-q", "-f", f"{folder}/stream.jsonl"], check=True)
    return size


class Bench:
    """All rows but the checks alone."""

    def __init__(self, options):
        self.options = options
        self.folder = options.input
        self.rows = {}
        self.missing = dict(item.split("=", 1) for item in options.missing)
        program = os.path.abspath(f"{options.build}/kanlint")
        self.program = program
        self.kanlint = [program, "--no-config", "--exit-zero"] + ([f"--select={options.select}"] if options.select else [])

    def add(self, key, *arguments, **keywords):
        self.rows[key] = Row(*arguments, **keywords)

    def add_kanlint(self, key, path, size, name, jobs=1):
        self.add(key, f"kanlint -j{jobs}, {name}", [*self.kanlint, f"-j{jobs}", f"{self.folder}/{path}"], size)

    def add_yardsticks(self):
        folder = self.folder
        for variant in ("hans", "hant"):
            path = f"{folder}/{variant}.txt"
            size = os.path.getsize(path)
            self.add(f"iconv-{variant}", f"iconv -f UTF-8 -t UTF-32, {variant}", ["iconv", "-f", "UTF-8", "-t", "UTF-32", path], size)
            self.add_kanlint(variant, f"{variant}.txt", size, f"one file, {variant}")
        path, size = f"{folder}/hans.txt", os.path.getsize(f"{folder}/hans.txt")
        self.add("wc", "wc -m, hans", ["wc", "-m", path], size)
        if shutil.which("rg"):
            self.add("rg", "ripgrep, 2,000 words, hans", ["rg", "-j1", "-c", "--include-zero", "-F", "-f", f"{folder}/words/rare.txt", path], size)
        else:
            self.missing.setdefault("ripgrep", "rg is not installed")
        part = f"{folder}/hans-part.txt"
        modules = f"{self.options.build}/bench/npm/node_modules"
        if os.path.isdir(f"{modules}/autocorrect-node-linux-x64-gnu") and shutil.which("node"):
            script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "autocorrect.js")
            self.add("autocorrect", f"autocorrect-node, {os.path.getsize(part) / 1e6:.0f} MB of hans", ["node", script, part],
                     os.path.getsize(part), NODE_PATH=os.path.abspath(modules))
        else:
            self.missing.setdefault("autocorrect-node", "it is not installed")

    def add_articles(self):
        size = folder_size(f"{self.folder}/articles")
        count = sum(len(names) for _, _, names in os.walk(f"{self.folder}/articles"))
        for jobs in (1, 2):
            self.add_kanlint(f"articles-{jobs}", "articles", size, f"{count:,} articles", jobs)
            self.add(f"control-{jobs}", f"control program, threads: {jobs}", [f"{self.options.build}/bench_control", str(jobs)], 0)
        if "--json-text" not in subprocess.run([self.program, "--help"], capture_output=True, text=True, check=True).stdout:
            self.missing["JSON Lines"] = "this kanlint does not read them"
        elif not shutil.which("zstd"):
            self.missing["JSON Lines"] = "zstd is not installed"
        else:
            self.add_kanlint("stream", "stream.jsonl.zst", make_stream(self.folder), f"{count:,} records, .zst")

    def add_start(self):
        self.add("empty", "kanlint, an empty file", [self.program, "--no-config", f"{self.folder}/empty.txt"], 0, STARTS)
        self.add("true", "an empty process", ["true"], 0, STARTS)

    def measure(self):
        for number in range(self.options.rounds):
            for row in self.rows.values():
                row.measure(self.options.build + "/bench_measure")
            print(f"round {number + 1} of {self.options.rounds}", file=sys.stderr)

    def ratio(self, key):
        """Speed beside iconv's on the same text, or on both."""
        variants = [variant for variant in ("hans", "hant") if key.endswith(variant)] or ["hans", "hant"]
        return self.rows[key].speed / self.mean_speed([f"iconv-{variant}" for variant in variants])

    def mean_speed(self, keys):
        return len(keys) / sum(1 / self.rows[key].speed for key in keys)

    def print_rows(self):
        texts = []
        for key, row in self.rows.items():
            speed = [f"{row.speed:.1f}", f"{self.ratio(key):.2f}"] if row.size else ["", ""]
            texts.append([row.name, f"{row.median.wall * 1000:.1f}", *speed, f"{row.median.peak / 2**20:.1f}"])
        print(f"\n{self.options.megabytes} MB of made text in each variant, medians of {self.options.rounds} rounds in turn")
        table(["", "ms", "MB/s", "of iconv", "peak MiB"], texts)
        for name, why in self.missing.items():
            print(f"  missing: {name} ({why})")

    def bounds(self):
        rows = self.rows
        gain = rows["articles-1"].median.wall / rows["articles-2"].median.wall
        control = rows["control-1"].median.wall / rows["control-2"].median.wall
        whole = self.mean_speed(["hans", "hant"])
        found = [(f"speed beside iconv, {variant}", self.ratio(variant), "at least 1", self.ratio(variant) >= 1, "") for variant in ("hans", "hant")]
        slower = whole / rows["articles-1"].speed
        found += [("articles, times the one file's time", slower, "at most 1.5", slower <= 1.5, ""),
                  (f"-j2 beside -j1 (the control program: {control:.2f})", gain, "at least 1.8", gain >= 1.8 if control >= 1.8 else None, ""),
                  ("empty file", rows["empty"].median.wall * 1000, "under 5", rows["empty"].median.wall < 0.005, " ms"),
                  ("empty file, memory", rows["empty"].median.peak / 1e6, "under 10", rows["empty"].median.peak < 10e6, " MB")]
        if "stream" in rows:
            part, peak = rows["stream"].speed / whole, rows["stream"].median.peak / 1e6
            found += [("stream beside the plain file", part, "at least 0.7", part >= 0.7, ""), ("stream, memory", peak, "under 100", peak < 100, " MB")]
        return found


def measure_checks(bench):
    """Each check alone, in turn, on both variants; the cost of a run without any is taken away."""
    options = bench.options
    parts = [f"{bench.folder}/{variant}-part.txt" for variant in ("hans", "hant")]
    size = sum(os.path.getsize(part) for part in parts)
    listed = subprocess.run([bench.program, "--no-config", "--list-checks"], capture_output=True, text=True, check=True).stdout
    names = [line.split()[0] for line in listed.splitlines() if line[:1].isalpha() and "_" in line.split()[0]]
    command = [bench.program, "--no-config", "--exit-zero", "-j1"]
    rows = {"none": Row("none", [*command, "--ignore=*", *parts], size), "default": Row("default", [*command, *parts], size)}
    rows |= {name: Row(name, [*command, f"--select={name}", *parts], size) for name in names}
    for _ in range(options.rounds):
        for row in rows.values():
            if not row.costs or row.median.wall < SLOW:
                row.measure(options.build + "/bench_measure")
    none = rows.pop("none")
    shown = sorted(rows.values(), key=lambda row: -row.median.processor)
    print(f"\nEach check alone, with the layers it asks for, on {size / 1e6:.0f} MB: processor time beyond that of a run without checks "
          f"({none.median.processor * 1000:.0f} ms)")
    table(["", "ms", "ns a byte"], [[row.name, f"{(row.median.processor - none.median.processor) * 1000:.0f}",
                                     f"{(row.median.processor - none.median.processor) * 1e9 / size:.2f}"] for row in shown])
    return [none, *shown]


def main():
    parser = argparse.ArgumentParser()
    for name in ("--build", "--input", "--json"):
        parser.add_argument(name, required=True)
    parser.add_argument("--megabytes", type=int, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--select", default="")
    parser.add_argument("--missing", action="append", default=[])
    parser.add_argument("--strict", action="store_true")
    options = parser.parse_args()
    if options.megabytes < 1 or options.rounds < 1:
        sys.exit("bench: at least one megabyte and one round")
    bench = Bench(options)
    make_parts(bench.folder, options.megabytes)
    bench.add_yardsticks()
    bench.add_articles()
    bench.add_start()
    warm(options.input)
    bench.measure()
    bench.print_rows()
    print("\nBounds")
    bounds = bench.bounds()
    broken = verdicts(bounds)
    checks = measure_checks(bench)
    with open(options.json, "w", encoding="utf-8") as file:
        json.dump({"megabytes": options.megabytes, "rounds": options.rounds, "processors": os.cpu_count(),
                   "rows": {key: row.as_json() for key, row in bench.rows.items()}, "missing": bench.missing,
                   "bounds": [{"what": what, "value": value, "bound": bound, "held": held} for what, value, bound, held, _ in bounds],
                   "checks": [row.as_json() for row in checks]}, file, ensure_ascii=False, indent=1)
    print(f"\nas JSON: {options.json}")
    return 1 if broken and options.strict else 0


if __name__ == "__main__":
    sys.exit(main())
