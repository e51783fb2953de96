"""TLS: certificates made or kept or one's own, and connections that say in the log why there was no handshake."""
