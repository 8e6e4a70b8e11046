import { numbersOf } from './numbers.ts';

const numbers = numbersOf('fr');

export const { form, counted, list, hours } = numbers;

/** A number of minutes in words. */
export const minutes = (count: number): string => counted(count, 'minute', 'minutes');
