export { validTopology } from '../../fuzz/topologies';
