import * as v from 'valibot';
import type { ErrorReason, Refusal } from './answers.ts';
import { cleanText, parseJson } from './text.ts';

/** Integers on the wire, enum names in the reference: both are read. */
const code = v.union([v.string(), v.number()]);

const errorBody = v.object({
  ErrorCodes: v.fallback(v.optional(v.array(code), []), []),
  ErrorCode: v.fallback(v.nullish(code), null),
  ErrorMessage: v.fallback(v.nullish(v.string()), null),
  // The field of the vendor's web framework, where ServiceChannel itself was not asked.
  Message: v.fallback(v.nullish(v.string()), null),
});

/** An error answer's codes and message, whatever its status. */
export interface ErrorBody {
  readonly codes: readonly string[];
  readonly message: string;
}

/** The error in an answer's body, or null when it is not ServiceChannel's: HTML, empty, other JSON. */
export function readError(text: string | null): ErrorBody | null {
  const parsed = v.safeParse(errorBody, parseJson(text));
  if (!parsed.success) return null;
  const { ErrorCodes, ErrorCode, ErrorMessage, Message } = parsed.output;
  const given = ErrorCode === null || ErrorCode === undefined ? ErrorCodes : [...ErrorCodes, ErrorCode];
  const codes = [...new Set(given.map((each) => cleanText(String(each))))].filter(Boolean);
  const message = cleanText(ErrorMessage || Message || '');
  return codes.length > 0 || message ? { codes, message } : null;
}

/** A 4xx made a refusal. `reporting`: the request was a check-in or check-out, which need the XML permission. */
export function refusalOf(status: number, error: ErrorBody | null, reporting: boolean): Refusal {
  const reason = reasonFor(status, error, reporting);
  return { reason, message: error?.message ?? '', httpStatus: status, codes: error?.codes ?? [] };
}

/** Each code of API.md's table that means one thing; 503 means many and is told by its message. */
const BY_CODE: Readonly<Record<string, ErrorReason>> = {
  502: 'not-found',
  503: 'field',
  504: 'permission',
  804: 'permission',
  904: 'extended-status',
  917: 'tracking-number',
  921: 'completed',
  924: 'closed-for-check-in',
  925: 'closed-for-check-in',
  941: 'mile-range',
  942: 'mile-range',
  1186: 'overlap',
  4100: 'codes',
  4101: 'codes',
  4102: 'codes',
  4104: 'codes',
  4105: 'codes',
  4107: 'codes',
  4108: 'codes',
  4109: 'codes',
  4110: 'codes',
  // Of asset categories: users who have access to them choose codes for each of the order's, others must not.
  4113: 'codes',
  4114: 'codes',
  4117: 'codes',
  4118: 'codes',
  4120: 'codes',
  4121: 'codes',
  4122: 'codes',
};

/** Messages that one code shares with others: the vendor's check-in troubleshooting page has the words. */
const SHARED_CODE: readonly (readonly [RegExp, ErrorReason])[] = [
  [/out of .{0,20}\bmile/i, 'mile-range'],
  [/not (been )?checked[ -]?in/i, 'not-checked-in'],
];

const OF_CODES: readonly [RegExp, ErrorReason] = [/resolution codes?\b|root ?causes?\b/i, 'codes'];

const WRONG_FIELD: readonly (readonly [RegExp, ErrorReason])[] = [
  OF_CODES,
  [
    /provide (your )?location|location .*(required|needed|missing)|(missing|need).* location/i,
    'xml-permission',
  ],
  [/out of date/i, 'out-of-date'],
  [/premature/i, 'premature'],
  [/close to .*(location|time)/i, 'time-ahead'],
  [/work ?type|check[ -]?in type/i, 'work-type'],
];

/** For codes given by a name, which are not published, and for errors without a code. */
const ANY_WORDS: readonly (readonly [RegExp, ErrorReason])[] = [
  OF_CODES,
  [/extended ?status/i, 'extended-status'],
  [/tracking ?number/i, 'tracking-number'],
  [/overlap/i, 'overlap'],
  [/completed['’]? status|(is|been|already) completed|IsCompleted/i, 'completed'],
  [/invoiced|voided|maintenance|\bIVR\b|does not allow|status .*not allow/i, 'closed-for-check-in'],
  [/work ?order.*not ?found/i, 'not-found'],
  [/permission|access ?denied|unauthori[sz]ed|authorization has been denied/i, 'permission'],
];

function reasonFor(status: number, error: ErrorBody | null, reporting: boolean): ErrorReason {
  if (status === 405 || status === 406) return 'not-allowed';
  const said = reasonIn(error);
  // The vendor's description of a work order that is not there has this status, and no code.
  if (status === 404 && said === 'unknown') return 'not-found';
  const reason = status === 401 ? 'permission' : said;
  return reason === 'permission' && reporting ? 'xml-permission' : reason;
}

function reasonIn(error: ErrorBody | null): ErrorReason {
  if (!error) return 'unknown';
  const { codes, message } = error;
  const coded = codes.map((each) => BY_CODE[each]).find((reason) => reason !== undefined);
  const shared = match(SHARED_CODE, message);
  if (coded === 'field') return shared ?? match(WRONG_FIELD, message) ?? 'field';
  if (coded === 'closed-for-check-in') return shared ?? coded;
  if (coded) return coded;
  const words = [message, ...codes].join(' ');
  return shared ?? match(ANY_WORDS, words) ?? match(WRONG_FIELD, words) ?? 'unknown';
}

function match(table: readonly (readonly [RegExp, ErrorReason])[], words: string): ErrorReason | null {
  return table.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
