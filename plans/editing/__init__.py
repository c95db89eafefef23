"""Acts on the rows of a plan: each one transaction, one entry in the log, and nobody else's work lost."""
