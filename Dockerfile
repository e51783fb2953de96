# mock-isales as a container: docs/docker.md says how it is built and run.
#
#     docker build --tag mock-isales .
#
# BASE has python3 (3.11 or newer) with venv and pip, and no package for the network but pip's own way. What pip must be
# told there (an index, a proxy, a certificate) is handed over as the secrets `pip` and `ca`; neither is left behind.
ARG BASE=python:3.13-slim

FROM ${BASE} AS build
ARG EXTRAS=
WORKDIR /build
COPY constraints.txt pyproject.toml README.md LICENSE ./
COPY release/slim.py release/slim.py
COPY mock_isales mock_isales
RUN --mount=type=secret,id=pip,target=/etc/pip.conf \
    --mount=type=secret,id=ca,target=/etc/ssl/certs/ca-certificates.crt \
    export PIP_CONSTRAINT=/build/constraints.txt PIP_BUILD_CONSTRAINT=/build/constraints.txt PIP_NO_CACHE_DIR=1 \
    && python3 -m venv tools \
    && python3 -m venv --without-pip /opt/mock-isales \
    && tools/bin/pip wheel --quiet --no-deps --wheel-dir dist . \
    && tools/bin/pip --python /opt/mock-isales/bin/python install --quiet --no-compile \
        "$(echo dist/*.whl)${EXTRAS:+[${EXTRAS}]}" \
    && python3 release/slim.py /opt/mock-isales mock_isales mock-isales \
    && mkdir -p /image/opt \
    && mv /opt/mock-isales /image/opt/ \
    && install -d -m 1777 /image/data

FROM ${BASE}
ARG BASE
ARG VERSION=0.1.0
ARG REVISION=
LABEL org.opencontainers.image.title="mock-isales" \
      org.opencontainers.image.description="A contract test double of Huawei's CC-iSales, the outbound-call part of a cloud contact centre." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="${BASE}"
COPY --from=build /image/ /
ENV PATH=/opt/mock-isales/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    MOCK_ISALES_HOST=0.0.0.0 \
    MOCK_ISALES_PORT=28080 \
    MOCK_ISALES_SEED_IF_THERE=/seed.yaml
WORKDIR /data
VOLUME /data
EXPOSE 28080
USER 65532:65532
# Ten times: a large seed, or a busy machine, may take its time to start; it is asked from the beginning.
HEALTHCHECK --interval=3s --timeout=6s --retries=10 CMD ["mock-isales", "ready"]
ENTRYPOINT ["mock-isales"]
CMD ["serve"]
