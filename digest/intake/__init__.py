"""What comes in: articles from files, feeds, web addresses and lists of them, put where a build reads them."""
