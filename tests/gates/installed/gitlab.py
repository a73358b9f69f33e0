#!/usr/bin/python3
"""integrations/gitlab/kanlint.yml: parsed, and its job run as a runner of GitLab does.

usage: tests/gates/installed/gitlab.py PROGRAM     (needs Debian's python3-yaml)
"""
import json
import os
import subprocess
import sys
import tempfile

import yaml

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", ".."))
from tally import Tally  # noqa: E402

PROGRAM = os.path.realpath(sys.argv[1])
TREE = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
WORK = tempfile.TemporaryDirectory()
TEMPLATE = yaml.safe_load(open(os.path.join(TREE, "integrations", "gitlab", "kanlint.yml"), encoding="utf-8"))
JOB = dict(TEMPLATE[TEMPLATE["kanlint"]["extends"]], **TEMPLATE["kanlint"])
tally = Tally("gates/gitlab")
check = tally.check


ENVIRONMENT = dict(os.environ, HOME=WORK.name, GIT_CONFIG_NOSYSTEM="1", LC_ALL="C.UTF-8", LANGUAGE="en")
for variable in [variable for variable in ENVIRONMENT if variable.startswith(("GIT_", "CI_", "KANLINT"))]:
    if variable != "GIT_CONFIG_NOSYSTEM":
        del ENVIRONMENT[variable]


def git(folder, *arguments):
    return subprocess.run(["git", "-C", folder, *arguments], env=ENVIRONMENT, check=True, capture_output=True).stdout.decode().strip()


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def save(folder, message):
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)
    return git(folder, "rev-parse", "HEAD")


def run(folder, shell="bash", **variables):
    """The job's script as the runner puts it together; status, log, report (None: none)."""
    report = os.path.join(folder, JOB["artifacts"]["reports"]["codequality"])
    if os.path.exists(report):
        os.remove(report)
    lines = ["set -eo pipefail" if shell == "bash" else "set -e", *JOB["before_script"], *JOB["script"]]
    environment = dict(ENVIRONMENT, CI="true", CI_PROJECT_DIR=folder, **{name: str(value) for name, value in JOB["variables"].items()})
    environment.update(variables)
    job = subprocess.run([shell], input="\n".join(lines).encode(), cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    items = json.load(open(report, encoding="utf-8")) if os.path.exists(report) else None
    return job.returncode, job.stdout.decode(), items


def places(items):
    return sorted((item["location"]["path"], item["location"]["lines"]["begin"]) for item in items)


def fault(word):
    return f"{word}要落实责任...确保安全。\n"


for part in ("stage", "image", "variables", "script", "artifacts", "rules"):
    check(f"the job has {part}", part in JOB)
check("variables are plain", all(isinstance(value, (str, int)) for value in JOB["variables"].values()))
check("rules are conditions", all(set(rule) == {"if"} for rule in JOB["rules"]))
for script in JOB["before_script"] + JOB["script"]:
    for shell in ("bash", "dash"):
        syntax = subprocess.run([shell, "-n"], input=script.encode(), capture_output=True)
        check(f"the script is right for {shell}", syntax.returncode == 0, syntax.stderr)

project = os.path.join(WORK.name, "項目")
os.makedirs(project)
subprocess.run(["git", "config", "--global", "user.name", "Tester"], env=ENVIRONMENT, check=True)
subprocess.run(["git", "config", "--global", "user.email", "tester@example.org"], env=ENVIRONMENT, check=True)
git(project, "init", "-q", "-b", "main")
write(project, "稿/旧 文.txt", fault("旧稿") + "第二行。\n")
write(project, ".gitignore", "gl-code-quality-report.json\n.kanlint-source\n")
base = save(project, "base")
write(project, "稿/旧 文.txt", fault("旧稿") + "第二行。\n" + fault("新增"))
save(project, "request")

for shell in ("bash", "dash"):
    status, log, items = run(project, shell, KANLINT_PROGRAM=PROGRAM, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    check(f"a merge request, by {shell}", status == 1 and places(items) == [("稿/旧 文.txt", 3)], [status, log])
    check("its log", "稿/旧 文.txt:3:8: warning: " in log, log)
    status, log, items = run(project, shell, KANLINT_PROGRAM=PROGRAM)
    check(f"a branch, by {shell}", status == 1 and places(items) == [("稿/旧 文.txt", 1), ("稿/旧 文.txt", 3)], [status, log])
status, log, items = run(project, KANLINT_PROGRAM=PROGRAM, KANLINT_PATHS="稿/旧 文.txt\n没有 此.txt", KANLINT_OPTIONS="--fail-on=never\n--select=punct")
check("paths with blanks, and one that is not there", status == 2 and len(items) == 3 and "没有 此.txt" in log, [status, log])
status, log, items = run(project, KANLINT_PROGRAM=PROGRAM, KANLINT_OPTIONS="--fail-on=never")
check("an option", status == 0 and len(items) == 2, [status, log])
status, log, items = run(project, KANLINT_PROGRAM=PROGRAM, KANLINT_PATHS="*.nothing $(touch ran)")
check("a path is no pattern and no command", status == 2 and not os.path.exists(os.path.join(project, "ran")), [status, log])
status, log, items = run(project, KANLINT_PROGRAM=PROGRAM, CI_MERGE_REQUEST_DIFF_BASE_SHA="1" * 40)
check("a base that is not there", status == 2 and "has no revision" in log, [status, log])
status, log, items = run(project)
check("neither source nor program", status == 2 and "set KANLINT_SOURCE" in log, [status, log])

source = os.path.join(WORK.name, "source")
os.makedirs(source)
listed = subprocess.run(["git", "-C", TREE, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], capture_output=True, check=True).stdout
names = b"\0".join(name for name in listed.split(b"\0") if name and os.path.exists(os.path.join(TREE.encode(), name)))
subprocess.run(["xargs", "-0", "cp", "--parents", "-t", source], input=names, cwd=TREE, check=True)
git(source, "init", "-q")
save(source, "source")
git(source, "tag", "v0.1.0")
build = {"KANLINT_SOURCE": "file://" + source, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "MAKEFLAGS": "LTO= CFLAGS_release=-O0"}
status, log, items = run(project, **build)
check("a program that was built", status == 1 and places(items) == [("稿/旧 文.txt", 3)] and "building" in log, [status, log[-2000:]])
status, log, items = run(project, **build)
check("and is kept", status == 1 and len(items) == 1 and "building" not in log, [status, log])
sys.exit(tally.finish())
