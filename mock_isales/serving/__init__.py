"""The double on the wire: the socket, uvicorn, the port file, the log."""
