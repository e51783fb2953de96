"""What makes, checks and lists what is released: the packages and the image."""
