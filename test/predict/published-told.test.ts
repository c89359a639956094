import { nodePort, told } from './ask';
import { buildLab } from './builder';

const lab = buildLab({
  nodes: [{ name: 'node1', listens: [{ port: 9, protocol: 'udp' }] }, { name: 'node2' }],
  networks: [{ name: 'app', subnet: '10.1.0.0/24' }],
  containers: {
    web: {
      listens: [80, { port: 53, protocol: 'udp' }],
      ports: [
        { published: 8080, target: 80 },
        { published: 53, protocol: 'udp' },
      ],
    },
    other: { networks: ['app'] },
  },
});

describe('a reason tells of a published port', () => {
  it('who publishes it, and which port is meant inside', () => {
    expect(told(lab, 'node2', nodePort(8080))).toMatch(
      'web publishes 8080/tcp: node1 sends it on to port 80 of web',
    );
    expect(told(lab, 'node1', nodePort(8080, '127.0.0.1'))).toMatch(
      'docker-proxy on node1 takes 8080/tcp and passes it on to port 80 of web',
    );
  });

  it('from which address a datagram is answered, and which one was asked', () => {
    const from = "answers from 10.1.0.1, the node's address on the sender's bridge, not from";
    expect(told(lab, 'other', nodePort(53, undefined, 'udp'))).toMatch(
      `docker-proxy of engine 26.1 ${from} 192.168.205.10 that was asked`,
    );
    expect(told(lab, 'other', nodePort(9, undefined, 'udp'))).toMatch(
      /^node1 listens on 9\/udp of node1, but its answer leaves from 10.1.0.1, .* not from 192.168.205.10/m,
    );
  });
});
