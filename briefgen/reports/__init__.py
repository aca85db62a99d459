"""Ways of showing diagnostics: to people at a terminal, to editors and to other programs."""
