"""Tools with no news in them."""
