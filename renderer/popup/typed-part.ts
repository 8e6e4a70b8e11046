import { partOf } from '../ui/part.tsx';

/** Reads what is typed into the no-visit form: nothing is there to be read when that is first painted. */
export const typedPart = partOf(() => import('./typed.ts'));
