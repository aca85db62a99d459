"""What briefgen has to say about a text: where, what, how bad, and how to mend it."""

from briefgen.diagnostics.counting import plural
from briefgen.diagnostics.types import Diagnostic, Finding, Fix, Related, Severity

__all__ = ["Diagnostic", "Finding", "Fix", "Related", "Severity", "plural"]
