"""Every limit in the code: what it is for, and the table of them in docs/security.md."""

from inspect import signature
from typing import NamedTuple

from briefgen.citations import outlet_names, typed
from briefgen.compile import (
    house_stylesheet,
    images,
    measuring,
    near_files,
    published_lock,
    search_index,
    spelling,
    staging,
    stray_files,
    system_fonts,
)
from briefgen.fonts import house
from briefgen.manuscript import facts, totals
from briefgen.markdown import reading
from briefgen.model import fields, slugs, urls
from briefgen.model.nearest import MAX_WORD
from briefgen.prose import long_words, term_search
from briefgen.render.pdf_process import PdfJob, PdfWorker
from briefgen.rules import run
from briefgen.yamltext import parse

_WORKER = signature(PdfWorker.__init__).parameters
_DESK = signature(images.PictureDesk.__init__).parameters


class Limit(NamedTuple):
    """A row of the table, and the constants that it tells."""

    thing: str
    most: str
    guards: str
    constants: tuple[str, ...]


LIMITS = (
    Limit(
        "a file: issue, settings, outlets, terms",
        f"{parse.MAX_BYTES // 1024} KB, UTF-8",
        "memory and time of reading",
        ("yamltext.parse.MAX_BYTES", "compile.documents.MAX_READ"),
    ),
    Limit(
        "keys and values in a file; in outlets and terms",
        f"{parse.MAX_NODES:,}; {parse.MAX_REGISTER_NODES:,}",
        "memory of reading",
        ("yamltext.parse.MAX_NODES", "yamltext.parse.MAX_REGISTER_NODES"),
    ),
    Limit(
        "keys inside each other", f"{parse.MAX_DEPTH} deep", "the stack of the reader", ("yamltext.parse.MAX_DEPTH",)
    ),
    Limit(
        "a key; a value",
        f"{parse.MAX_KEY} characters; {parse.MAX_SCALAR:,}",
        "memory and time of reading",
        ("yamltext.parse.MAX_KEY", "yamltext.parse.MAX_SCALAR"),
    ),
    Limit(
        "the number of an issue; the suffix of a source",
        f"{fields.MAX_NUMBER:,}; {fields.MAX_SUFFIX} characters",
        "file names and citations",
        ("model.fields.MAX_NUMBER", "model.fields.MAX_FIGURES", "model.fields.MAX_SUFFIX"),
    ),
    Limit(
        "the name of an output folder; of a new file",
        f"{slugs.MAX_SLUG} characters; {slugs.MAX_TITLE}, and the number",
        "addresses that people can read",
        ("model.slugs.MAX_SLUG", "model.slugs.MAX_TITLE"),
    ),
    Limit("an address", f"{urls.MAX_LENGTH:,} characters", "readers’ browsers and mail", ("model.urls.MAX_LENGTH",)),
    Limit(
        "a body, or another text",
        f"{reading.MAX_LENGTH:,} characters",
        "time of reading and checking, which grows with it",
        ("markdown.reading.MAX_LENGTH",),
    ),
    Limit(
        "lines of a body; of an issue",
        f"{reading.MAX_LINES:,}; {totals.MAX_LINES:,}",
        "time of layout: each may be an entry of a list",
        ("markdown.reading.MAX_LINES", "manuscript.totals.MAX_LINES"),
    ),
    Limit(
        "cells in the tables of a body; of an issue",
        f"{reading.MAX_CELLS:,}; {totals.MAX_CELLS:,}",
        "time of layout",
        ("markdown.reading.MAX_CELLS", "manuscript.totals.MAX_CELLS"),
    ),
    Limit(
        "links, code and emphasis in a body",
        f"about {reading.MAX_EFFORT // reading.EFFORT_OF_FIND:,}, less in long paragraphs",
        "time of rendering, in which each costs the length of its paragraph",
        ("markdown.reading.MAX_EFFORT",),
    ),
    Limit(
        "lists and quotations inside each other; emphasis",
        f"{reading.MAX_DEPTH} deep; {reading.MAX_NESTED} deep",
        "the stack and the width of a page",
        ("markdown.reading.MAX_DEPTH", "markdown.reading.MAX_NESTED"),
    ),
    Limit(
        "a word; combining marks in a row",
        f"{long_words.MAX_WORD:,} characters; {long_words.MAX_MARKS}",
        "time of layout, and the lines around it",
        ("prose.long_words.MAX_WORD", "prose.long_words.MAX_MARKS"),
    ),
    Limit(
        "a typed citation; an outlet in it",
        f"{typed.MAX_GROUP} characters; {outlet_names.MAX_OUTLET}",
        "time of looking for one; longer text in brackets is text",
        ("citations.typed.MAX_GROUP", "citations.outlet_names.MAX_OUTLET"),
    ),
    Limit(
        "phrases in `terms.yaml`; their finds in one text",
        f"{term_search.MAX_PATTERNS:,}; {term_search.MAX_USES:,}",
        "time of checking, and the length of a report",
        ("prose.term_search.MAX_PATTERNS", "prose.term_search.MAX_USES"),
    ),
    Limit(
        "faults of one file; reports of one rule in it",
        f"{parse.MAX_FAULTS}; {run.MAX_REPORTS}, the last of which counts the others",
        "the length of a report",
        ("yamltext.parse.MAX_FAULTS", "rules.run.MAX_REPORTS"),
    ),
    Limit(
        "`published.lock`; its lines that are reported",
        f"{published_lock.MAX_BYTES // 10**6} MB; {published_lock.MAX_FAULTS}, the last of which counts the others",
        "memory and time of reading, and the length of a report",
        ("compile.published_lock.MAX_BYTES", "compile.published_lock.MAX_FAULTS"),
    ),
    Limit(
        "a date, a file name, a language and the like; a word that was meant for another",
        f"{fields.MAX_PATTERNED:,} characters; {MAX_WORD}",
        "time of looking for what was meant",
        ("model.fields.MAX_PATTERNED", "model.nearest.MAX_WORD"),
    ),
    Limit(
        "all pictures of an issue; as files and as printed",
        f"{facts.MAX_IMAGES}, with {facts.MAX_IMAGE_PIXELS // 10**6} million pixels; "
        f"{facts.MAX_IMAGE_BYTES // 10**6} MB each",
        "time of encoding them, and memory of the pages that hold them",
        ("manuscript.facts.MAX_IMAGES", "manuscript.facts.MAX_IMAGE_PIXELS", "manuscript.facts.MAX_IMAGE_BYTES"),
    ),
    Limit(
        "a picture; its pixels",
        f"{images.MAX_BYTES // 10**6} MB; {images.MAX_PIXELS // 10**6} million, {images.MAX_SIDE:,} a side",
        "memory of decoding",
        ("compile.images.MAX_BYTES", "compile.images.MAX_PIXELS", "compile.images.MAX_SIDE"),
    ),
    Limit(
        "scans of a JPEG",
        f"{measuring.MAX_SCANS}",
        "time of decoding, in which each goes over all pixels",
        ("compile.measuring.MAX_SCANS",),
    ),
    Limit(
        "the process that decodes pictures",
        f"{_DESK['memory'].default // 1024**2} MiB of memory; as a net, {_DESK['seconds'].default:.0f} seconds each",
        "the machine, from faults in the libraries that decode",
        ("compile.images.PictureDesk.memory", "compile.images.PictureDesk.seconds"),
    ),
    Limit(
        "a font of the house; its style sheet",
        f"{house.MAX_BYTES // 10**6} MB; {house_stylesheet.MAX_BYTES // 1024} KB",
        "memory of reading them",
        ("fonts.house.MAX_BYTES", "compile.house_stylesheet.MAX_BYTES"),
    ),
    Limit(
        "files that are looked at for a name that was meant; for an issue that is not read",
        f"{near_files.MAX_FILES:,}; {stray_files.MAX_LOOKS}, in {stray_files.MAX_FOLDERS} folders",
        "time of a command in a large folder",
        ("compile.near_files.MAX_FILES", "compile.stray_files.MAX_LOOKS", "compile.stray_files.MAX_FOLDERS"),
    ),
    Limit(
        "a PDF",
        f"{signature(PdfJob).parameters['page_limit'].default} pages",
        "the size of the file, and paper",
        ("render.pdf_process.PdfJob.page_limit",),
    ),
    Limit(
        "the process that makes it",
        f"{_WORKER['memory'].default // 1024**3} GiB of memory; as a net, {_WORKER['seconds'].default:.0f} seconds",
        "the machine, from faults in the libraries of layout",
        ("render.pdf_process.PdfWorker.memory", "render.pdf_process.PdfWorker.seconds"),
    ),
    Limit(
        "different words whose spelling is checked; the answer of `typos`",
        f"{spelling.MAX_WORDS:,}; {spelling.MAX_ANSWER // 10**6} MB; as a net, {spelling.SECONDS:.0f} seconds",
        "time and memory of a run; further words are not checked",
        ("compile.spelling.MAX_WORDS", "compile.spelling.MAX_ANSWER", "compile.spelling.SECONDS"),
    ),
    Limit(
        "the program that makes the index of the search",
        f"as a net, {search_index.SECONDS:.0f} s and {search_index.SECONDS_PER_DOCUMENT * 1000:.0f} ms for each item",
        "a job that would hang",
        ("compile.search_index.SECONDS",),
    ),
    Limit(
        "waiting for another build; for the computer’s list of fonts",
        f"{staging.LOCK_SECONDS:.0f} seconds; {system_fonts.SECONDS}",
        "a job that would hang",
        ("compile.staging.LOCK_SECONDS", "compile.system_fonts.SECONDS"),
    ),
)

