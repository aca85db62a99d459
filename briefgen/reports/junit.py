"""The report as JUnit XML: a test suite for each file, a failed test case for each diagnostic."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from xml.sax.saxutils import quoteattr

from briefgen.diagnostics import Diagnostic
from briefgen.reports.visible import show


def format_junit(diagnostics: Iterable[Diagnostic], read: Callable[[], Iterable[str]]) -> str:
    """Format the report; a file without diagnostics is a suite with one passed case.

    `read` returns the paths of all files once all diagnostics have come.
    """
    by_path = {path: list(map(_case, group)) for path, group in groupby(diagnostics, key=lambda each: each.path)}
    paths = dict.fromkeys((*read(), *by_path))
    suites = [_suite(path, by_path.get(path, [])) for path in paths]
    failures = sum(map(len, by_path.values()))
    tests = sum(max(len(by_path.get(path, [])), 1) for path in paths)
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="briefgen" tests="{tests}" failures="{failures}">\n'
    )
    return head + "".join(suites) + "</testsuites>\n"


def _suite(path: str, failures: Sequence[str]) -> str:
    cases = "".join(failures) or f"    <testcase classname={_quoted(path)} name={_quoted('validate')}/>\n"
    count = max(len(failures), 1)
    return (
        f"  <testsuite name={_quoted(path)} tests={_quoted(str(count))} failures={_quoted(str(len(failures)))}>\n"
        f"{cases}  </testsuite>\n"
    )


def _case(diagnostic: Diagnostic) -> str:
    place = f"{diagnostic.start.line}:{diagnostic.start.column}"
    name = _quoted(f"{diagnostic.code} {diagnostic.name} {place}")
    message = _quoted(f"{place}: {diagnostic.finding.message}")
    return (
        f"    <testcase classname={_quoted(diagnostic.path)} name={name}>\n"
        f"      <failure type={_quoted(str(diagnostic.severity))} message={message}/>\n"
        "    </testcase>\n"
    )


def _quoted(text: str) -> str:
    return quoteattr(show(text))
