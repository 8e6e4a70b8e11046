import { json, type Reply } from './http.ts';

/** ServiceChannel's error codes that the sandbox gives, with names in the manner of the reference. */
export const ERROR_NAMES = {
  502: 'WorkOrderNotFound',
  503: 'IncorrectField',
  504: 'AccessDenied',
  804: 'NoPermission',
  904: 'ExtendedStatusDoesNotBelongToPrimary',
  908: 'ScheduledDateNotChanged',
  917: 'InvalidTrackingNumber',
  921: 'WorkOrderIsCompleted',
  924: 'CheckInNotAllowed',
  925: 'CheckOutNotAllowed',
  941: 'CheckInOutOfRange',
  942: 'CheckOutOutOfRange',
  1186: 'WorkActivityOverlap',
  4100: 'TooManyResolutionCodes',
  4101: 'ResolutionCodeRequired',
  4102: 'RootCauseRequired',
  4104: 'RootCauseTextNotAllowed',
  4105: 'RootCauseTextTooLong',
  4107: 'ResolutionCodeNotFound',
  4108: 'ResolutionCodeTextTooLong',
  4110: 'ResolutionCodeNotUnique',
  4113: 'TooManyAssetCategories',
  4114: 'NoAccessToAssetCategories',
  4118: 'RootCausePerAssetCategory',
  4121: 'RootCausesPerAssetCategory',
  4122: 'ResolutionCodesPerAssetCategory',
} as const;

export type ErrorCode = keyof typeof ERROR_NAMES;

/** A request that ServiceChannel refuses. `code` is null where the answer carries none. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: ErrorCode | null;
  readonly headers: Record<string, string>;

  constructor(status: number, code: ErrorCode | null, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** A field is missing or wrong, or a rule about times or users is broken: 400/503. */
export function wrongField(message: string): Refusal {
  return new Refusal(400, 503, message);
}

/** The right to do this is missing: 400/804. */
export function noPermission(message: string): Refusal {
  return new Refusal(400, 804, message);
}

/** The answer that a refusal becomes. The throttle in front of ServiceChannel has words of its own. */
export function refusalReply(refusal: Refusal, codesAsNames: boolean): Reply {
  if (refusal.status === 429) return json(429, { Reason: refusal.message }, refusal.headers);
  const code = refusal.code === null ? null : codesAsNames ? ERROR_NAMES[refusal.code] : refusal.code;
  const codes = code === null ? {} : { ErrorCodes: [code], ErrorCode: code };
  return json(refusal.status, { ...codes, ErrorMessage: refusal.message }, refusal.headers);
}
