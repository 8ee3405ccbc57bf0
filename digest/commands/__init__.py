"""The commands: their arguments, what they call, what they print; one module each."""
