"""From documents to drafts to plans. `apply` turns a record in the gold's shape into rows."""
