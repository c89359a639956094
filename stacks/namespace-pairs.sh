# Makes (add) or removes (delete) network namespaces joined by veth pairs.
# $1: add or delete; $2: the lab; $3: "pairs:" and words, six a pair: NAME INTERFACE ADDRESS/PREFIX, twice.
# Interrupted anywhere, "add" with whatever pairs finds and removes what was half made.
set -euo pipefail
lab=$2
read -r -a words <<<"${3#pairs:}"
# Ours are remembered here, with the lab that made them, so that a namespace of the user's is never removed.
mine=/run/docker-network-lab/netns
# The words of the pairs that stand, written when all of them do.
whole=/run/docker-network-lab/pairs/$lab

is_ours() { # NAME; one of an older version is remembered without its lab
  local owner=
  [ -e "$mine/$1" ] || return 1
  read -r owner <"$mine/$1" || true
  [ -z "$owner" ] || [ "$owner" = "$lab" ]
}

remove() { # NAME
  if is_ours "$1"; then
    ip netns delete "$1" 2>/dev/null || true
    rm -f "$mine/$1"
  fi
}

make() { # NAME
  if [ -e "/run/netns/$1" ]; then
    echo "the network namespace $1 is there already, and it is not the lab's" >&2
    exit 1
  fi
  echo "$lab" >"$mine/$1"
  ip netns add "$1"
}

add_end() { # NAME INTERFACE ADDRESS
  ip -n "$1" address add "$3" dev "$2"
  ip -n "$1" link set lo up
  ip -n "$1" link set "$2" up
}

mkdir -p "$mine" "${whole%/*}"
rm -f "$whole"
if [ "$1" = delete ]; then
  for ((i = 0; i < ${#words[@]}; i += 3)); do remove "${words[i]}"; done
  exit 0
fi
for mark in "$mine"/*; do
  if [ -e "$mark" ]; then remove "${mark##*/}"; fi
done
for ((i = 0; i + 5 < ${#words[@]}; i += 6)); do
  a=("${words[@]:i:3}")
  b=("${words[@]:i+3:3}")
  make "${a[0]}"
  make "${b[0]}"
  # Both ends are born where they belong: none can stay behind in the node's own namespace.
  ip link add "${a[1]}" netns "${a[0]}" type veth peer name "${b[1]}" netns "${b[0]}"
  add_end "${a[@]}"
  add_end "${b[@]}"
done
if [ ${#words[@]} -gt 0 ]; then
  printf '%s\n' "${words[*]}" >"$whole.part"
  mv "$whole.part" "$whole"
fi
