import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everythingRead } from './everything-read.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';

/** Each turns the direction of a text, ends its line, is half of a character or no character at all. */
const MARKS = ['\u061C', '\u200F', '\u202E', '\u2067', '\u0000', '\u001B', '\u009F', '\u2028', '\uD800'];
const LONG = 200_000;

/** A network whose server writes these into every text of every answer, and makes a few texts very long. */
const hostile: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const text = await response.text();
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  const { status } = response;
  if (!/^[[{]/.test(text) || text.includes('access_token'))
    return new Response(text || null, { status, headers });
  const changed = JSON.stringify(JSON.parse(text), (name, value) => {
    if (typeof value !== 'string') return value;
    const long = ['FullName', 'NoteData', 'Description', 'CreatedBy'].includes(name)
      ? ` ${'x'.repeat(LONG)}`
      : '';
    return `${value}${MARKS.join('')}${long}`;
  });
  return new Response(changed, { status, headers });
};

/** Every text in an answer. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

test('no text of a server is shown or kept with what would disguise it, and each has an end', async () => {
  const { send, snapshot, checkIn, core, desktop, folder } = await appRig({ workdays: [] }, hostile);
  await checkIn();
  await until(() => core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'recorded');
  await send('order:add-note', { workOrderId: MAIN_STREET, text: 'A note' });
  await until(async () => Boolean((await snapshot()).current?.workOrder?.store));
  const read = await everythingRead({ send });
  const shown = [read, await snapshot(), desktop.shell.shown, desktop.said, desktop.clipboard];
  const texts = textsIn(shown);
  expect(texts.join('\n')).toContain('Main Street');
  for (const mark of MARKS) expect(texts.filter((text) => text.includes(mark))).toEqual([]);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(10_000);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const mark of ['\u202E', '\u200F', '\u2028']) expect(files.join('')).not.toContain(mark);
});
