"""Coverage of the contract: what of it a client's suite has provoked. It is imported where a server is to count it."""
