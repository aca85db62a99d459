"""Files whose parts are not where they belong, or that are none of ours: what is said, and the way out."""

import pytest

from briefgen.yamltext import Document, apply_edits, parse_document, parse_text


def said_of(text: str) -> list[str]:
    document = parse_text(text)
    places = ((document.lines.position(fault.span.start), fault) for fault in document.faults)
    return [f"{place.line}:{place.column} {fault.message}; {fault.help}" for place, fault in places]


def fixed(document: Document) -> str:
    return apply_edits(document.text, [edit for fault in document.faults for edit in fault.edits])


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("number: 7\n---\nnumber: 8\n", "move everything below it into a separate file: a file holds one issue"),
        (
            "---\ntitle: Rivers\n---\n\nThe Elbe fell.\n",
            "an issue is one YAML file: put the text below it into `feature:`, under `body: |`, indented",
        ),
        ("number: 7\n---\nbriefs: []\n", "delete the `---`: a file holds one document"),
    ],
)
def test_advice_on_a_second_document_depends_on_its_content(text: str, help_: str) -> None:
    [said] = said_of(text)
    assert said.endswith(help_)


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("sources:\n  a: {x: 1}\n  a: {x: 2}\n", "give one of the two another name, or keep one"),
        ("s:\n  a: {}\ns:\n  b: {}\n", "move everything below it to the first `s:`, and delete this line"),
        ("f:\n  body: |\n    A\n", ""),
        (
            "f:\n  t: x\n  body: |\n    A\n  body: |\n    B\n",
            "keep one of the two, or merge their texts under the first",
        ),
        ("briefs:\n  title: A\n  title: B\n", "begin each with `- `: `- title: …`"),
        ("a: 1\na: 2\n", "keep one of the two"),
    ],
)
def test_advice_on_a_duplicate_key_depends_on_its_values(text: str, help_: str) -> None:
    assert [said.rpartition("; ")[2] for said in said_of(text)] == ([help_] if help_ else [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: nyt\n  name: NYT\n", "1:1 the file is a list without a key; write `outlets:` on a line above it"),
        ("- expected: a\n", "1:1 the file is a list without a key; write `terms:` on a line above it"),
        ("- number: 7\n", "1:1 the file is a list; delete the `- ` at the beginning, and line up the keys below it"),
        (
            "title: {{ title }}\n",
            (
                "1:8 `{{ title }}` is a template variable that was not filled in; "
                "write the value itself, or quote it if you mean the braces"
            ),
        ),
        ("a: !include b.yaml\n", "1:4 `!include` cannot read another file; write the contents of that file here"),
        (
            "a:\n  <<<<<<< HEAD\n  b: 1\n=======\n  b: 2\n>>>>>>> x\n",
            (
                "2:3 not valid YAML: version control left a merge conflict here; "
                "keep one version, and delete the three marker lines"
            ),
        ),
    ],
)
def test_other_refused_structures_are_reported_with_help(text: str, said: str) -> None:
    assert said_of(text) == [said]


def test_anchors_and_aliases_of_one_who_means_them_are_written_out() -> None:
    document = parse_text("a: &r Reuters\nb: *r\n")
    assert said_of(document.text) == [
        "1:4 anchor `&r`; delete it, and repeat the value wherever `*r` is",
        "2:4 alias `*r`; write `Reuters`",
    ]
    assert fixed(document) == "a: Reuters\nb: Reuters\n"


def test_a_merge_key_is_reported_once() -> None:
    assert said_of("a: &d\n  x: 1\nb:\n  <<: *d\n") == [
        "1:4 anchor `&d`; delete it, and repeat this value wherever `*d` is",
        "4:3 merge key `<<`; write the keys out here",
    ]


@pytest.mark.parametrize("words", ["*Elbe* Falls", "&c. and more"])
def test_a_sign_that_means_neither_is_still_quoted(words: str) -> None:
    assert fixed(parse_text(f"a: {words}\n")) == f'a: "{words}"\n'


def test_a_mark_read_in_another_encoding_is_given_back() -> None:
    document = parse_text("a: Riversâ€\x9d rise\n")
    assert document.faults[0].message == "“â€\x9d” is ”, garbled by the wrong encoding"
    assert fixed(document) == "a: Rivers” rise\n"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"PK\x03\x04\x14\x00", "a word processor file or a ZIP archive"),
        (b"{\\rtf1\\ansi}", "an RTF file"),
        (b"\n<html>\n", "a web page"),
        (b"#+TITLE: Low\n", "an Org file"),
        (b"+++\ntitle = 1\n+++\n", "a text with TOML front matter"),
    ],
)
def test_a_file_of_another_program_is_called_by_its_name(data: bytes, named: str) -> None:
    [fault] = parse_document(data).faults
    assert fault.message == f"this is {named}, not an issue or settings"
