"""What the benchmarks share: commands that are measured, figures by callgrind, tables."""
import os
import re
import statistics
import subprocess
import sys


class Cost:
    """What a command took: seconds on the clock and of the processors, peak memory in bytes."""

    def __init__(self, line, times):
        wall, processor, peak, self.status = (int(word) for word in line.split())
        self.wall = wall / 1e6 / times
        self.processor = processor / 1e6 / times
        self.peak = peak * 1024


def environment(**more):
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", **more}


def run(meter, command, times=1, statuses=(0,), **variables):
    """Measures a command; ends the benchmark if it fails, as the time of a failure means nothing."""
    line = subprocess.run([meter, str(times), *command], env=environment(**variables), check=True, capture_output=True, text=True).stdout
    cost = Cost(line, times)
    if cost.status not in statuses:
        sys.exit(f"bench: {' '.join(command[:6])} …: exit status {cost.status}")
    return cost


def instructions(command, statuses=(0,)):
    """Instructions of a command under callgrind. The C library's choice of functions is fixed, so that machines agree."""
    variables = environment(GLIBC_TUNABLES="glibc.cpu.hwcaps=-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM,-BMI2,-LZCNT,-MOVBE,-RTM")
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], env=variables,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if not found or done.returncode not in statuses:
        sys.exit(f"bench: {' '.join(command)} under valgrind: exit status {done.returncode}\n{done.stderr[-600:]}")
    return int(found.group(1))


def medians(costs):
    """The median of each part of several costs of one command; the greatest peak."""
    middle = Cost("0 0 0 0", 1)
    middle.wall = statistics.median(cost.wall for cost in costs)
    middle.processor = statistics.median(cost.processor for cost in costs)
    middle.peak = max(cost.peak for cost in costs)
    return middle


def table(heads, rows):
    """Rows of texts as lines: the first column to the left, the others to the right."""
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    for row in [heads, *rows]:
        print("  " + "  ".join(text.rjust(width) if i else text.ljust(width) for i, (text, width) in enumerate(zip(row, widths))).rstrip())


def verdicts(bounds):
    """Prints bounds, (what, value, bound, held or None, unit), and says how many are not held."""
    for what, value, bound, held, unit in bounds:
        word = "not judged" if held is None else "held" if held else "NOT HELD"
        print(f"  {word:10}  {what}: {value:.4g}{unit} ({bound})")
    return sum(held is False for _, _, _, held, _ in bounds)
