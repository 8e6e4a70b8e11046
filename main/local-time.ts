/** Minutes east of UTC in this computer's zone at an instant (ms). */
export const offsetAt = (ms: number): number => 0 - new Date(ms).getTimezoneOffset();
