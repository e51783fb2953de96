"""The client report: what a client does wrong towards the documents, as far as its calls tell."""
