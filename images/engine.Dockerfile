# A node with an engine that no Debian suite has. BASE is the node image of the series before.
ARG BASE
FROM $BASE

COPY dockerd docker-proxy /usr/sbin/

ARG SERIES
RUN dockerd --version | grep -F "version $SERIES" || \
    { echo "this is not engine $SERIES: $(dockerd --version)" >&2; exit 1; }
