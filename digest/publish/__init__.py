"""What is done with a digest once it can be built: show, list, explain, preview, deploy."""
