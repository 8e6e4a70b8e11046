/** The words of the language that the windows speak. */
export { en as t } from './en.ts';
