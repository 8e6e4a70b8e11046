import type { Location } from './records.ts';

/** The time zone of the demo's locations. */
export const CHICAGO = 'America/Chicago';

/** A demo location in Springfield, Illinois. As in the API, Address2 is the street and Address1 an addition. */
export function place(Id: number, StoreId: string, Name: string, street: string): Location {
  return {
    Id,
    StoreId,
    Name,
    Address1: '',
    Address2: street,
    City: 'Springfield',
    State: 'IL',
    Zip: '62701',
    Phone: '217-555-0100',
    TimeZoneIanaName: CHICAGO,
  };
}
