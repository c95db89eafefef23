"""Made-up plans written down in many ways, each with what a reader should find in it. Generated; no files."""
