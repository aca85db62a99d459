"""What runs inside the process that prints PDFs; WeasyPrint is imported here and nowhere else."""
