"""Ways of showing diagnostics: to people at a terminal, to editors and to other programs."""

from briefgen.reports.concise import format_concise
from briefgen.reports.full import format_full
from briefgen.reports.machine import format_json
from briefgen.reports.summary import Counts, count, format_summary

__all__ = ["Counts", "count", "format_concise", "format_full", "format_json", "format_summary"]
