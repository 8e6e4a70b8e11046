/** Is it a time of day alone, without a weekday or a date before it? */
const isTimeAlone = (time: string): boolean => /^\d{1,2}:/.test(time);

/** `las 9:14`, `la 1:14`, `el lun 9:14`: a time with its article. */
const withArticle = (time: string): string => {
  if (!isTimeAlone(time)) return `el ${time}`;
  return /^0?1:/.test(time) ? `la ${time}` : `las ${time}`;
};

/** `a las 9:14`, `el lun 9:14` */
export const atTime = (time: string): string => (isTimeAlone(time) ? `a ${withArticle(time)}` : `el ${time}`);

/** `de las 9:14`, `del lun 9:14` */
export const ofTime = (time: string): string =>
  isTimeAlone(time) ? `de ${withArticle(time)}` : `del ${time}`;

/** `desde las 9:14`, `desde el lun 9:14` */
export const sinceTime = (time: string): string => `desde ${withArticle(time)}`;

/** `hasta las 9:14`, `hasta el lun 9:14` */
export const untilTime = (time: string): string => `hasta ${withArticle(time)}`;
