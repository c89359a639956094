#!/usr/bin/env bash
# Provisions a Docker host of the lab: the same file in a VM and in the image of a node container.
# Run as root; a second run changes nothing.
#
#   LAB_SETUP=full   what the article installs: tools, compiler, Docker Engine (default)
#   LAB_SETUP=node   only what a node needs, for the node image
#   LAB_USER=NAME    who may use Docker without sudo (default: who called sudo, else vagrant)
#   LAB_FIREWALL=off stop firewalld, which EL has: it rejects what the lab expects to be refused (default: leave it)
set -euo pipefail

mode=${LAB_SETUP:-full}
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

say() { printf 'setup: %s\n' "$*"; }

fail() {
  printf 'Error: %s\n' "$1" >&2
  printf '  next:  %s\n' "$2" >&2
  exit 2
}

has_systemd() { [[ -d /run/systemd/system ]]; }

# The first of the given packages that this release has.
first_available() {
  local name
  for name; do
    if [[ -n $(apt-cache madison "$name" 2>/dev/null) ]]; then
      echo "$name"
      return
    fi
  done
}

install_debian() {
  local packages=(bridge-utils iproute2 iptables nftables iputils-ping docker.io procps util-linux
    openssh-server ca-certificates curl)
  [[ $mode == node ]] || packages+=(git vim gcc libc6-dev)
  say "refreshing the package lists"
  # An archived suite's Release file may be past its date.
  apt-get -qq -o Acquire::Check-Valid-Until=false -o DPkg::Lock::Timeout=300 update
  # Only from trixie on is the docker command a package of its own.
  local further
  further=$(first_available docker-cli)
  packages+=("$(first_available inetutils-telnet telnet)" ${further:+"$further"})
  say "installing ${packages[*]}"
  apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install -y --no-install-recommends \
    "${packages[@]}" >/dev/null
}

install_el7() {
  # CentOS 7 is at its end of life: its mirror list is gone, the packages are in the vault.
  if grep -qs '^mirrorlist=http://mirrorlist.centos.org' /etc/yum.repos.d/CentOS-*.repo; then
    say "pointing yum to vault.centos.org"
    sed -i -e 's|^mirrorlist=|#mirrorlist=|' \
      -e 's|^#\? *baseurl=http://mirror.centos.org|baseurl=http://vault.centos.org|' \
      /etc/yum.repos.d/CentOS-*.repo
  fi
  local packages=(bridge-utils telnet iproute iptables iputils perl yum-utils)
  [[ $mode == node ]] || packages+=(git vim gcc glibc-static)
  say "installing ${packages[*]}"
  yum -y -q install "${packages[@]}"
  [[ -e /etc/yum.repos.d/docker-ce.repo ]] ||
    yum-config-manager --add-repo https://download.docker.com/linux/centos/docker-ce.repo
  say "installing Docker Engine"
  yum -y -q install docker-ce docker-ce-cli containerd.io
}

install_el9() {
  local docker_os=centos
  [[ $ID != rhel ]] || docker_os=rhel
  say "installing the repositories: EPEL (bridge-utils), CRB (glibc-static), Docker's own"
  dnf -y -q install dnf-plugins-core
  if [[ $ID == rhel ]]; then
    rpm -q epel-release >/dev/null || dnf -y -q install \
      https://dl.fedoraproject.org/pub/epel/epel-release-latest-9.noarch.rpm
    [[ $mode == node ]] ||
      dnf config-manager --set-enabled "codeready-builder-for-rhel-9-$(uname -m)-rpms"
  else
    dnf -y -q install epel-release
    [[ $mode == node ]] || dnf config-manager --set-enabled crb
  fi
  [[ -e /etc/yum.repos.d/docker-ce.repo ]] ||
    dnf config-manager --add-repo "https://download.docker.com/linux/$docker_os/docker-ce.repo"
  local packages=(bridge-utils telnet iproute iptables-nft nftables iputils perl-interpreter)
  [[ $mode == node ]] || packages+=(git vim gcc glibc-static)
  say "installing ${packages[*]} and Docker Engine"
  dnf -y -q install "${packages[@]}" docker-ce docker-ce-cli containerd.io
}

allow_user() {
  local user=${LAB_USER:-${SUDO_USER:-vagrant}}
  getent group docker >/dev/null || groupadd --system docker
  if [[ $user == root ]] || ! id -u "$user" >/dev/null 2>&1; then return; fi
  if [[ " $(id -Gn "$user") " == *' docker '* ]]; then return; fi
  say "adding $user to the group docker"
  usermod -aG docker "$user"
}

start_service() {
  if ! has_systemd; then
    say "no systemd here: the service is not started"
    return
  fi
  say "starting the service docker"
  systemctl enable --now --quiet docker
}

stop_firewall() {
  [[ ${LAB_FIREWALL:-} == off ]] && has_systemd || return 0
  systemctl is-active --quiet firewalld || return 0
  say "stopping the service firewalld"
  systemctl disable --now --quiet firewalld
}

[[ $mode == full || $mode == node ]] ||
  fail "LAB_SETUP is '$mode'" "set it to full or node"
[[ $(id -u) == 0 ]] || fail "setup.sh needs root" "sudo $0"
[[ -r /etc/os-release ]] || fail "this system has no /etc/os-release" "use EL 7, EL 9, Debian or Ubuntu"
# shellcheck disable=SC1091
. /etc/os-release

case "$ID ${ID_LIKE:-} ${VERSION_ID:-}" in
  debian* | ubuntu* | *' debian '* | *' ubuntu '*) install_debian ;;
  *centos*' 7'* | *rhel*' 7'*) install_el7 ;;
  *centos*' 9'* | *rhel*' 9'*) install_el9 ;;
  *) fail "setup.sh does not know ${PRETTY_NAME:-this system}" "use EL 7, EL 9, Debian or Ubuntu" ;;
esac
allow_user
stop_firewall
[[ $mode == node ]] || start_service
say "done: $(docker --version)"
