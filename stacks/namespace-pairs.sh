# Makes (add) or removes (delete) network namespaces joined by veth pairs.
# $1: add or delete; $2: "pairs:" and words, six a pair: NAME INTERFACE ADDRESS/PREFIX, twice.
set -euo pipefail
read -r -a words <<<"${2#pairs:}"
# Ours are remembered here, so that a namespace of the user's is never removed.
mine=/run/docker-network-lab/netns

add_end() { # NAME INTERFACE ADDRESS
  ip link set "$2" netns "$1"
  ip -n "$1" address add "$3" dev "$2"
  ip -n "$1" link set lo up
  ip -n "$1" link set "$2" up
}

remove() { # NAME
  if [ -e "$mine/$1" ]; then
    ip netns delete "$1" 2>/dev/null || true
    rm -f "$mine/$1"
  fi
}

make() { # NAME
  remove "$1"
  ip netns add "$1"
  mkdir -p "$mine"
  : >"$mine/$1"
}

for ((i = 0; i + 5 < ${#words[@]}; i += 6)); do
  a=("${words[@]:i:3}")
  b=("${words[@]:i+3:3}")
  if [ "$1" = delete ]; then
    remove "${a[0]}"
    remove "${b[0]}"
  else
    make "${a[0]}"
    make "${b[0]}"
    ip link add "${a[1]}" type veth peer name "${b[1]}"
    add_end "${a[@]}"
    add_end "${b[@]}"
  fi
done
