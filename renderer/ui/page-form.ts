import { createContext } from 'preact';

/** The form that a page is, by its id: its buttons and fields may stand outside of it, in the bar. */
export const PageForm = createContext<string | undefined>(undefined);
