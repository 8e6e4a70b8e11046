import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';

const MAIN = join(import.meta.dirname, '../../sandbox/main.ts');

const Reports = v.array(v.object({ kind: v.string(), workOrderId: v.number(), body: v.string() }));
const Body = v.object({ CheckInTime: v.optional(v.string()), CheckOutTime: v.optional(v.string()) });

/** One thing that ServiceChannel recorded. */
export interface Recorded {
  readonly kind: string;
  readonly workOrderId: number;
  readonly at: number;
}

/** A sandbox in a process of its own: it outlives every kill of the app. */
export class SandboxProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  static start(): Promise<SandboxProcess> {
    const child = spawn(process.execPath, [MAIN, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    return new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (chunk) => {
        said += chunk;
        const url = /Sandbox on (\S+)/.exec(said)?.[1];
        if (url) resolve(new SandboxProcess(url, child));
      });
      child.once('exit', (code) => reject(new Error(`the sandbox ended: ${code}`)));
    });
  }

  get apiUrl(): string {
    return `${this.url}/v3`;
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.url}/__sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async configure(config: object): Promise<void> {
    await this.#ask('POST', 'config', config);
  }

  async arm(faults: readonly object[]): Promise<void> {
    await this.#ask('POST', 'faults', faults);
  }

  async behave(): Promise<void> {
    await this.#ask('DELETE', 'faults');
  }

  /** Every check-in and check-out on its record. */
  async reports(): Promise<readonly Recorded[]> {
    return v.parse(Reports, await this.#ask('GET', 'reports')).map(({ kind, workOrderId, body }) => {
      const { CheckInTime, CheckOutTime } = v.parse(Body, JSON.parse(body));
      return { kind, workOrderId, at: Date.parse(CheckInTime ?? CheckOutTime ?? '') };
    });
  }

  close(): void {
    this.#child.kill('SIGKILL');
  }
}
