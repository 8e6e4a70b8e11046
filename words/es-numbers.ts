import { numbersOf } from './numbers.ts';

/** Figures as Mexico writes them: `1.50`. */
const numbers = numbersOf('es-MX');

export const { form, counted, list, hours } = numbers;

/** A number of minutes in words. */
export const minutes = (count: number): string => counted(count, 'minuto', 'minutos');
