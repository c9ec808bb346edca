#!/usr/bin/env python3
"""Exports questions in every format and reads them back with programs that are not ours.

Usage: Tests/Formats/check.py [KPO]

KPO is the program, by default .build/debug/kpo. Questions come from the built-in bank and from a bank whose names and
descriptions are hostile to the formats. What `kpo export --format json` says is the truth; all else must say the same:

  gift        read by pygiftparser, escapes taken back here
  moodle-xml  read by lxml
  qti         read by zipfile and lxml, with the order of elements and all references checked
  anki        imported by anki's own importer into a new collection, twice
  aiken       read here, by the three rules it has
  csv, json   read by Python's own readers
  markdown, html  each question has its number and its key

Needs `pip install pygiftparser anki lxml`; a format whose package is missing is skipped with a reason. Exits with 1 if
anything differs.
"""

import collections
import csv
import html
import io
import json
import logging
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

SEED = "7"
# Each must be a name in a bank: it has a letter, no bracket at its end, and no two look alike.
HOSTILE = [
    r"alpha \ back\slash \n \\", "bravo {curly} ~tilde =equals #hash :colon", "charlie ::double::", "delta // comment",
    "echo <b>bold</b> & &amp", "foxtrot > &amp x", "=golf()+1", "+hotel", "-india", "@juliett",
    "kilo \"quoted\", 'single'", "// lima", "::mike", "$CATEGORY: november", "A. oscar", "ANSWER: papa", "# quebec",
    "%50%romeo", "~sierra", "*tango* \\* **", "{{c1::uniform}} {=x}", "victor_x \\( y \\)", "$$whiskey$$",
    "שלום xray", "مرحبا yankee", "👩‍👩‍👧 zulu 🇩🇪 ❤️", "e\u0301cole ünder", "<script>alert(1)</script>", "TRUE story",
    "a tab-free &nbsp one", "'apostrophe", "100% sure", "C++ and C#", "one \\| two", "x -> arrow",
]

MEANINGS = [
    "=a formula & <i>markup</i>", "]]> the end of <![CDATA[ it", "\\\\alpha ~gamma", "// a comment # and : more",
    "[sound:x.mp3] [html] &amp; &lt;b&gt;", "@at %50%of", "ANSWER: a word", "שלום \"quoted\", and 'so'",
]
GROUPS = {
    "=rot #1": ["&rose", "%25%rubin", "~rowan", "<rust/>", "+red"], "@blau //2": ["<b>indigo", "azur\\\\", "-navy", "\"cobalt\""],
    "::grün::": ["*olive*", "לימון lime", "jade = jade", "A. moss", "// fern"],
}


def hostile_bank():
    meanings = ["-> an arrow {and} braces"] + [MEANINGS[number % len(MEANINGS)] for number in range(1, len(HOSTILE))]
    rows = "\n".join(f"| {name} | {meaning} number {number * 7919} |"
                     for number, (name, meaning) in enumerate(zip(HOSTILE, meanings)))
    members = "\n".join(f"| {group} | {'; '.join(names)} |" for group, names in GROUPS.items())
    return f"""---
bank: hostile
title: Hostile = {{x}} / ]]> & "texts"
---

## Names: <b> ~ # / {{x}} {{#first}}

> descriptions: Meaning
> ask Name from Meaning: Which name \\ = ~ # : <b> ]]> is meant by this: {{Meaning}}?
> ask Meaning from Name: =What & -> "is" meant by {{Name}}?
> why: {{Name}} <i>means</i> {{Meaning}}.

| Name | Meaning |
|------|---------|
{rows}

## [Groups] -> ~more~ {{#second}}

> lists: complete
> ask Group from Member: To which =group <i>does</i> {{Member}} belong?
> ask Member from Group: Who # is a member of {{Group}} & no other?

| Group | Member |
|-------|--------|
{members}
"""


class Export:
    """What one bank gives in every format."""

    def __init__(self, kpo, root, bank, kinds=()):
        self.kpo, self.root, self.bank = kpo, root, bank
        self.items = {}
        self.items = {item["id"]: item for item in map(json.loads, self.text("json").splitlines())}

    def run(self, format, path, options=()):
        arguments = [self.kpo, "export", "--format", format, "--bank", self.bank, "--seed", SEED, "--count", "400",
                     "--output", path, *options]
        environment = {"HOME": self.root, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "1000"}
        run = subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=120)
        if run.returncode != 0:
            sys.exit(f"{' '.join(arguments)}: {run.stderr}")
        self.count = int(run.stderr.split()[0])
        self.told = run.stderr
        return path

    def path(self, format, options=()):
        return self.run(format, f"{tempfile.mkdtemp(dir=self.root)}/{format}", options)

    def text(self, format, options=()):
        with open(self.path(format, options), encoding="utf-8", newline="") as file:
            return file.read()


