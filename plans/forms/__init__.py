"""Forms of plans: they check what was typed; verbs act."""
