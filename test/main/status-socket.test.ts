import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
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

const LONG = join('x'.repeat(100), 'y'.repeat(100));

test.runIf(process.platform === 'linux')('a folder is asked however long its path is', async () => {
  const folder = join(dataFolder(), LONG);
  mkdirSync(folder, { recursive: true });
  expect(await served(folder)).toEqual([]);
  await expect.poll(() => askStatus(folder)).toEqual(answer);
  expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600);
});

test('a folder in which no socket can be made is told, and the app goes on', async () => {
  const errors: unknown[] = [];
  const folder = join(dataFolder(), LONG);
  serveStatus(
    folder,
    () => answer,
    (error) => errors.push(error),
  )();
  expect(String(errors)).toContain('no socket can be made');
  expect(await askStatus(folder)).toBeNull();
});
