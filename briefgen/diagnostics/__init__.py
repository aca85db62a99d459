"""Diagnostics: what briefgen reports about a text, where, how severe it is, and how to fix it."""

from briefgen.diagnostics.diagnostic import Diagnostic, FileEdit, Finding, Fix, Related, Severity
from briefgen.diagnostics.plurals import plural

__all__ = ["Diagnostic", "FileEdit", "Finding", "Fix", "Related", "Severity", "plural"]
