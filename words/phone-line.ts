/** ServiceChannel's phone line for check-ins and check-outs (API.md, What clients count). */
export const PHONE_LINE = '1-516-500-7776';
