"""Tell a thread: each fact once, on its day, with its sources."""
