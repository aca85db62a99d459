"""Report formats for diagnostics: for people, for editors and for other programs."""