NO_LIMITS = {
    "citations.outlet_names.MAX_WORDS_AFTER": "how many words may follow the date of a citation",
    "citations.typed.MAX_UNDATED": "how many outlets without a date are a citation",
    "citations.typed_dates.MAX_DAY": "the calendar",
    "citations.typed_dates.MAX_MONTH": "the calendar",
    "citations.near_dates.MAX_SLIPS": "how near a misspelt month is",
    "compile.cache._LIMIT": "briefgen’s own files; what is larger is made again",
    "compile.near_files.MAX_SHOWN": "how many names a message proposes",
    "compile.near_files.MAX_SLIPS": "how near a misspelt name is",
    "compile.fix_files.MAX_PASSES": "fixes made again and again; real files need three passes",
    "model.examples._MAX_SHOWN": "how much of a value a message quotes",
    "model.nearest.MAX_DISTANCE": "how near a misspelt word is",
    "model.wording.MAX_KEY": "which keys a message proposes to rename",
    "rules.analysis.conversion.MAX_TRIALS": "conversions tried one by one; the rest is tried together",
    "rules.structure.sample_text._MAX_SHOWN": "how much of a text a message quotes",
    "rules.vocabulary.initials._MAX_WORDS": "how long a phrase is that an acronym stands for",
    "yamltext.quotation_marks.MAX_SHOWN": "how much of a value a message quotes",
    "yamltext.recover.MAX_LENGTH": "in longer files one slip is explained, not several",
    "yamltext.recover.MAX_PARSES": "how often a file with slips is parsed again",
    "yamltext.recover.MAX_ROUNDS": "how many slips are looked for behind one another",
    "yamltext.sketch._MAX_LOOK": "how far one looks for the end of a quotation",
}
"""Constants called like limits that refuse nothing, and what they are for."""


def make_limits() -> str:
    """A table of what an issue may hold and a build may take, with what each limit guards."""
    rows = (f"| {each.thing} | {each.most} | {each.guards} |" for each in LIMITS)
    return "\n".join(["| thing | limit | guards |", "| --- | --- | --- |", *rows]) + "\n"
