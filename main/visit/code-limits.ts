/** ServiceChannel takes so many resolution codes of a work order, and texts of this length (API.md). */
export const MOST_CODES = 3;
export const LONGEST_CODE_TEXT = 100;
