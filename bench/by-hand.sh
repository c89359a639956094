#!/usr/bin/env bash
# The article's own commands and checks, typed by a script on nodes that are up.
# Usage: by-hand.sh up|check|down [NODE1 NODE2]. Ends with 1 when a check does not hold.
set -euo pipefail

verb=${1:?up, check or down}
node1=${2:-docker-node1}
node2=${3:-docker-node2}
on1() { docker exec -i "$node1" bash -euo pipefail -s; }
on2() { docker exec -i "$node2" bash -euo pipefail -s; }

case $verb in
  up)
    on1 <<'NODE1'
ip netns add test1
ip netns add test2
ip link add veth-test1 type veth peer name veth-test2
ip link set veth-test1 netns test1
ip link set veth-test2 netns test2
ip netns exec test1 ip addr add 192.168.1.1/24 dev veth-test1
ip netns exec test2 ip addr add 192.168.1.2/24 dev veth-test2
ip netns exec test1 ip link set dev veth-test1 up
ip netns exec test2 ip link set dev veth-test2 up
docker run -d --name test1 busybox:1.36 sleep infinity
docker run -d --name test2 busybox:1.36 sleep infinity
docker run -d --name test3 --link test1 busybox:1.36 sleep infinity
docker network create -d bridge test-bridge
docker run -d --name test4 --network test-bridge busybox:1.36 sleep infinity
docker network connect test-bridge test1
docker network connect test-bridge test2
docker run -d --name web nginx:1.26
docker run -d --name web-port -p 80:80 nginx:1.26
docker run -d --name test-none --network none busybox:1.36 sleep infinity
docker run -d --name test-host --network host busybox:1.36 sleep infinity
NODE1
    on2 <<<'docker run -d --name web-host --network host nginx:1.26'
    ;;
  check)
    on1 <<'NODE1'
ping -c 1 192.168.205.11
ip netns exec test1 ping -c 1 192.168.1.2
address() { docker inspect -f "{{(index .NetworkSettings.Networks \"$2\").IPAddress}}" "$1"; }
docker exec test1 ping -c 1 "$(address test2 bridge)"
docker exec test2 ping -c 1 "$(address test1 bridge)"
docker exec test1 ping -c 1 192.168.205.1
docker network inspect bridge
brctl show
docker exec test3 ping -c 1 test1
docker exec test1 ping -c 1 -W 1 test3 && exit 1
docker exec test4 ping -c 1 test1
docker exec test2 ip addr
docker exec test4 ping -c 1 -W 1 "$(address test3 bridge)" && exit 1
curl -s "http://$(address web bridge)/" | grep -q 'Welcome to nginx'
curl -s http://127.0.0.1/ | grep -q 'Welcome to nginx'
docker exec test-none ip addr
docker exec test-host hostname
NODE1
    on2 <<'NODE2'
ping -c 1 192.168.205.10
curl -s http://192.168.205.10/ | grep -q 'Welcome to nginx'
curl -s http://127.0.0.1/ | grep -q 'Welcome to nginx'
NODE2
    ;;
  down)
    on1 <<'NODE1'
docker rm -f test1 test2 test3 test4 web web-port test-none test-host
docker network rm test-bridge
ip netns delete test1
ip netns delete test2
NODE1
    on2 <<<'docker rm -f web-host'
    ;;
  *) echo "usage: $0 up|check|down [NODE1 NODE2]" >&2; exit 2 ;;
esac
