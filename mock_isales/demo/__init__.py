"""The demo: a contact centre worth looking at, and a client that calls it as clients do, well and badly."""
