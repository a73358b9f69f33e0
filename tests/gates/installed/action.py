#!/usr/bin/python3
"""action.yml: its steps are taken out and run as a runner of GitHub does, on clones as actions/checkout makes them.

usage: tests/gates/installed/action.py PROGRAM     (needs Debian's python3-yaml)
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", ".."))
from tally import Tally  # noqa: E402

PROGRAM = os.path.realpath(sys.argv[1])
TREE = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
WORK = tempfile.TemporaryDirectory()
ACTION = yaml.safe_load(open(os.path.join(TREE, "action.yml"), encoding="utf-8"))
tally = Tally("gates/action")
check = tally.check


# ------------------------------------------------------------------------------------------------ a runner


def look_up(name, context):
    for part in name.split("."):
        context = context.get(part) if isinstance(context, dict) else None
    return "" if context is None else context


def evaluate(expression, context):
    """What action.yml uses of GitHub's expressions: names, strings, == != && ||."""
    tokens = re.findall(r"'[^']*'|[\w.-]+|==|!=|&&|\|\|", expression)
    words = {"==": "==", "!=": "!=", "&&": " and ", "||": " or "}
    return eval("".join(words.get(token) or (token if token[0] == "'" else repr(look_up(token, context))) for token in tokens))


def fill(text, context):
    return re.sub(r"\$\{\{(.*?)\}\}", lambda found: str(evaluate(found[1], context)), text, flags=re.DOTALL)


def read_outputs(path):
    lines = open(path, encoding="utf-8").read().splitlines()
    return dict(line.split("=", 1) for line in lines)


