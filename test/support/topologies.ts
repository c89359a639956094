export { validTopology } from '../../src/fuzz/topologies';
