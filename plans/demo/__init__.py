"""The demonstration: the published plans under fixtures/sources, and an invented coalition for what they lack."""
