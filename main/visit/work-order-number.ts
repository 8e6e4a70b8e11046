import { LARGEST_WORK_ORDER, type NumberFault, type Parsed, parseDigits, visible } from './numbers.ts';

/** A number of so many digits is a whole one: the digits beside it belong to another. */
export const WHOLE_DIGITS = 8;

/** The labels that people and ServiceChannel write before a number: `Tracking #`, `Work order no.`, `WO:`. */
const LABEL = String.raw`(?:(?:service\s?channel|tracking|work[\s-]?order|w\.\s?o\.?|w/?o|order|job|ticket|number|no|nr|id)(?![a-z])[.:]?|[#№]|n[°º])`;

const LABELS = new RegExp(String.raw`^(?:${LABEL}\s*)+`, 'i');
/** A label in front of a number somewhere in a longer text; `order` alone may be a purchase order. */
const LABELLED =
  /(?<![a-z])(?:tracking|work[\s-]?order|wo)(?![a-z])[\s.:#-]*(?:(?:number|no|nr|id)(?![a-z])[\s.:#-]*)?([0-9]{6,10})(?![\p{L}\p{N}])/iu;

const OPENING = /^[\s"'“‘«([{<]+/;
const CLOSING = /[\s"'”’»)\]}>.,;:!]+$/;

/** Names of a number in the address of a work order's page, `?id=107002896`. */
const IN_QUERY = /^(?:id|wo|wo_?id|work_?order(?:_?id|_?number)?|tracking(?:_?number)?)$/i;

const fail = (fault: NumberFault): Parsed => ({ ok: false, fault });

/** Digits in groups: blanks (no tab, no line break) and hyphens anywhere, or two or more of the same thousands separator. */
function ungrouped(text: string): string {
  if (/^[0-9]{1,3}([.,'’])[0-9]{3}(?:\1[0-9]{3})+$/.test(text)) return text.replace(/[^0-9]/g, '');
  return text.replace(/(?<=[0-9])\p{Zs}*(?:[-‐‑–]\p{Zs}*)?(?=[0-9])/gu, '');
}

/** Is there another number beside a whole one? Blanks between them must not make a third of the two. */
const isSeveral = (text: string): boolean => {
  const groups = text.match(/[0-9]+/g) ?? [];
  return groups.length > 1 && groups.some((group) => group.length >= WHOLE_DIGITS);
};

/** The one number that the address of a ServiceChannel page or of a link of ours names. */
function parseAddress(address: string): Parsed {
  if (!URL.canParse(address)) return fail('not-digits');
  const { protocol, hostname, pathname, searchParams, hash } = new URL(address);
  const isOurs = protocol === 'onsite:' && hostname === 'workorder';
  if (!isOurs && !/(?:^|\.)servicechannel\.com$/i.test(hostname)) return fail('not-digits');
  const named = [...searchParams].flatMap(([name, value]) => (IN_QUERY.test(name) ? [value] : []));
  const inPath = `${pathname}/${hash}`.match(/(?<=[/(])[0-9]+(?=[/?)]|$)/g) ?? [];
  const numbers = [...new Set(named.length > 0 ? named : inPath)];
  const [only] = numbers;
  if (only === undefined) return fail('not-digits');
  return numbers.length > 1 ? fail('several') : parseDigits(only, LARGEST_WORK_ORDER);
}

/**
 * A work order number as people type and paste it: with blanks, hyphens or thousands separators in it, with what is
 * written before it (`Tracking #`, `Work order`, `WO#`), as the address of its page, or the only number of a sentence
 * that calls it one. Digits are 0–9; a leading hyphen on its own is a minus sign, and no number.
 */
export function parseWorkOrder(text: string): Parsed {
  const seen = visible(text).replace(OPENING, '').replace(CLOSING, '');
  if (/^[a-z]+:\/\//i.test(seen)) return parseAddress(seen);
  if (/^(?:[\w-]+\.)*servicechannel\.com\//i.test(seen)) return parseAddress(`https://${seen}`);
  if (isSeveral(seen)) return fail('several');
  const label = LABELS.exec(seen)?.[0] ?? '';
  const after = seen.slice(label.length);
  const bare = ungrouped(/[a-z.:]\s*$/i.test(label) ? after.replace(/^[-–]\s*/, '') : after);
  const parsed = parseDigits(bare, LARGEST_WORK_ORDER);
  if (parsed.ok || parsed.fault !== 'not-digits') return parsed;
  const labelled = LABELLED.exec(seen)?.[1];
  const others = seen.match(/\p{N}+/gu)?.length ?? 0;
  return labelled !== undefined && others === 1 ? parseDigits(labelled, LARGEST_WORK_ORDER) : parsed;
}
