import { UNLISTED } from './all-sabotages.ts';
import { expectFound } from './expect-found.ts';

expectFound(UNLISTED);
