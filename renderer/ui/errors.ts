import { send } from './snapshot.ts';

/** The places in our code that an error came through; its message may carry typed text, and stays here. */
function whereOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => line.includes('app://'));
  return frames.slice(0, 10).join('\n') || 'unknown';
}

/** Tells main of every error that this page did not expect: it is logged and said, and the page goes on. */
export function tellErrors(): void {
  const tell = (error: unknown) => void send('app:error', { where: whereOf(error) });
  window.addEventListener('error', (event) => tell(event.error));
  window.addEventListener('unhandledrejection', (event) => tell(event.reason));
}
