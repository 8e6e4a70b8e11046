import { numbersOf } from './numbers.ts';

const numbers = numbersOf('en');

export const { form, list, hours } = numbers;

/** `1 minute`, `2 minutes`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  numbers.counted(count, one, many);

/** A number of minutes in words. */
export const minutes = (count: number): string => counted(count, 'minute');
