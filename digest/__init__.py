"""Build a static timeline site from raw news articles."""

__version__ = "0.1.0"
