"""Turn article files into clean, dated articles."""