class Run:
    """One run of the action; log, status, outputs, summary, path are what came of it."""

    def __init__(self, workspace, event, github=None, action=TREE, environment=None, cached=False, **inputs):
        unknown = set(inputs) - {name.replace("-", "_") for name in ACTION["inputs"]}
        assert not unknown, unknown
        self.log, self.status, self.steps = "", 0, []
        given = {name: inputs.get(name.replace("-", "_"), row.get("default", "")) for name, row in ACTION["inputs"].items()}
        self.context = {"inputs": given, "steps": {}, "github": dict(github or {}, action_path=action, event=event.get("event", {}))}
        temporary = tempfile.mkdtemp(dir=WORK.name)
        self.files = {name: os.path.join(temporary, name) for name in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_ENV")}
        self.base = dict(PATH=os.environ["PATH"], HOME=WORK.name, LC_ALL="C.UTF-8", RUNNER_TEMP=temporary, RUNNER_OS="Linux", RUNNER_ARCH="X64", CI="true")
        self.base.update(GITHUB_ACTIONS="true", GITHUB_WORKSPACE=workspace, GITHUB_ACTION_PATH=action, GITHUB_EVENT_NAME=event["name"], GITHUB_SHA=event["sha"])
        self.base.update(environment or {})
        for step in ACTION["runs"]["steps"]:
            if self.status == 0 and evaluate(step.get("if", "'x'"), self.context):
                self.run_step(step, workspace)
        self.outputs = {name: fill(row["value"], self.context) for name, row in ACTION["outputs"].items()}
        self.commands = [line for line in self.log.splitlines() if line.startswith("::")]
        self.summary = open(self.files["GITHUB_STEP_SUMMARY"], encoding="utf-8").read() if os.path.exists(self.files["GITHUB_STEP_SUMMARY"]) else ""

    def run_step(self, step, workspace):
        self.steps.append(step["id"])
        if "uses" in step:
            self.cache = {name: fill(value, self.context) for name, value in step["with"].items()}
            return
        for path in self.files.values():
            open(path, "a", encoding="utf-8").close()
        open(self.files["GITHUB_OUTPUT"], "w", encoding="utf-8").close()
        environment = dict(self.base, **self.files, **{name: fill(str(value), self.context) for name, value in step.get("env", {}).items()})
        script = os.path.join(self.base["RUNNER_TEMP"], "step.sh")
        with open(script, "w", encoding="utf-8") as file:
            file.write(fill(step["run"], self.context))
        run = subprocess.run(["sh", "-e", script], cwd=workspace, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.log += run.stdout.decode()
        self.status = run.returncode
        self.context["steps"][step["id"]] = {"outputs": read_outputs(self.files["GITHUB_OUTPUT"])}

    def annotations(self):
        found = []
        for line in self.commands:
            properties = line[2:].split("::", 1)[0].split(" ", 1)
            fields = dict(field.split("=", 1) for field in properties[1].split(",")) if len(properties) > 1 else {}
            found.append((properties[0], fields.get("file"), int(fields.get("line", 0))))
        return found


# ------------------------------------------------------------------------------------------------ repositories

SETTINGS = ["user.name=Tester", "user.email=tester@example.org", "init.defaultBranch=main", "uploadpack.allowAnySHA1InWant=true", "protocol.file.allow=always", "advice.detachedHead=false"]


def git(folder, *arguments):
    environment = dict(os.environ, HOME=WORK.name, GIT_CONFIG_NOSYSTEM="1", LC_ALL="C.UTF-8")
    for name in [name for name in environment if name.startswith("GIT_") and name != "GIT_CONFIG_NOSYSTEM"]:
        del environment[name]
    return subprocess.run(["git", "-C", folder, *arguments], env=environment, check=True, capture_output=True).stdout.decode().strip()


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def fault(word):
    return f"{word}要落实责任...确保安全。\n"


def save(folder, message):
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)
    return git(folder, "rev-parse", "HEAD")


def make_origin():
    """A base that has gone on since the request left it, and the merge of both as GitHub makes it."""
    origin = os.path.join(WORK.name, "origin")
    os.makedirs(origin)
    git(origin, "init", "-q")
    write(origin, "稿/旧 文.txt", fault("旧稿") + "第二行。\n第三行。\n第四行。\n")
    commits = {"old": save(origin, "old")}
    git(origin, "checkout", "-qb", "topic")
    write(origin, "稿/新 文.txt", fault("新稿"))
    write(origin, "稿/旧 文.txt", fault("旧稿") + "第二行。\n第三行。\n第四行。\n" + fault("新增"))
    commits["head"] = save(origin, "head")
    git(origin, "checkout", "-q", "main")
    write(origin, "稿/主.txt", fault("主线"))
    commits["base"] = save(origin, "base")
    git(origin, "checkout", "-q", "--detach")
    git(origin, "merge", "-q", "--no-ff", "-m", "merge", "topic")
    commits["merge"] = git(origin, "rev-parse", "HEAD")
    git(origin, "update-ref", "refs/pull/1/merge", "HEAD")
    git(origin, "checkout", "-q", "main")
    return origin, commits


def check_out(origin, commit, depth):
    """As actions/checkout does it."""
    folder = tempfile.mkdtemp(dir=WORK.name)
    git(folder, "init", "-q")
    git(folder, "remote", "add", "origin", "file://" + origin)
    options = [f"--depth={depth}"] if depth else []
    git(folder, "fetch", "-q", "--no-tags", *options, "origin", f"+{commit}:refs/remotes/pull/1/merge", *([] if depth else ["+refs/heads/*:refs/remotes/origin/*"]))
    git(folder, "checkout", "-q", "--force", "refs/remotes/pull/1/merge")
    return folder


# ------------------------------------------------------------------------------------------------ tests


def check_file():
    check("a composite action", ACTION["runs"]["using"] == "composite" and ACTION["name"] and ACTION["description"])
    steps = ACTION["runs"]["steps"]
    check("each step has an id, and a shell or an action", all(step["id"] and ("uses" in step) != ("shell" in step and "run" in step) for step in steps))
    check("no input is pasted into a script", not any("${{" in step.get("run", "") for step in steps))
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"])))
    check("every input is used, and none that is not there", used == set(ACTION["inputs"]), used)
    named = set(re.findall(r"steps\.(\w+)\.", json.dumps(ACTION)))
    check("every step that is named is there", named <= {step["id"] for step in steps}, named)
    check("every input and output says what it is", all(row["description"] for row in [*ACTION["inputs"].values(), *ACTION["outputs"].values()]))


def check_requests(origin, commits):
    event = {"name": "pull_request", "sha": commits["merge"], "event": {"pull_request": {"base": {"sha": commits["old"]}}}}
    wanted = [("warning", "稿/新 文.txt", 1), ("warning", "稿/旧 文.txt", 5)]
    for depth in (1, 2, 0):
        run = Run(check_out(origin, commits["merge"], depth), event, program=PROGRAM)
        check(f"a request at depth {depth}", run.status == 1 and sorted(run.annotations()) == wanted, [run.status, run.log])
        check("its outputs", run.outputs["status"] == "1" and run.outputs["findings"] == "2" and run.outputs["sarif"] == "", run.outputs)
        check("its summary", "kanlint: 2 findings" in run.summary and "稿/新 文.txt:1:8: warning: " in run.summary, run.summary)
    for depth in (1, 0):
        run = Run(check_out(origin, commits["head"], depth), event, program=PROGRAM)
        check(f"the head itself at depth {depth}", run.status == 1 and sorted(run.annotations()) == wanted, [run.status, run.log])
    group = {"name": "merge_group", "sha": commits["merge"], "event": {"merge_group": {"base_sha": commits["base"]}}}
    run = Run(check_out(origin, commits["merge"], 1), group, program=PROGRAM)
    check("a merge queue", run.status == 1 and sorted(run.annotations()) == wanted, [run.status, run.log])
    target = dict(event, name="pull_request_target", sha=commits["base"])
    run = Run(check_out(origin, commits["base"], 1), target, program=PROGRAM)
    check("a request that is not checked out is not clean", run.status == 2 and "the base is checked out, not the request" in run.log, [run.status, run.log])
    check("which its outputs say too", run.outputs["status"] == "2", run.outputs)
    gone = {"name": "pull_request", "sha": "0" * 39 + "1", "event": {"pull_request": {"base": {"sha": "0" * 39 + "2"}}}}
    run = Run(check_out(origin, commits["head"], 1), gone, program=PROGRAM)
    check("a base that is nowhere", run.status == 2 and "fetch-depth: 0" in run.log, [run.status, run.log])
    empty = tempfile.mkdtemp(dir=WORK.name)
    write(empty, "文.txt", fault("无"))
    run = Run(empty, event, program=PROGRAM)
    check("no checkout", run.status == 2 and "put actions/checkout before this step" in run.log, [run.status, run.log])


def check_pushes(origin, commits):
    event = {"name": "push", "sha": commits["merge"], "event": {"before": commits["base"]}}
    folder = check_out(origin, commits["merge"], 1)
    run = Run(folder, event, program=PROGRAM)
    check("a push has all lines", run.status == 1 and len(run.annotations()) == 4, [run.status, run.log])
    run = Run(folder, dict(event, name="pull_request", event={"pull_request": {"base": {"sha": commits["base"]}}}), program=PROGRAM, new_from="none")
    check("all lines of a request", run.status == 1 and len(run.annotations()) == 4, [run.status, run.log])
    run = Run(folder, event, program=PROGRAM, new_from="HEAD")
    check("a revision of one's own", run.status == 0 and not run.annotations() and not run.summary, [run.status, run.log])
    run = Run(folder, event, program=PROGRAM, new_from="nowhere")
    check("a revision that is not there", run.status == 2 and "has no revision “nowhere”" in run.log, [run.status, run.log])
    run = Run(folder, event, program=PROGRAM, paths="稿/新 文.txt\n  稿/主.txt\r\n\n", options="--fail-on=never\n--select=punct")
    check("paths with blanks, and options", run.status == 0 and run.annotations() == [("warning", "稿/新 文.txt", 1), ("warning", "稿/主.txt", 1)], [run.status, run.log])
    run = Run(folder, event, program=PROGRAM, environment={"FORCE_COLOR": "1"}, options="--color=always\n--hyperlinks=always")
    check("colours are not in the way", run.outputs["findings"] == "4" and "kanlint: 4 findings" in run.summary and "\033" not in run.summary, [run.outputs, run.summary])
    run = Run(folder, event, program=PROGRAM, paths="稿\n没有.txt", sarif="k.sarif")
    log = json.load(open(os.path.join(folder, "k.sarif"), encoding="utf-8"))
    check("SARIF", len(log["runs"][0]["results"]) == 4 and run.outputs["sarif"] == "k.sarif", run.outputs)
    check("a path that is not there", run.status == 2 and ("error", "没有.txt", 0) in run.annotations() and run.outputs["status"] == "2", [run.status, run.log])
    run = Run(folder, event, program=PROGRAM, options="--no-such-option")
    check("a wrong option", run.status == 2 and "unknown option" in run.log, [run.status, run.log])
    run = Run(folder, event, program=PROGRAM, paths="$(touch ran)\n`touch ran`\n稿/主.txt; touch ran")
    check("no input is a command", run.status == 2 and not os.path.exists(os.path.join(folder, "ran")), run.log)


def check_hostile(origin, commits):
    folder = check_out(origin, commits["old"], 1)
    write(folder, "多.txt", "##[add-mask]各单位要落实责任...确保安全</pre>。\n" * 300 + "##[error]他说：“没有说完。\n")
    write(folder, "::set-output name=x::y.txt", fault("名") * 20)
    write(folder, "##[error]z.txt", "文\0")
    run = Run(folder, {"name": "push", "sha": commits["old"]}, program=PROGRAM)
    check("what articles and names hold is no command", "##[" not in run.log and len(run.commands) <= 31, run.log[:2000])
    check("what is left out is counted", re.search(r"kanlint: \d+ more findings have no annotation", run.log), run.log[-500:])
    check("the summary is cut, and says so", run.summary.count("</pre>") == 1 and run.summary.count("\n") < 210 and "the first 200 lines" in run.summary, run.summary[:200])
    check("every finding is counted", int(run.outputs["findings"]) >= 320, run.outputs)


def check_install(origin, commits):
    """The action as a runner has it: of its own, and not built."""
    action = os.path.join(WORK.name, "action")
    names = subprocess.run(["git", "-C", TREE, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], capture_output=True, check=True).stdout.decode()
    for name in filter(None, names.split("\0")):
        if os.path.exists(os.path.join(TREE, name)):
            os.makedirs(os.path.dirname(os.path.join(action, name)), exist_ok=True)
            shutil.copy2(os.path.join(TREE, name), os.path.join(action, name))
    folder = check_out(origin, commits["merge"], 1)
    push = {"name": "push", "sha": commits["merge"]}
    quick = {"MAKEFLAGS": "LTO= CFLAGS_release=-O0"} # this is about the action
    run = Run(folder, push, action=action, environment=quick, lint="false")
    check("the action builds its program", run.status == 0 and "::group::kanlint is built" in run.log and run.steps == ["source", "cache", "install"], [run.status, run.log[-1000:]])
    check("puts it on the PATH", open(run.files["GITHUB_PATH"], encoding="utf-8").read().strip() == action + "/build")
    matcher = [line for line in run.commands if line.startswith("::add-matcher::")]
    check("adds its matcher", len(matcher) == 1 and json.load(open(matcher[0].split("::", 2)[2], encoding="utf-8"))["problemMatcher"], run.commands)
    kept = run.cache["path"].split()
    check("what is kept is there", all(os.path.exists(path) for path in kept), kept)
    first = run.cache["key"]
    for path in os.listdir(os.path.join(action, "build")):
        path = os.path.join(action, "build", path)
        if path not in kept:
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    run = Run(folder, push, action=action)
    check("what was kept is enough", run.status == 1 and "is built" not in run.log and len(run.annotations()) == 4, [run.status, run.log])
    check("the key is the same", run.cache["key"] == first, first)
    write(action, "linter/main.c", "#error broken\n")
    os.remove(os.path.join(action, "build", "built"))
    run = Run(folder, push, action=action, environment=quick)
    check("what cannot be built is an error", run.status == 2 and "::error title=kanlint::kanlint cannot be built here" in run.log, [run.status, run.log[-1000:]])
    check("another source has another key", run.cache["key"] != first, first)
    run = Run(folder, push, program="no-such-kanlint")
    check("a program that is not there", run.status == 2 and "there is no program no-such-kanlint" in run.log and run.steps == ["install"], [run.status, run.log])


with open(os.path.join(WORK.name, ".gitconfig"), "w", encoding="utf-8") as settings:
    for setting in SETTINGS:
        name, value = setting.split("=", 1)
        settings.write(f"[{name.split('.')[0]}]\n\t{name.split('.')[1]} = {value}\n")
check_file()
ORIGIN, COMMITS = make_origin()
check_requests(ORIGIN, COMMITS)
check_pushes(ORIGIN, COMMITS)
check_hostile(ORIGIN, COMMITS)
check_install(ORIGIN, COMMITS)
sys.exit(tally.finish())
