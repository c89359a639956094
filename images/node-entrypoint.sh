#!/bin/bash
# PID 1 of a node container: prepares the node, runs dockerd, reaps, and leaves nothing behind when it stops.
# HUP restarts dockerd alone, as `systemctl restart docker` does on a host. Arguments are passed on to dockerd.
# Environment:
#   LAB_ADDRESS     the node's own address
#   LAB_CGROUP      control group of the node's containers, such as /docker-network-lab.LAB.NODE
#   LAB_MEMORY      its limit in MiB; LAB_CPUS: its limit in CPUs
#   LAB_HOSTS       the nodes for /etc/hosts: ADDRESS NAME,ADDRESS NAME
#   LAB_SOCKET_UID  owner of the socket in /run/lab
set -uo pipefail

: "${LAB_ADDRESS:?}" "${LAB_CGROUP:?}"
cgroup=/${LAB_CGROUP#/}
socket=/run/lab/docker.sock
# dockerd makes its socket for a group; nobody else sees it before it is the user's alone.
unready=/run/lab/unready
dockerd=

say() { printf 'node: %s\n' "$*" >&2; }

# Sets `groups` to the node's control group in every hierarchy: one, or one for each controller in version 1.
find_groups() {
  local dir
  groups=()
  for dir in "/sys/fs/cgroup$cgroup" /sys/fs/cgroup/*"$cgroup"; do
    [[ ! -d $dir || -L ${dir%"$cgroup"} ]] || groups+=("$dir")
  done
  ((${#groups[@]} > 0))
}

# A limit that the kernel refuses is no reason to stop: a lab without limits is a lab.
limit() {
  local file=$1 value=$2
  { [[ -e $file ]] && echo "$value" >"$file"; } 2>/dev/null || say "no limit: $file"
}

set_limits() {
  local memory=$((${LAB_MEMORY:-0} * 1024 * 1024)) quota
  quota=$(awk -v cpus="${LAB_CPUS:-0}" 'BEGIN { printf "%d", cpus * 100000 }')
  if [[ -e /sys/fs/cgroup/cgroup.controllers ]]; then
    { echo '+memory +cpu' >/sys/fs/cgroup/cgroup.subtree_control; } 2>/dev/null
    mkdir -p "/sys/fs/cgroup$cgroup"
    ((memory == 0)) || limit "/sys/fs/cgroup$cgroup/memory.max" "$memory"
    ((quota == 0)) || limit "/sys/fs/cgroup$cgroup/cpu.max" "$quota 100000"
    return
  fi
  if ((memory > 0)) && mkdir -p "/sys/fs/cgroup/memory$cgroup"; then
    limit "/sys/fs/cgroup/memory$cgroup/memory.limit_in_bytes" "$memory"
  fi
  if ((quota > 0)) && mkdir -p "/sys/fs/cgroup/cpu$cgroup"; then
    limit "/sys/fs/cgroup/cpu$cgroup/cpu.cfs_period_us" 100000
    limit "/sys/fs/cgroup/cpu$cgroup/cpu.cfs_quota_us" "$quota"
  fi
}

prepare() {
  mount -o remount,rw /sys || say "/sys stays read-only"
  # What an earlier run left: process ids and mounts that are gone.
  rm -rf /run/docker /run/docker.pid /run/containerd /run/netns /run/docker.sock
  mkdir -p /run/netns /run/lab /run/sshd
  # A query for a name that nobody knows fails at once and leaves for nowhere.
  echo 'nameserver 127.0.0.1' >/etc/resolv.conf
  local entry
  IFS=, read -ra entries <<<"${LAB_HOSTS:-}"
  for entry in "${entries[@]}"; do
    grep -qxF "$entry" /etc/hosts || echo "$entry" >>/etc/hosts
  done
  # A kernel without nf_tables still has the older tables.
  if ! iptables --list --numeric >/dev/null 2>&1; then
    update-alternatives --set iptables /usr/sbin/iptables-legacy >/dev/null
    update-alternatives --set ip6tables /usr/sbin/ip6tables-legacy >/dev/null
  fi
}

start_sshd() {
  local key=/etc/ssh/ssh_host_ed25519_key options=()
  [[ -e $key ]] || ssh-keygen -q -t ed25519 -N '' -f "$key"
  # Only newer versions hold connections without a login against their source.
  ! /usr/sbin/sshd -t -o PerSourcePenalties=no 2>/dev/null || options=(-o PerSourcePenalties=no)
  /usr/sbin/sshd "${options[@]}" || say "sshd does not start"
}

# dockerd makes the socket, gives it to root:docker and sets its mode last. A name that is new leads to what listens.
hand_over_socket() {
  local made=$unready/docker.sock
  until [[ -S $made && $(stat -c %a "$made") == 660 ]]; do sleep 0.05; done
  chmod 600 "$made" && chown "${LAB_SOCKET_UID:-0}" "$made" && mv -f "$made" "$socket"
  rm -rf "$unready"
}

end_containers() {
  local pids=() pid
  find_groups || return
  # 0 is a process that this PID namespace does not see.
  while read -r pid; do ((pid < 2)) || pids+=("$pid"); done \
    < <(find "${groups[@]}" -name cgroup.procs -exec cat {} + 2>/dev/null)
  ((${#pids[@]} == 0)) || kill -KILL "${pids[@]}" 2>/dev/null
}

remove_groups() {
  local try
  for ((try = 0; try < 20; try++)); do
    find_groups || return
    find "${groups[@]}" -depth -type d -exec rmdir {} + 2>/dev/null || sleep 0.05
  done
}

# dockerd waits ten seconds for a container whose first process ignores TERM, as sleep does. It does not
# count as stopped by hand when its process is ended here, so that it comes back with the engine.
end_engine() {
  local tenths
  [[ -n $dockerd ]] || return
  kill -TERM "$dockerd" 2>/dev/null
  # One that was stopped in its tracks takes no TERM before it goes on.
  kill -CONT "$dockerd" 2>/dev/null
  for ((tenths = 0; tenths < 150; tenths++)); do
    kill -0 "$dockerd" 2>/dev/null || break
    ((tenths < 3)) || end_containers
    sleep 0.1
  done
}

stop() {
  trap '' TERM INT HUP
  end_engine
  end_containers
  remove_groups
  rm -rf "$socket" "$unready"
  exit "${1:-0}"
}

# The node itself is the containers' name server, and nothing listens there. Engine 20.10 does not pass the
# refusal on to a container on a user network: it waits as long as its options say.
start_engine() {
  rm -rf "$socket" "$unready"
  mkdir -m 700 "$unready"
  dockerd -H "unix://$unready/docker.sock" -H unix:///var/run/docker.sock --cgroup-parent "$cgroup" \
    --dns "$LAB_ADDRESS" --dns-opt timeout:1 --dns-opt attempts:1 "$@" &
  dockerd=$!
  hand_over_socket &
}

trap stop TERM INT
trap 'again=1' HUP
prepare
set_limits
start_sshd &
while :; do
  again=
  start_engine "$@"
  # A signal ends `wait`, whether or not dockerd has ended.
  wait "$dockerd"
  status=$?
  [[ -n $again ]] || break
  end_engine
  wait "$dockerd"
  rm -f /run/docker.pid
done
stop "$status"
