"""What the page says, in English and in Chinese: one catalogue, by subject."""
