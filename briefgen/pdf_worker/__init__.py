"""The process that prints PDFs. It imports WeasyPrint, but none of briefgen's other rooms.

Its parent process, in `render`, imports only `protocol` and `libraries`.
"""
