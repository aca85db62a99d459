"""The processes that print PDFs and decode pictures. They import none of briefgen's other rooms.

Other rooms import only `child`, which starts them, `protocol` and `libraries`.
"""
