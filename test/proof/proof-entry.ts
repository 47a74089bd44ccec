export { proveTrees, told } from './tree-proof.ts';
