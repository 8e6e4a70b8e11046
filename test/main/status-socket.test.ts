import { existsSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { askStatus, serveStatus, socketPath } from '../../main/status-socket.ts';
import { dataFolder } from './storage/support.ts';

const answer = { text: 'Not checked in', json: '{"state":"off"}' };

async function served(folder: string): Promise<unknown[]> {
  const errors: unknown[] = [];
  onTestFinished(
    serveStatus(
      folder,
      () => answer,
      (error) => errors.push(error),
    ),
  );
  await expect.poll(() => errors.length > 0 || existsSync(socketPath(folder))).toBe(true);
  return errors;
}

test('whoever may read the data folder is answered; nobody else may', async () => {
  const folder = dataFolder();
  expect(await served(folder)).toEqual([]);
  expect(await askStatus(folder)).toEqual(answer);
  expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600);
});

test('nobody answers where no app runs', async () => {
  expect(await askStatus(dataFolder())).toBeNull();
});

test('a socket that a killed app left is replaced', async () => {
  const folder = dataFolder();
  writeFileSync(socketPath(folder), '');
  expect(await served(folder)).toEqual([]);
  await expect.poll(() => askStatus(folder)).toEqual(answer);
});

test('what is sent to it is read by nobody', async () => {
  const folder = dataFolder();
  await served(folder);
  const socket = connect(socketPath(folder));
  onTestFinished(() => void socket.destroy());
  socket.resume();
  socket.write('x'.repeat(100_000));
  await new Promise((resolve) => socket.once('close', resolve));
  expect(await askStatus(folder)).toEqual(answer);
});

test('a folder whose path is too long is told, and the app goes on', async () => {
  const errors: unknown[] = [];
  serveStatus(
    `/tmp/${'x'.repeat(120)}`,
    () => answer,
    (error) => errors.push(error),
  )();
  expect(String(errors)).toContain('too long');
});
