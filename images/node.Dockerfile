# A Docker host as a container. BASE is debian:SUITE-slim, or the same made by debootstrap.
ARG BASE=debian:trixie-slim
FROM $BASE

# Without documentation, and without a sync after each file: the image can be built again.
RUN printf 'force-unsafe-io\n' >/etc/dpkg/dpkg.cfg.d/docker-network-lab && \
    printf 'path-exclude=/usr/share/%s/*\n' doc man locale info >>/etc/dpkg/dpkg.cfg.d/docker-network-lab

COPY setup.sh /usr/local/lib/docker-network-lab/setup.sh
# Host keys are made anew by every node.
RUN LAB_SETUP=node /usr/local/lib/docker-network-lab/setup.sh && \
    rm -rf /var/lib/apt/lists/* /var/cache/apt/* /etc/ssh/ssh_host_*

# A suite moves on; the rules that the lab predicts by are of one series.
ARG SERIES
RUN dockerd --version | grep -F "version $SERIES" || \
    { echo "this is not engine $SERIES: $(dockerd --version)" >&2; exit 1; }

COPY sshd.conf /etc/ssh/sshd_config.d/docker-network-lab.conf
COPY node-entrypoint.sh /usr/local/bin/node-entrypoint
COPY docker.init /etc/init.d/docker

VOLUME /var/lib/docker
EXPOSE 22
ENTRYPOINT ["/usr/local/bin/node-entrypoint"]
