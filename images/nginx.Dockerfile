# Stand-in for nginx, from Debian's package: the server with its libraries and its welcome page.
ARG BASE=debian:trixie-slim
FROM $BASE AS build
RUN apt-get -qq -o Acquire::Check-Valid-Until=false update && \
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends nginx >/dev/null
RUN set -e; mkdir -p /root-of/etc/nginx/conf.d /root-of/usr/share/nginx /root-of/run \
      /root-of/var/log/nginx /root-of/var/lib/nginx; \
    mkdir -m 1777 /root-of/tmp; \
    cp --parents -L /usr/sbin/nginx /etc/nginx/mime.types /root-of/; \
    ldd /usr/sbin/nginx | grep -o '/[^ ]*' | xargs -I@ cp --parents -L @ /root-of/; \
    cp -rL /usr/share/nginx/html /root-of/usr/share/nginx/; \
    ln -s /dev/stdout /root-of/var/log/nginx/access.log; \
    ln -s /dev/stderr /root-of/var/log/nginx/error.log; \
    printf 'hosts: files dns\n' >/root-of/etc/nsswitch.conf; \
    grep -E '^(root|nobody|www-data):' /etc/passwd >/root-of/etc/passwd; \
    grep -E '^(root|nogroup|www-data):' /etc/group >/root-of/etc/group
COPY nginx.conf /root-of/etc/nginx/nginx.conf

FROM scratch
LABEL docker-network-lab.stand-in=true
COPY --from=build /root-of/ /
ENV PATH=/usr/sbin
EXPOSE 80
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]
