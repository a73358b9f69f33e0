#!/usr/bin/env python3
"""The editor server from outside: one client after another, right ones and wrong ones.

usage: tests/lsp.py PROGRAM
"""
import json
import os
import subprocess
import sys
import tempfile
import time

from tally import Tally

PROGRAM = os.path.realpath(sys.argv[1])
WORK = tempfile.TemporaryDirectory()
tally = Tally("lsp")
check = tally.check


class Client:
    def __init__(self, **capabilities):
        environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
        self.process = subprocess.Popen([PROGRAM, "--lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=WORK.name, env=environment)
        self.number = 0
        self.notes = []
        self.capabilities = capabilities

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    @staticmethod
    def framed(message):
        body = json.dumps(dict(message, jsonrpc="2.0"), ensure_ascii=False).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    def send(self, message):
        self.raw(self.framed(message))

    def read(self):
        length = 0
        while True:
            line = self.process.stdout.readline()
            if not line:
                return None
            if line == b"\r\n":
                break
            if line.startswith(b"Content-Length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def notify(self, method, **params):
        self.send({"method": method, "params": params})

    def start(self, method, **params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        return self.number

    def answer(self, number):
        while True:
            message = self.read()
            if message is None or ("method" not in message and message.get("id") == number):
                return message
            self.notes.append(message)

    def request(self, method, **params):
        return self.answer(self.start(method, **params))

    def initialize(self, **params):
        result = self.request("initialize", processId=None, capabilities=self.capabilities, **params)
        self.notify("initialized")
        return result["result"]

    def published(self):
        for index, note in enumerate(self.notes):
            if note.get("method") == "textDocument/publishDiagnostics":
                return self.notes.pop(index)["params"]
        while True:
            message = self.read()
            if message is None or message.get("method") == "textDocument/publishDiagnostics":
                return message and message["params"]
            self.notes.append(message)

    def open(self, uri, text, language="plaintext"):
        self.notify("textDocument/didOpen", textDocument={"uri": uri, "languageId": language, "version": 1, "text": text})

    def change(self, uri, version, *changes):
        self.notify("textDocument/didChange", textDocument={"uri": uri, "version": version}, contentChanges=list(changes))

    def end(self):
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(10)


def uri_of(name):
    return "file://" + os.path.join(os.path.realpath(WORK.name), name)


def span(line, begin, end):
    return {"start": {"line": line, "character": begin}, "end": {"line": line, "character": end}}


def write(name, text):
    path = os.path.join(WORK.name, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def ranges(params, code):
    return [item["range"] for item in params["diagnostics"] if item["code"].split(".")[0] == code]


def pushes():
    for encoding, begin, end in (("utf-8", 13, 19), ("utf-16", 5, 7), ("utf-32", 4, 6)):
        client = Client(general={"positionEncodings": [encoding]}, textDocument={"publishDiagnostics": {"relatedInformation": True}})
        result = client.initialize(rootUri=uri_of(""))
        check("the encoding is negotiated", result["capabilities"]["positionEncoding"] == encoding, result)
        client.open(uri_of("a.txt"), "新闻😀说按装电梯。\n")
        params = client.published()
        check(encoding, ranges(params, "typo_wrong_word") == [span(0, begin, end)], params)
        client.end()


def edits():
    client = Client()
    client.initialize(rootUri=uri_of(""))
    uri = uri_of("b.txt")
    client.open(uri, "第一行没有错。\n第二行😀正在按装电梯。\n")
    params = client.published()
    check("a fault is pushed", ranges(params, "typo_wrong_word") == [span(1, 7, 9)], params)
    check("it has what the protocol asks for", all(key in params["diagnostics"][0] for key in ("severity", "code", "source", "message")), params)
    client.change(uri, 2, {"range": span(1, 7, 9), "text": "安装"})
    params = client.published()
    check("an edit takes it away", ranges(params, "typo_wrong_word") == [] and params["version"] == 2, params)
    client.change(uri, 3, {"range": span(0, 0, 0), "text": "按装\r"}, {"range": {"start": {"line": 99, "character": 0}, "end": {"line": 99, "character": 5}}, "text": "自已。\n"})
    params = client.published()
    check("a lone return ends a line, positions past the end are the end", ranges(params, "typo_wrong_word") == [span(0, 0, 2), span(3, 0, 2)], params)
    change = {"textDocument": {"uri": uri, "version": 4}, "contentChanges": [{"text": "按装电梯。\n"}]}
    place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}}
    client.raw(client.framed({"method": "textDocument/didChange", "params": change}) + client.framed({"id": "h", "method": "textDocument/hover", "params": place}))
    check("a question that comes with a change is answered of the new text", client.answer("h")["result"]["range"] == span(0, 0, 2))
    check("and the change is pushed all the same", ranges(client.published(), "typo_wrong_word") == [span(0, 0, 2)])
    client.change(uri, 5, {"text": "全文换掉。\n"})
    check("the whole text is replaced", client.published()["diagnostics"] == [])
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    check("a closed document shows nothing", client.published()["diagnostics"] == [])
    check("the server ends with 0", client.end() == 0)


def fixes():
    client = Client(workspace={"workspaceEdit": {"documentChanges": True}})
    client.initialize(rootUri=uri_of(""))
    uri = uri_of("c.txt")
    text = "他们按装电梯，靠的是自已。\n"
    client.open(uri, text)
    client.published()
    document = {"uri": uri}
    actions = client.request("textDocument/codeAction", textDocument=document, range=span(0, 2, 2), context={"diagnostics": [], "only": ["quickfix"]})["result"]
    check("one quick fix for the place", len(actions) == 1 and actions[0]["kind"] == "quickfix", actions)
    change = actions[0]["edit"]["documentChanges"][0]
    check("it says what it resolves", [item["range"] for item in actions[0]["diagnostics"]] == [span(0, 2, 4)], actions)
    check("it edits that version", change["textDocument"] == {"uri": uri, "version": 1} and change["edits"] == [{"range": span(0, 2, 4), "newText": "安装"}], change)
    actions = client.request("textDocument/codeAction", textDocument=document, range=span(0, 0, 0), context={"diagnostics": [], "only": ["source.fixAll"]})["result"]
    edit = actions[0]["edit"]["documentChanges"][0]["edits"][0]
    named = client.request("textDocument/codeAction", textDocument=document, range=span(0, 0, 0), context={"diagnostics": [], "only": ["source.fixAll.kanlint"]})["result"]
    check("fix all by the server's name", [item["kind"] for item in named] == ["source.fixAll.kanlint"] and named[0]["edit"] == actions[0]["edit"], named)
    begin, end = edit["range"]["start"]["character"], edit["range"]["end"]["character"]
    check("fix all writes what --fix does", text[:begin] + edit["newText"] + text[end:] == "他们安装电梯，靠的是自己。\n", edit)
    page = client.request("textDocument/hover", textDocument=document, position={"line": 0, "character": 3})["result"]
    check("the page of the check", page["contents"]["kind"] == "markdown" and "# typo_wrong_word" in page["contents"]["value"], page)
    check("no page elsewhere", client.request("textDocument/hover", textDocument=document, position={"line": 0, "character": 0})["result"] is None)
    client.end()


def pulls():
    write("site/one.txt", "他们按装电梯。\n")
    write("site/deep/two.md", "# 标题\n\n没有错。\n")
    write("site/three.bin", "按装\n")
    client = Client(textDocument={"diagnostic": {}}, workspace={"diagnostics": {"refreshSupport": True}, "didChangeWatchedFiles": {"dynamicRegistration": True}})
    client.initialize(workspaceFolders=[{"uri": uri_of("site"), "name": "site"}])
    one = {"uri": uri_of("site/one.txt")}
    client.open(one["uri"], "他们按装电梯。\n")
    report = client.request("textDocument/diagnostic", textDocument=one)["result"]
    check("a pulled report", report["kind"] == "full" and [item["code"] for item in report["items"]] == ["typo_wrong_word"], report)
    check("a server that is asked pushes nothing", not any(note.get("method") == "textDocument/publishDiagnostics" for note in client.notes), client.notes)
    check("it asks to watch the configuration", any(note.get("method") == "client/registerCapability" for note in client.notes), client.notes)
    again = client.request("textDocument/diagnostic", textDocument=one, previousResultId=report["resultId"])["result"]
    check("nothing new", again == {"kind": "unchanged", "resultId": report["resultId"]}, again)
    client.notes.clear()
    whole = client.request("workspace/diagnostic", previousResultIds=[], workDoneToken="t")["result"]
    found = {os.path.basename(item["uri"]): item for item in whole["items"]}
    check("every article of the folder", sorted(found) == ["one.txt", "two.md"], whole)
    check("the open one with its version", found["one.txt"]["version"] == 1 and found["two.md"]["version"] is None, whole)
    kinds = [note["params"]["value"]["kind"] for note in client.notes if note.get("method") == "$/progress"]
    check("progress", kinds[0] == "begin" and kinds[-1] == "end" and "report" in kinds, kinds)
    ids = [{"uri": item["uri"], "value": item["resultId"]} for item in whole["items"]]
    os.remove(os.path.join(WORK.name, "site/deep/two.md"))
    write("site/bad/五.txt", "按装\0\0\n")
    write("site/bad/六.txt", "按装\0\0\n")
    client.notes.clear()
    for _ in range(2):
        items = client.request("workspace/diagnostic", previousResultIds=ids)["result"]["items"]
        found = {os.path.basename(item["uri"]): item for item in items}
        check("what has not changed, what is gone", {name: item["kind"] for name, item in found.items()} == {"one.txt": "unchanged", "two.md": "full"} and found["two.md"]["items"] == [], items)
    said = [note["params"]["message"] for note in client.notes if note.get("method") == "window/showMessage"]
    check("what cannot be read is said once", len(said) == 2 and all(name in "".join(said) for name in ("五", "六")), said)
    for name in ("五", "六"):
        os.remove(os.path.join(WORK.name, f"site/bad/{name}.txt"))
    client.notes.clear()
    answer = client.request("workspace/diagnostic", previousResultIds=[], partialResultToken=7)["result"]
    parts = [note["params"] for note in client.notes if note.get("method") == "$/progress"]
    check("all in parts, none in the answer", answer == {"items": []} and [len(part["value"]["items"]) for part in parts if part["token"] == 7] == [1], parts)
    report = client.request("textDocument/diagnostic", textDocument={"uri": uri_of("site/one.txt").replace("one", "closed")})["result"]
    check("a document that is nowhere", report == {"kind": "full", "items": []}, report)
    write("site/closed.txt", "靠的是自已。\n")
    report = client.request("textDocument/diagnostic", textDocument={"uri": uri_of("site/closed.txt")})["result"]
    check("one that is not open is what the disk holds", [item["range"] for item in report["items"]] == [span(0, 3, 5)], report)
    os.remove(os.path.join(WORK.name, "site/closed.txt"))
    os.mkfifo(os.path.join(WORK.name, "site/pipe.txt"))
    for uri in (uri_of("site/pipe.txt"), "file:///dev/zero", "file:///", "file://", "file:-", uri_of("site")):
        check("what is no file is not read", client.request("textDocument/diagnostic", textDocument={"uri": uri})["result"] == {"kind": "full", "items": []}, uri)
    client.request("workspace/diagnostic", previousResultIds=[])
    os.remove(os.path.join(WORK.name, "site/pipe.txt"))
    write("site/.kanlint.yaml", "checks:\n  typo_wrong_word: off\n")
    client.notes.clear()
    client.notify("workspace/didChangeWatchedFiles", changes=[{"uri": uri_of("site/.kanlint.yaml"), "type": 1}])
    report = client.request("textDocument/diagnostic", textDocument=one, previousResultId=report["resultId"])["result"]
    check("a new configuration holds", report["kind"] == "full" and report["items"] == [], report)
    check("the client is told to ask again", any(note.get("method") == "workspace/diagnostic/refresh" for note in client.notes), client.notes)
    write("site/.kanlint.yaml", "checks:\n  typo_wrong_wort: off\n")
    client.notes.clear()
    client.notify("workspace/didChangeWatchedFiles", changes=[{"uri": uri_of("site/.kanlint.yaml"), "type": 2}])
    client.request("textDocument/diagnostic", textDocument=one)
    said = [note["params"]["message"] for note in client.notes if note.get("method") == "window/showMessage"]
    check("a wrong configuration is said once", len(said) == 1 and "did you mean “typo_wrong_word”" in said[0], client.notes)
    os.remove(os.path.join(WORK.name, "site/.kanlint.yaml"))
    write("other/four.txt", "靠的是自已。\n")
    client.notify("workspace/didChangeWatchedFiles", changes=[{"uri": uri_of("site/.kanlint.yaml"), "type": 3}])
    client.notify("workspace/didChangeWorkspaceFolders", event={"added": [{"uri": uri_of("other"), "name": "other"}], "removed": [{"uri": uri_of("site"), "name": "site"}]})
    whole = client.request("workspace/diagnostic", previousResultIds=[])["result"]
    check("another folder", [os.path.basename(item["uri"]) for item in whole["items"]] == ["four.txt"], whole)
    check("the server ends with 0", client.end() == 0)


def restarted():
    write("again/one.txt", "他们按装电梯。\n")
    one, previous = {"uri": uri_of("again/one.txt")}, None
    for wanted in (["typo_wrong_word"], []):
        client = Client(textDocument={"diagnostic": {}})
        client.initialize(rootUri=uri_of("again"))
        report = client.request("textDocument/diagnostic", textDocument=one, **({"previousResultId": previous} if previous else {}))["result"]
        check("a result from before the start is not taken for today's", [item["code"] for item in report.get("items", [{"code": "unchanged"}])] == wanted, report)
        previous = report["resultId"]
        client.end()
        write("again/.kanlint.yaml", "checks:\n  typo_wrong_word: off\n")


def unwatched():
    client = Client()
    client.initialize(rootUri=uri_of("quiet"))
    uri, text = uri_of("quiet/deep/one.txt"), "他们按装电梯。\n"
    client.open(uri, text)
    check("before", len(client.published()["diagnostics"]) == 1)
    write("quiet/.kanlint.yaml", "checks:\n  typo_wrong_word: off\n")
    client.change(uri, 2, {"text": "昨天" + text})
    check("a configuration that came holds from the next change", client.published()["diagnostics"] == [])
    write("quiet/.kanlint.yaml", "checks:\n  typo_wrong_word: error\n# longer\n")
    client.notify("textDocument/didSave", textDocument={"uri": uri})
    check("one that changed from the next save", [item["severity"] for item in client.published()["diagnostics"]] == [1])
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    client.published()
    os.remove(os.path.join(WORK.name, "quiet/.kanlint.yaml"))
    client.open(uri, text)
    check("one that is gone from the next document", [item["severity"] for item in client.published()["diagnostics"]] == [2])
    client.open(uri_of("quiet/two.txt"), text)
    client.published()
    check("the server ends with 0", client.end() == 0)


def cancels():
    for i in range(400):
        write(f"many/{i}.txt", "他们正在按装电梯，靠的是自已。\n" * 200)
    client = Client(textDocument={"diagnostic": {}})
    client.initialize(rootUri=uri_of("many"))
    number = client.start("workspace/diagnostic", previousResultIds=[])
    waiting = client.start("textDocument/hover", textDocument={"uri": uri_of("many/1.txt")}, position={"line": 0, "character": 0})
    client.notify("$/cancelRequest", id=waiting)
    client.notify("$/cancelRequest", id=number)
    answers = {}
    while len(answers) < 2:
        message = client.read()
        answers[message["id"]] = message
    check("a request that waits is cancelled", answers[waiting].get("error", {}).get("code") == -32800, answers[waiting])
    check("a request that runs is cancelled", answers[number].get("error", {}).get("code") == -32800, str(answers[number])[:200])
    client.end()


def wrong_clients():
    client = Client()
    check("initialize comes first", client.request("textDocument/hover")["error"]["code"] == -32002)
    client.notify("textDocument/didOpen", textDocument={"uri": uri_of("early.txt"), "text": "按装"})
    client.initialize()
    check("initialize comes once", client.request("initialize")["error"]["code"] == -32600)
    check("an unknown method", client.request("textDocument/unknown")["error"]["code"] == -32601)
    client.notify("unknown/notification")
    client.raw(b"Content-Length: 5\r\n\r\n{bad}")
    check("no JSON", client.read()["error"]["code"] == -32700)
    client.raw(b"Content-Length: many\r\n\r\n")
    check("no length", client.read()["error"]["code"] == -32700)
    client.raw(b"Content-Length: 99999999999999999999\r\n\r\n")
    check("a length that cannot be", client.read()["error"]["code"] == -32700)
    client.raw(b"X-Other: 1\r\nContent-Length: 2\r\n\r\n[]")
    check("a message that is a list", client.read()["error"]["code"] == -32600)
    client.raw(b"Content-Length: 4\r\n\r\nnull")
    check("a message that is nothing", client.read()["error"]["code"] == -32600)
    client.raw(b"garbage" * 3000)
    check("garbage", client.read()["error"]["code"] == -32700)
    while True:  # the rest of the garbage may be said too
        client.send({"id": "x", "method": "textDocument/diagnostic", "params": {"textDocument": 7}})
        message = client.read()
        if message.get("id") == "x":
            break
    check("parameters of a wrong type", message["error"]["code"] == -32602, message)
    for params in ({}, {"textDocument": {}}, {"textDocument": {"uri": 3}}, {"textDocument": {"uri": uri_of("gone.txt")}, "range": {"start": -1}, "contentChanges": [7, {"text": 3}]}):
        for method in ("textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave", "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders"):
            client.notify(method, **params)
        for method in ("textDocument/codeAction", "textDocument/hover", "workspace/diagnostic"):
            check(method, "result" in client.request(method, **params))
    uri = uri_of("odd.txt")
    client.open(uri, "按装")
    client.change(uri, 2, {"range": {"start": {"line": 1e30, "character": 1e30}, "end": {"line": -5, "character": -5}}, "text": "自已"})
    client.change(uri, 3, {"range": {"start": {"line": "a"}, "end": None}, "text": ""})
    params = client.published()
    while params["version"] < 3:
        params = client.published()
    check("positions that are none are the ends of the text", ranges(params, "typo_wrong_word") == [span(0, 0, 2)], params)
    client.open(uri_of("closing.txt"), "按装")
    client.notify("textDocument/didClose", textDocument={"uri": uri_of("closing.txt")})
    client.change(uri_of("closing.txt"), 2, {"text": "按装"})
    check("it still answers", client.request("textDocument/hover", textDocument={"uri": uri}, position={"line": 0, "character": 0})["result"]["range"] == span(0, 0, 2))
    check("after shutdown", client.request("shutdown")["result"] is None and client.request("textDocument/hover")["error"]["code"] == -32600)
    client.notify("exit")
    check("it ends with 0", client.process.wait(10) == 0)
    client = Client()
    client.process.stdin.close()
    check("a client that goes away", client.process.wait(10) == 1)


def large():
    client = Client()
    client.initialize()
    uri = uri_of("large.txt")
    client.open(uri, "这一段文字没有错，读者可以放心。\n" * 1100000)
    check("50 MB", client.published()["uri"] == uri)
    client.change(uri, 2, {"range": span(1000000, 0, 0), "text": "按装"})
    found = ranges(client.published(), "typo_wrong_word")
    check("and an edit far inside", found == [span(1000000, 0, 2)], str(found)[:200])
    client.end()


def speed():
    client = Client()
    client.initialize()
    uri = uri_of("speed.txt")
    client.open(uri, "他们在院子里种了两棵石榴树，一棵开红花，一棵开白花，到了秋天都结了果。\n\n" * 140)
    client.published()
    times = []
    for i in range(60):
        begin = time.perf_counter()
        client.change(uri, 2 + i, {"range": span(100, 3, 3), "text": "的"})
        client.published()
        times.append(time.perf_counter() - begin)
    times.sort()
    print(f"lsp: from a change in 5,000 characters to its diagnostics {1000 * times[len(times) // 2]:.1f} ms")


for part in (pushes, edits, fixes, pulls, restarted, unwatched, cancels, wrong_clients, large, speed):
    part()
sys.exit(tally.finish())