class Differences(list):
    def expect(self, found, wanted, place):
        if found != wanted:
            self.append(f"{place}: found {found!r} instead of {wanted!r}")


def right(item):
    """The texts that are right, as a sorted list; pairs of a matching item."""
    if "accepted" in item:
        return sorted(item["accepted"])
    if "premises" in item:
        return sorted([premise, item["responses"][answer]] for premise, answer in zip(item["premises"], item["answers"]))
    answers = item["answers"] if "answers" in item else [item["answer"]]
    return sorted(item["options"][answer] for answer in answers)


def texts(item):
    """What stands in the braces of GIFT."""
    return [text for key in ("options", "accepted", "premises", "responses", "feedback") for text in item.get(key, [])]


def extra(item):
    used = set(item["answers"])
    return sorted(text for index, text in enumerate(item["responses"]) if index not in used)


def literal_stars(text):
    return text.replace("\\*", "*")


def check_gift(export, wrong):
    logging.disable(logging.CRITICAL)
    from pygiftparser import parser

    def plain(text):
        text = text.strip()
        text = re.sub(r"^\[plain\]", "", text)
        return re.sub(r"\\([\\#=~{}:n])", lambda match: "\n" if match[1] == "n" else match[1], text)

    questions = parser.parseFile(io.StringIO(export.text("gift")))
    wrong.expect(len(questions), export.count, "questions")
    beyond = 0
    for question in questions:
        # Its pattern of a title ends at an escaped colon, but our titles have none.
        item = export.items[plain(question.title)]
        place = item["id"]
        # pygiftparser takes \\n apart before it looks for \\\\, and ends the answers at an escaped brace.
        if "\\n" not in item["stem"]:
            wrong.expect(plain(question.text), item["stem"], f"{place}, stem")
        if any("}" in text for text in texts(item)):
            beyond += 1
            continue
        if not question.answers:
            wrong.append(f"{place}: pygiftparser finds no answers")
            continue
        answers = question.answers.__dict__.get("answers")
        if item["kind"] == "true-false":
            wrong.expect(question.answers.answer, item["answer"] == 0, f"{place}, answer")
            wrong.expect(plain(question.answers.feedbackCorrect), item["feedback"][item["answer"]], f"{place}, feedback")
            wrong.expect(plain(question.answers.feedbackWrong), item["feedback"][1 - item["answer"]], f"{place}, feedback")
        elif "premises" in item:
            pairs = [[plain(answer.question), plain(answer.answer)] for answer in answers]
            wrong.expect(sorted(pair for pair in pairs if pair[0]), right(item), f"{place}, pairs")
            wrong.expect(sorted(pair[1] for pair in pairs if not pair[0]), extra(item), f"{place}, extra responses")
        elif "accepted" in item:
            wrong.expect(sorted(literal_stars(plain(answer.answer)) for answer in answers), right(item), f"{place}, accepted")
        else:
            for answer in answers:
                # Moodle takes an arrow beside a wrong option for text, pygiftparser for a pair.
                if answer.isMatching:
                    answer.answer = f"{answer.question}->{answer.answer}"
            wrong.expect([plain(answer.answer) for answer in answers], item["options"], f"{place}, options")
            wrong.expect(sorted(plain(answer.answer) for answer in answers if answer.fraction > 0), right(item), f"{place}, key")
            wrong.expect([plain(answer.feedback) for answer in answers], item["feedback"], f"{place}, feedback")
    if beyond:
        export.told += f"\n{beyond} with a }} in an answer, where pygiftparser stops reading"
    return len(questions)


