"""The process that prints PDFs: WeasyPrint is imported here, and nothing of briefgen's other rooms.

Its parent, in `render`, imports `protocol` and `libraries` and nothing else.
"""
