import { parseSync } from 'vite';
import type { Sources } from './imports.ts';

/** Openings that leave a reader to guess the subject. `\b` keeps `Whatever` and names such as `WhoIs` out. */
const RIDDLE = /^(Who|Whoever|Whose|What|Nobody|Somebody)\b/;

/**
 * Keeps comments plain: their first words say what a thing is or does (DESIGN.md, Words).
 *
 * @returns one line for each fault, `file:line: what is wrong`
 */
export function checkComments(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    let lastLine = -1;
    return parseSync(path, source).comments.flatMap(({ type, value, start }) => {
      const line = source.slice(0, start).split('\n').length;
      const goesOn = type === 'Line' && line === lastLine + 1;
      if (type === 'Line') lastLine = line;
      const opening = RIDDLE.exec(value.replace(/^[\s*]+/, ''))?.[1];
      if (goesOn || opening === undefined) return [];
      return [`${path}:${line}: a comment begins with “${opening}”: begin with what the thing is or does`];
    });
  });
}
