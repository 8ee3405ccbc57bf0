"""Put the articles of one developing story together."""
