# Stand-in for busybox, from Debian's package; the dynamic one, because the static one's wget crashes.
ARG BASE=debian:trixie-slim
FROM $BASE AS build
RUN apt-get -qq -o Acquire::Check-Valid-Until=false update && \
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends busybox >/dev/null
RUN set -e; busybox=$(command -v busybox); mkdir -p /root-of/bin /root-of/etc /root-of/root /root-of/var; \
    mkdir -m 1777 /root-of/tmp; \
    cp "$busybox" /root-of/bin/; \
    for name in $(busybox --list); do [ "$name" = busybox ] || ln -s busybox "/root-of/bin/$name"; done; \
    ldd "$busybox" | grep -o '/[^ ]*' | xargs -I@ cp --parents -L @ /root-of/; \
    printf 'hosts: files dns\n' >/root-of/etc/nsswitch.conf; \
    grep -E '^(root|nobody|www-data):' /etc/passwd >/root-of/etc/passwd; \
    grep -E '^(root|nogroup|www-data):' /etc/group >/root-of/etc/group

FROM scratch
LABEL docker-network-lab.stand-in=true
COPY --from=build /root-of/ /
CMD ["sh"]
