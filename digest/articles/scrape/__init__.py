"""The body of a naive plain-text scrape."""
