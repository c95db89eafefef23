"""From plans to documents. `gold` writes a plan back as the record it was read from."""
