/** ServiceChannel takes so many resolution codes of a work order or of an asset category, and texts of this length. */
export const MOST_CODES = 3;
export const LONGEST_CODE_TEXT = 100;
/** Codes may be asked for by so many asset categories at once. */
export const MOST_ASSET_CATEGORIES = 5;
