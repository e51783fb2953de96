"""What is measured: a row or some rows of the table each."""