def check_moodle_xml(export, wrong):
    from lxml import etree

    root = etree.parse(export.path("moodle-xml")).getroot()
    wrong.expect(root.tag, "quiz", "root")
    category, numbers, count = None, set(), 0

    def text(node, path):
        return node.findtext(f"{path}/text") or ""

    def shown(node, path):
        return html.unescape(text(node, path).replace("<br>", "\n"))

    for question in root:
        if question.get("type") == "category":
            category = text(question, "category")
            continue
        count += 1
        item = export.items[text(question, "name")]
        place = item["id"]
        wrong.expect(shown(question, "questiontext"), item["stem"], f"{place}, stem")
        number = question.findtext("idnumber")
        if number:
            wrong.expect((category, number) in numbers, False, f"{place}, idnumber {number} is used twice")
            wrong.expect(len(number) <= 100, True, f"{place}, length of its idnumber")
            numbers.add((category, number))
        if len(item["facts"]) == 1 and number:
            wrong.expect(number.split("|")[0] in (item["facts"][0], item["id"]), True, f"{place}, idnumber {number}")
        kind = question.get("type")
        answers = question.findall("answer")
        if kind in ("multichoice", "matching"):
            wrong.expect(question.findtext("shuffleanswers"), "true", f"{place}, shuffleanswers")
        if kind == "multichoice":
            options = [html.unescape(answer.findtext("text")) for answer in answers]
            fractions = [float(answer.get("fraction")) for answer in answers]
            wrong.expect(options, item["options"], f"{place}, options")
            wrong.expect(sorted(o for o, f in zip(options, fractions) if f > 0), right(item), f"{place}, key")
            wrong.expect(abs(sum(f for f in fractions if f > 0) - 100) < 0.001, True, f"{place}, sum of weights")
            wrong.expect(question.findtext("single"), str("answer" in item).lower(), f"{place}, single")
            wrong.expect([shown(answer, "feedback") for answer in answers], item["feedback"], f"{place}, feedback")
        elif kind == "truefalse":
            wrong.expect([answer.findtext("text") for answer in answers], ["true", "false"], f"{place}, options")
            wrong.expect([answer.get("fraction") for answer in answers].index("100"), item["answer"], f"{place}, key")
        elif kind == "shortanswer":
            wrong.expect(sorted(literal_stars(answer.findtext("text")) for answer in answers), right(item), f"{place}, accepted")
        else:
            pairs = [[html.unescape(pair.findtext("text") or ""), text(pair, "answer")] for pair in question.findall("subquestion")]
            wrong.expect(sorted(pair for pair in pairs if pair[0]), right(item), f"{place}, pairs")
            wrong.expect(sorted(pair[1] for pair in pairs if not pair[0]), extra(item), f"{place}, extra responses")
    wrong.expect(count, export.count, "questions")
    return count


