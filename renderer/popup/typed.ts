/** The part of the no-visit form that reads what is typed into its field. */
export { FoundHint } from './found-hint.tsx';
export { LineHint, noOrderText } from './line-hint.tsx';
export { followNumber, found } from './look-up.ts';
export { filledIn, isLine, meant } from './meant.ts';
export { offered } from './offered.ts';
export { orderText } from './one-line.ts';
