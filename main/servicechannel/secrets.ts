import { parseJson } from './text.ts';

/** A shorter one is most likely a word of the answer itself: leaving it out would say what it is. */
const LEAST = 8;
/** So many of the last tokens are scrubbed. */
const TOKENS = 32;

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Percent signs as .NET writes them. */
const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (sign) => sign.toLowerCase());

/** A secret as a server may repeat it: as it is, and as a form, an address, JSON or a page writes it. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  ...[
    new URLSearchParams([['', secret]]).toString().slice(1),
    encodeURIComponent(secret.toWellFormed()),
  ].flatMap((form) => [form, lower(form)]),
  JSON.stringify(secret).slice(1, -1),
  secret.replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign),
];

/** Every secret that is in use now. What a server answers is cleaned of them before it is read, shown or kept. */
export class Secrets {
  /** The number of users of each secret. */
  readonly #uses = new Map<string, number>();
  #tokens: readonly string[] = [];
  /** Every form of each, the longest first; null until it is asked for. */
  #known: readonly string[] | null = null;

  /** Scrubs secrets until the returned function is called. Short ones are left alone. */
  use(...secrets: readonly string[]): () => void {
    const long = secrets.filter(({ length }) => length >= LEAST);
    for (const secret of long) this.#uses.set(secret, (this.#uses.get(secret) ?? 0) + 1);
    this.#known = null;
    let inUse = true;
    return () => {
      if (!inUse) return;
      inUse = false;
      for (const secret of long) this.#release(secret);
      this.#known = null;
    };
  }

  /** Scrubs a token for good, with the last others: one that was replaced may still be in force at the server. */
  token(token: string): void {
    this.#tokens = [...this.#tokens, token].filter(({ length }) => length >= LEAST).slice(-TOKENS);
    this.#known = null;
  }

  /** Scrubs secrets during a piece of work. */
  async during<T>(secrets: readonly string[], work: () => Promise<T>): Promise<T> {
    const release = this.use(...secrets);
    try {
      return await work();
    } finally {
      release();
    }
  }

  #release(secret: string): void {
    const left = (this.#uses.get(secret) ?? 0) - 1;
    if (left > 0) this.#uses.set(secret, left);
    else this.#uses.delete(secret);
  }

  get #forms(): readonly string[] {
    if (this.#known) return this.#known;
    const forms = new Set([...this.#uses.keys(), ...this.#tokens].flatMap(formsOf));
    // One may be a part of another.
    this.#known = [...forms].toSorted((one, other) => other.length - one.length);
    return this.#known;
  }

  /** The text with each of them left out, also where JSON writes one in another way. */
  readonly scrub = (text: string): string => {
    const isSuspect = this.#forms.some((form) => text.includes(form));
    // JSON can write any character by its number.
    if (!isSuspect && !/\\u[0-9a-f]{4}/i.test(text)) return text;
    const json = parseJson(text);
    if (json === undefined) return this.#plain(text);
    try {
      const clean = JSON.stringify(this.#walk(json));
      return clean === JSON.stringify(json) ? text : clean;
    } catch {
      // Nested deeper than can be followed.
      return this.#plain(text);
    }
  };

  #plain(text: string): string {
    return this.#forms.reduce((rest, form) => rest.replaceAll(form, '…'), text);
  }

  #walk(json: unknown): unknown {
    if (typeof json === 'string') return this.#plain(json);
    if (Array.isArray(json)) return json.map((each) => this.#walk(each));
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [this.#plain(key), this.#walk(value)]),
    );
  }
}

/** The header by which an OAuth client says who it is; a secret itself. */
export const basicOf = (clientId: string, clientSecret: string): string =>
  Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
