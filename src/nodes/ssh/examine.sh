# What the lab must know about a host, as who logs in: KEY=VALUE lines, "end" last. Runs as `sh -s`; changes nothing.
PATH=$PATH:/usr/sbin:/sbin
say() { printf '%s=%s\n' "$1" "$2"; }
socket=/var/run/docker.sock

say user "$(id -un)"
say uid "$(id -u)"
say arch "$(uname -m)"
say time "$(date +%s)"
sudo -n true 2>/dev/null && say sudo yes
command -v docker >/dev/null 2>&1 || command -v dockerd >/dev/null 2>&1 && say docker yes
[ -S "$socket" ] && say socket yes
[ -w "$socket" ] && say access yes
# After a boot, before the service's turn has come and while it starts.
case $(systemctl is-active docker 2>/dev/null) in
activating) say starting yes ;;
inactive)
  case $(systemctl is-system-running 2>/dev/null) in
  initializing | starting)
    [ "$(systemctl is-enabled docker 2>/dev/null)" = enabled ] && say starting yes
    ;;
  esac
  ;;
esac
command -v perl >/dev/null 2>&1 && say perl yes
command -v nsenter >/dev/null 2>&1 && say nsenter yes
for folder in /bin /sbin /usr /lib /lib64; do [ -d "$folder" ] && say folder "$folder"; done
[ -n "$(ip -4 route show default 2>/dev/null)" ] && say route yes
for folder in /var/lib/docker /var/lib; do
  free=$(df -Pk "$folder" 2>/dev/null | awk 'NR == 2 { print $4 }')
  [ -z "$free" ] || break
done
say free "$free"
say end yes
