import { UpdateRefused } from './update-offer.ts';

/** A server that sends nothing for so long does not answer any more (ms). */
export const STALL = 60_000;

/** Bytes of an answer, as they come. */
interface Answer {
  on(event: 'data', listener: (bytes: { readonly length: number }) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
}

/** A request of Electron's or Node's. */
export interface UpdateRequest {
  on(event: 'response', listener: (answer: Answer) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  abort(): void;
}

/** Ends a request that is answered with another address: where updates come from is for the policy alone to say. */
export function refuseRedirect(request: { abort(): void }, to: string, reject: (error: Error) => void): void {
  const where = URL.canParse(to) ? new URL(to).origin : 'another address';
  const why = `The update feed redirects to ${where}.`;
  reject(new UpdateRefused('redirected', why));
  request.abort();
}

/** Ends a request whose answer stops coming, or is longer than it should be. @param most bytes of the answer */
export function limitAnswer(request: UpdateRequest, most: number, reject: (error: Error) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let bytes = 0;
  const end = (error: Error) => {
    clearTimeout(timer);
    reject(error);
    request.abort();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => end(new Error(`The update server sent nothing for ${STALL} ms.`)), STALL);
  };
  wait();
  request.on('close', () => clearTimeout(timer));
  request.on('response', (answer) => {
    answer.on('end', () => clearTimeout(timer));
    answer.on('data', ({ length }) => {
      bytes += length;
      if (bytes > most) end(new UpdateRefused('feed', `The update server sent more than ${most} bytes.`));
      else wait();
    });
  });
}
