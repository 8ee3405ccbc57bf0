"""Which day each sentence speaks of."""
