#!/usr/bin/env bash
# Makes `vagrant up` work where no hypervisor can run: libvirt with QEMU's software emulation, and a small Debian 12
# box. Needs root on Debian 12 and its package mirror; takes a minute or two the first time.
#
#   emulate.sh          packages, libvirtd, box
#   emulate.sh stop     stops libvirtd where this script started it (no machine may be left)
#
#   BOX=lab/debian12   name of the box; LAB_BOX must be the same
set -euo pipefail

box=${BOX:-lab/debian12}
work=${XDG_CACHE_HOME:-$HOME/.cache}/docker-network-lab/vagrant
root=$work/rootfs
# What setup.sh installs is in the box already: an emulated machine would take minutes for it.
provisioned="bridge-utils iproute2 iptables iputils-ping docker.io procps util-linux openssh-server ca-certificates
  curl git vim gcc libc6-dev inetutils-telnet"
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

say() { printf 'emulate: %s\n' "$*" >&2; }

mirror() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Component: main' |
    grep -v security | head -n 1
}

install_packages() {
  local missing=() name
  for name in vagrant vagrant-libvirt libvirt-daemon-system libvirt-daemon-driver-qemu libvirt-clients dnsmasq-base \
    qemu-system-x86 qemu-utils debootstrap extlinux syslinux-common e2fsprogs openssh-client iptables iproute2; do
    [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null) == ii* ]] || missing+=("$name")
  done
  ((${#missing[@]} == 0)) && return
  say "installing ${missing[*]}"
  apt-get -qq update
  apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

answers() { virsh -c qemu:///system version >/dev/null 2>&1; }

start_libvirtd() {
  answers && return
  say "starting libvirtd"
  mkdir -p /run/libvirt "$work"
  # Everything as root and without control groups: this machine may be a container.
  cat >/etc/libvirt/qemu.conf <<'CONF'
user = "root"
group = "root"
security_driver = "none"
cgroup_controllers = [ ]
namespaces = [ ]
stdio_handler = "file"
remember_owner = 0
CONF
  setsid libvirtd -d </dev/null >/dev/null 2>"$work/libvirtd.log"
  cp /run/libvirtd.pid "$work/libvirtd.pid"
  for _ in {1..50}; do answers && return; sleep 0.2; done
  say "libvirtd does not answer: $work/libvirtd.log"
  return 1
}

stop_libvirtd() {
  [[ -e $work/libvirtd.pid ]] || return 0
  if [[ -n $(virsh list --all --name) ]]; then
    say "machines are left: vagrant destroy them first"
    return 1
  fi
  local net
  for net in $(virsh net-list --name); do virsh net-destroy "$net" >/dev/null; done
  kill "$(cat "$work/libvirtd.pid")" || true
  rm -f "$work/libvirtd.pid"
}

in_root() { chroot "$root" "$@"; }

build_root() {
  rm -rf "$root"
  mkdir -p "$work"
  say "debootstrap"
  debootstrap --variant=minbase bookworm "$root" "$(mirror)" >"$work/debootstrap.log"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod +x "$root/usr/sbin/policy-rc.d"
  printf 'path-exclude /usr/share/%s/*\n' doc man locale >"$root/etc/dpkg/dpkg.cfg.d/lab"
  mkdir -p "$root/etc/initramfs-tools/conf.d"
  printf 'COMPRESS=zstd\nMODULES=list\n' >"$root/etc/initramfs-tools/conf.d/lab"
  mount -t proc proc "$root/proc"
  trap 'umount "$root/proc" 2>/dev/null || true' EXIT
  say "installing the box's packages"
  in_root apt-get -qq update
  in_root apt-get -qq install -y --no-install-recommends initramfs-tools zstd >"$work/apt.log" 2>&1
  printf '%s\n' virtio_pci virtio_blk virtio_net virtio_scsi sd_mod ata_piix ahci ext4 crc32c_generic \
    >>"$root/etc/initramfs-tools/modules"
  # shellcheck disable=SC2086
  in_root apt-get -qq install -y --no-install-recommends linux-image-cloud-amd64 systemd-sysv dbus udev kmod sudo rsync \
    ifupdown isc-dhcp-client less netbase nftables $provisioned >>"$work/apt.log" 2>&1
  in_root apt-get clean
  umount "$root/proc"
  trap - EXIT
}

configure_root() {
  in_root useradd -m -s /bin/bash -U vagrant
  printf 'vagrant:vagrant\nroot:vagrant\n' | in_root chpasswd
  echo 'vagrant ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/vagrant"
  chmod 440 "$root/etc/sudoers.d/vagrant"
  install -d -m 700 "$root/home/vagrant/.ssh"
  install -m 600 "$(dpkg -L vagrant | grep '/keys/vagrant.pub$' | head -n 1)" "$root/home/vagrant/.ssh/authorized_keys"
  in_root chown -R vagrant:vagrant /home/vagrant
  printf 'UseDNS no\nGSSAPIAuthentication no\n' >"$root/etc/ssh/sshd_config.d/lab.conf"
  echo debian12 >"$root/etc/hostname"
  printf '127.0.0.1\tlocalhost\n127.0.1.1\tdebian12\n' >"$root/etc/hosts"
  printf 'auto lo\niface lo inet loopback\n\nauto eth0\niface eth0 inet dhcp\n' >"$root/etc/network/interfaces"
  echo 'LABEL=root / ext4 noatime,errors=remount-ro 0 0' >"$root/etc/fstab"
  rm -f "$root/usr/sbin/policy-rc.d"
  : >"$root/etc/machine-id"
  : >"$root/etc/resolv.conf"
  local unit
  for unit in apt-daily.timer apt-daily-upgrade.timer e2scrub_all.timer fstrim.timer dpkg-db-backup.timer \
    systemd-timesyncd.service getty@tty1.service systemd-udev-settle.service ifupdown-wait-online.service; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit"
  done
  in_root systemctl enable -q ssh networking docker >/dev/null 2>&1
  mkdir -p "$root/etc/systemd/system.conf.d"
  printf '[Manager]\nDefaultTimeoutStartSec=900s\n' >"$root/etc/systemd/system.conf.d/lab.conf"
  mkdir -p "$root/boot/extlinux"
  cat >"$root/boot/extlinux/extlinux.conf" <<'CONF'
DEFAULT l
PROMPT 0
TIMEOUT 1
LABEL l
  LINUX /vmlinuz
  INITRD /initrd.img
  APPEND root=LABEL=root ro console=ttyS0 net.ifnames=0 quiet mitigations=off audit=0 apparmor=0 nokaslr tsc=reliable no_timer_check random.trust_cpu=on
CONF
}

add_box() {
  local raw=$work/box.raw at=$work/mnt folder=$work/box
  say "making the disk"
  rm -rf "$raw" "$folder"
  mkdir -p "$at" "$folder"
  truncate -s 10G "$raw"
  mke2fs -q -F -t ext4 -L root -O '^64bit,^metadata_csum,^has_journal' -m 0 -d "$root" "$raw"
  mount -o loop "$raw" "$at"
  extlinux --install "$at/boot/extlinux" >/dev/null 2>&1
  umount "$at"
  qemu-img convert -f raw -O qcow2 "$raw" "$folder/box.img"
  echo '{"provider":"libvirt","format":"qcow2","virtual_size":10}' >"$folder/metadata.json"
  cat >"$folder/Vagrantfile" <<'CONF'
Vagrant.configure("2") do |config|
  config.vm.boot_timeout = 1200
  config.vm.provider :libvirt do |libvirt|
    libvirt.driver = "qemu"
    libvirt.cpu_mode = "custom"
    libvirt.graphics_type = "none"
  end
end
CONF
  tar -C "$folder" -cf "$work/lab.box" metadata.json Vagrantfile box.img
  vagrant box add --force --provider libvirt --name "$box" "$work/lab.box"
  # A copy of an earlier box of this name would be used instead.
  if [[ -z $(virsh list --all --name) ]]; then
    rm -f /var/lib/libvirt/images/"${box//\//-VAGRANTSLASH-}"_vagrant_box_image_*
    virsh pool-refresh default >/dev/null 2>&1 || true
  fi
  rm -rf "$raw" "$folder" "$root" "$work/lab.box"
}

case ${1:-} in
  stop) stop_libvirtd ;;
  '')
    install_packages
    start_libvirtd
    vagrant box list | grep -q "^$box " || { build_root && configure_root && add_box; }
    say "ready: LAB_BOX=$box VAGRANT_DEFAULT_PROVIDER=libvirt"
    ;;
  *)
    sed -n '2,/^set -/p' "$0" | grep '^#' | cut -c3-
    exit 2
    ;;
esac
