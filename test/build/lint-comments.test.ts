import { describe, expect, it } from 'vitest';
import { checkComments } from '../../build/lint/check-comments.ts';

const faultsOf = (source: string): string[] => checkComments(new Map([['main/visit/x.ts', source]]));

describe('the lint rule for comments', () => {
  it.each(['Who', 'Whoever', 'Whose', 'What', 'Nobody', 'Somebody'])(
    'finds one that opens with %s',
    (word) => {
      const fault = [
        `main/visit/x.ts:2: a comment begins with “${word}”: begin with what the thing is or does`,
      ];
      expect(faultsOf(`\n/** ${word} is there. */\nexport const a = 1;`)).toEqual(fault);
      expect(faultsOf(`\n/**\n * ${word} is there.\n */\nexport const a = 1;`)).toEqual(fault);
      expect(faultsOf(`\n  // ${word} is there.`)).toEqual(fault);
      expect(faultsOf(`\nexport const a = 1; // ${word} is there.`)).toEqual(fault);
    },
  );

  it.each([
    ['a plain opening', '/** The user who is there. */'],
    ['a question further in', '/** The visit. What came of it. */'],
    ['a line that goes on', '// The user is the one\n// Who is there.'],
    ['another word', '// Whatever the answer is, it is kept.'],
    ['a string', "export const text = '// What is this?';"],
  ])('allows %s', (_name, source) => {
    expect(faultsOf(source)).toEqual([]);
  });

  it('looks at each comment by itself where code lies between', () => {
    expect(faultsOf('// The first.\nexport const a = 1;\n// Who is there.')).toHaveLength(1);
  });
});
