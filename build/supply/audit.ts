import * as v from 'valibot';

const Found = v.object({
  metadata: v.object({
    vulnerabilities: v.object({ high: v.number(), critical: v.number(), total: v.number() }),
  }),
});

/** The outcome of `npm audit`. `unreachable`: the registry was not asked, or gave no answer. */
export type Audit =
  | { readonly kind: 'asked'; readonly total: number; readonly grave: number }
  | { readonly kind: 'unreachable' };

/** Reads the answer of `npm audit --json`, which exits 1 both where it found something and where it could not ask. */
export function auditOf(output: string): Audit {
  // Warnings may come before it.
  const json = output.slice(output.indexOf('{'));
  try {
    const { high, critical, total } = v.parse(Found, JSON.parse(json)).metadata.vulnerabilities;
    return { kind: 'asked', total, grave: high + critical };
  } catch {
    return { kind: 'unreachable' };
  }
}
