"""The body and the metadata of web pages."""
