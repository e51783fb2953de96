"""What the double costs, measured beside other servers. `python -m benchmarks.bench --help` tells how."""