def check_qti(export, wrong):
    from lxml import etree

    qti = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
    package = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
    order = ["responseDeclaration", "outcomeDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing"]
    count = 0

    def text(node):
        return "".join((node.text or "") + "".join(("\n" if child.tag == f"{qti}br" else "") + (child.tail or "") for child in node)
                       for node in [node])

    with zipfile.ZipFile(export.path("qti")) as archive:
        wrong.expect(archive.testzip(), None, "checksums")
        wrong.expect(archive.namelist()[0], "imsmanifest.xml", "first file")
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        resources = manifest.findall(f"{package}resources/{package}resource")
        wrong.expect([r.get("href") for r in resources], archive.namelist()[1:], "files of the manifest")
        for resource in resources:
            count += 1
            node = etree.fromstring(archive.read(resource.get("href")))
            place = node.get("identifier")
            item = export.items[place]
            wrong.expect(resource.get("identifier"), place, f"{place}, identifier")
            wrong.expect(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", place) is not None, True, f"{place}, NCName")
            tags = [etree.QName(child).localname for child in node]
            wrong.expect(tags[:5], order, f"{place}, order")
            wrong.expect(set(tags[5:]) <= {"modalFeedback"}, True, f"{place}, order")
            identifiers = [n.get("identifier") for n in node.iter(f"{qti}simpleChoice", f"{qti}simpleAssociableChoice")]
            wrong.expect(len(identifiers), len(set(identifiers)), f"{place}, identifiers")
            values = [value.text for value in node.findall(f"{qti}responseDeclaration/{qti}correctResponse/{qti}value")]
            named = {n.get("identifier"): text(n) for n in node.iter(f"{qti}simpleChoice", f"{qti}simpleAssociableChoice")}
            told = {n.get("identifier"): text(n) for n in node.findall(f"{qti}modalFeedback")}
            if "accepted" in item:
                wrong.expect(values, [item["answer"]], f"{place}, key")
                wrong.expect(sorted(n.get("mapKey") for n in node.iter(f"{qti}mapEntry")), right(item), f"{place}, accepted")
                stem = node.find(f"{qti}itemBody/{qti}div/{qti}p")
            else:
                stem = next(node.iter(f"{qti}prompt"))
            wrong.expect(text(stem), item["stem"], f"{place}, stem")
            if "options" in item:
                wrong.expect(list(named.values()), item["options"], f"{place}, options")
                wrong.expect(sorted(named[value] for value in values), right(item), f"{place}, key")
                wrong.expect([told[name] for name in named], item["feedback"], f"{place}, feedback")
            elif "premises" in item:
                pairs = sorted([named[name] for name in value.split()] for value in values)
                wrong.expect(pairs, right(item), f"{place}, pairs")
                wrong.expect(list(named.values()), item["premises"] + item["responses"], f"{place}, texts")
    wrong.expect(count, export.count, "questions")
    return count


def check_anki(export, wrong):
    from anki.collection import Collection, ImportCsvRequest

    path = export.path("anki")
    os.rename(path, f"{path}.txt")
    collection = Collection(f"{tempfile.mkdtemp(dir=export.root)}/collection.anki2")

    def load():
        metadata = collection.get_csv_metadata(path=f"{path}.txt", delimiter=None)
        return collection.import_csv(ImportCsvRequest(path=f"{path}.txt", metadata=metadata)).log

    def composed(text):
        # Anki keeps all text in NFC.
        return unicodedata.normalize("NFC", text)

    try:
        log = load()
        wrong.expect(len(log.new), export.count, "new notes")
        wrong.expect(len(log.first_field_match) + len(log.conflicting) + len(log.empty_first_field), 0, "notes refused")
        again = load()
        wrong.expect((len(again.new), len(again.updated) + len(again.duplicate)), (0, export.count), "second import: new, known")
        byguid = collections.defaultdict(list)
        for item in export.items.values():
            byguid[tuple(sorted(map(composed, item["facts"]))), item["kind"], item["ask"]["from"], item["ask"]["to"]].append(item)
        decks = set()
        for id in collection.find_notes(""):
            note = collection.get_note(id)
            first, kind, start, end, *others = note.guid.split("|")
            item = byguid[tuple(sorted(map(composed, [first, *others]))), kind, start, end][0]
            place = note.guid
            front, back = note.fields
            wrong.expect(note.note_type()["name"], "Basic", f"{place}, note type")
            wrong.expect(sorted(note.tags), sorted([f"bank::{item['bank']}", f"section::{item['section']}", f"kind::{kind}"]), f"{place}, tags")
            decks.update(collection.decks.name(card.did) for card in note.cards())
            stem, *lists = front.split("<ol type=")
            wrong.expect(html.unescape(stem.replace("<br>", "\n")), composed(item["stem"]), f"{place}, stem")
            shown = [html.unescape(text) for part in lists for text in re.findall(r"<li>(.*?)</li>", part, re.S)]
            wanted = item.get("premises", []) + item.get("responses", []) + ([] if kind == "true-false" else item.get("options", []))
            wrong.expect(shown, [composed(text) for text in wanted], f"{place}, front")
            bold = [html.unescape(text) for text in re.findall(r"<b>(.*?)</b>", back, re.S)]
            letter = "abcdefghijklmnop"
            if "accepted" in item:
                answers = [" or ".join(item["accepted"])]
            elif "premises" in item:
                answers = [f"{n + 1}{letter[a]} {p}: {item['responses'][a]}" for n, (p, a) in enumerate(zip(item["premises"], item["answers"]))]
            elif kind == "true-false":
                answers = [item["options"][item["answer"]]]
            else:
                answers = [f"{letter[a]}) {item['options'][a]}" for a in item.get("answers", [item.get("answer")])]
            wrong.expect(bold, [composed(text) for text in answers], f"{place}, answer")
            for part in lists + [back]:
                wrong.expect("[sound:" in part, False, f"{place}, sound")
        wrong.expect(len(decks), 1, "decks")
    finally:
        collection.close()
    return export.count


def check_aiken(export, wrong):
    blocks = export.text("aiken").split("\n\n")
    bystem = collections.defaultdict(list)
    for item in export.items.values():
        bystem[item["stem"], tuple(item.get("options", []))].append(item)
    for block in blocks:
        stem, *options, answer = block.strip("\n").split("\n")
        texts = [option[3:] for option in options]
        wrong.expect([option[:3] for option in options], [f"{chr(65 + n)}. " for n in range(len(options))], f"{stem}, letters")
        wrong.expect(re.match(r"([A-Z][.)]|ANSWER:)", stem), None, f"{stem}, stem")
        items = bystem[stem, tuple(texts)]
        wrong.expect([chr(65 + item["answer"]) for item in items][:1], [answer.removeprefix("ANSWER: ")], f"{stem}, key")
    wrong.expect(len(blocks), export.count, "questions")
    return len(blocks)


def check_csv(export, wrong):
    text = export.text("csv", ["--bom"])
    wrong.expect(text[0], "\ufeff", "byte order mark")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    wrong.expect(text.count("\r\n"), len(rows) + 1, "line ends")

    def cell(text):
        guarded = len(text) > 1 and text[0] == "'" and text[1] in "=+-@\t\r"
        return text[1:] if guarded else text

    def lines(text):
        return cell(text).split("\n") if text else []

    for row in rows:
        item = export.items[row["id"]]
        place = item["id"]
        for value in row.values():
            wrong.expect(value[:1] in tuple("=+-@\t\r"), False, f"{place}, formula {value!r}")
        wrong.expect(cell(row["question"]), item["stem"], f"{place}, stem")
        wrong.expect((row["kind"], row["bank"], row["section"]), (item["kind"], item["bank"], item["section"]), place)
        wrong.expect(lines(row["premises"]), item.get("premises", []), f"{place}, premises")
        wrong.expect(lines(row["options"]), item.get("responses", item.get("options", [])), f"{place}, options")
        if "premises" in item:
            answers = [item["responses"][answer] for answer in item["answers"]]
            wrong.expect(lines(row["answers"]), answers, f"{place}, answers")
        else:
            wrong.expect(sorted(lines(row["answers"])), right(item), f"{place}, answers")
        wrong.expect(lines(row["feedback"]), item["feedback"], f"{place}, feedback")
        wrong.expect(lines(row["facts"]), item["facts"], f"{place}, facts")
    wrong.expect(len(rows), export.count, "questions")
    return len(rows)


def check_json(export, wrong):
    run = subprocess.run(
        [export.kpo, "questions", "--format", "json", "--bank", export.bank, "--seed", SEED, "--count", "20"],
        env={"HOME": export.root, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}, capture_output=True, text=True)
    for line in run.stdout.splitlines():
        item = json.loads(line)
        wrong.expect(export.items.get(item["id"]), item, item["id"])
    return len(export.items)


def check_paper(export, wrong, format, pattern):
    path = export.path(format)
    for name in (path, f"{path}-key"):
        with open(name, encoding="utf-8") as file:
            wrong.expect(len(re.findall(pattern, file.read(), re.M)), export.count, f"questions in {os.path.basename(name)}")
    return export.count


CHECKS = {
    "json": check_json, "csv": check_csv, "aiken": check_aiken, "gift": check_gift, "moodle-xml": check_moodle_xml,
    "qti": check_qti, "anki": check_anki,
    "markdown": lambda export, wrong: check_paper(export, wrong, "markdown", r"^\d+\. "),
    "html": lambda export, wrong: check_paper(export, wrong, "html", r'<li class="question">'),
}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    kpo = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else f"{here}/../../.build/debug/kpo")
    different = 0
    with tempfile.TemporaryDirectory(prefix="kpo-formats-") as root:
        hostile = f"{root}/hostile.md"
        with open(hostile, "w", encoding="utf-8") as file:
            file.write(hostile_bank())
        for bank in ("kpo", hostile):
            export = Export(kpo, root, bank)
            kinds = {item["kind"] for item in export.items.values()}
            print(f"{os.path.basename(bank)}: {len(export.items)} questions of {len(kinds)} kinds")
            for format, check in CHECKS.items():
                wrong = Differences()
                try:
                    count = check(export, wrong)
                except ImportError as error:
                    print(f"  {format}: skipped, {error}; see the top of this script")
                    continue
                left = " ".join(export.told.split("\n")[1:]).strip()
                print(f"  {format}: {count} questions read back, {len(wrong)} differences" + (f" ({left})" if left else ""))
                for difference in wrong[:10]:
                    print(f"    {difference}")
                different += len(wrong)
    print(f"{different} differences found")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
