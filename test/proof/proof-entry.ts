export { proveTrees, told, total } from './tree-proof.ts';
