/** Is it a time of day alone (`09:14`, in Quebec `9 h 14`), without a weekday or a date before it? */
const isTimeAlone = (time: string): boolean => /^\d{1,2}(:|\s?h)/.test(time);

/** `à 09:14`, `le mar. 09:14` */
export const atTime = (time: string): string => (isTimeAlone(time) ? `à ${time}` : `le ${time}`);

/** `de 09:14`, `du mar. 09:14` */
export const ofTime = (time: string): string => (isTimeAlone(time) ? `de ${time}` : `du ${time}`);

/** `depuis 09:14`, `depuis le mar. 09:14` */
export const sinceTime = (time: string): string =>
  isTimeAlone(time) ? `depuis ${time}` : `depuis le ${time}`;

/** `dès 09:14`, `dès le mar. 09:14` */
export const fromTime = (time: string): string => (isTimeAlone(time) ? `dès ${time}` : `dès le ${time}`);

/** `jusqu’à 09:14`, `jusqu’au mar. 09:14` */
export const untilTime = (time: string): string =>
  isTimeAlone(time) ? `jusqu’à ${time}` : `jusqu’au ${time}`;
