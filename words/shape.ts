/** The same keys and arguments with any text: a language has the shape of English, and the compiler checks it. */
export type Shape<T> = T extends string
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Shape<Each>[]
    : T extends (...args: infer A) => infer R
      ? (...args: A) => Shape<R>
      : { readonly [K in keyof T]: Shape<T[K]> };
