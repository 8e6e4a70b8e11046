import * as v from 'valibot';
import { changeConfig } from './config.ts';
import {
  addCheckInElsewhere,
  editSubscriber,
  editUser,
  editWorkOrder,
  expireTokens,
} from './control-edits.ts';
import { json, pathOf, type Reply, type SandboxRequest } from './http.ts';
import type { Sandbox } from './sandbox.ts';

type Control = (sandbox: Sandbox, body: unknown, id: number) => unknown;

const ENDPOINTS: Readonly<Record<string, Control>> = {
  'GET reports': (sandbox) => sandbox.reports,
  'GET requests': (sandbox) => sandbox.requests,
  'GET activities': (sandbox) => sandbox.state.activities,
  'GET workorders': (sandbox) => sandbox.state.workOrders,
  'GET workorders/:id': (sandbox, _, id) => sandbox.state.workOrders.find((order) => order.id === id) ?? null,
  'POST workorders/:id': (sandbox, body, id) => editWorkOrder(sandbox.state, id, body),
  'POST subscribers/:id': (sandbox, body, id) => editSubscriber(sandbox.state, id, body),
  'POST users/:id': (sandbox, body, id) => editUser(sandbox.state, id, body),
  'POST checkins': (sandbox, body) => addCheckInElsewhere(sandbox, body),
  'POST tokens/expire': (sandbox, body) => expireTokens(sandbox.state, body),
  'GET faults': (sandbox) => sandbox.faults.list(),
  'POST faults': (sandbox, body) => {
    for (const fault of Array.isArray(body) ? body : [body]) sandbox.faults.add(fault);
    return sandbox.faults.list();
  },
  'DELETE faults': (sandbox) => {
    sandbox.faults.clear();
    return [];
  },
  'GET config': (sandbox) => sandbox.config,
  'POST config': (sandbox, body) => {
    sandbox.configure(changeConfig(sandbox.config, body));
    return sandbox.config;
  },
  'POST reset': (sandbox) => {
    sandbox.reset();
    return {};
  },
};

/** Answers a request to /__sandbox/…: looks into the sandbox or changes it, outside every limit and fault. */
export function control(sandbox: Sandbox, request: SandboxRequest): Reply {
  const path = pathOf(request.url).slice('/__sandbox/'.length);
  const id = /^\w+\/(\d+)$/.exec(path)?.[1];
  const name = id === undefined ? path : `${path.slice(0, path.indexOf('/'))}/:id`;
  const endpoint = ENDPOINTS[`${request.method} ${name}`];
  if (!endpoint) return json(404, { error: 'No such control', controls: Object.keys(ENDPOINTS) });
  try {
    const body: unknown = request.body.trim() === '' ? {} : JSON.parse(request.body);
    return json(200, endpoint(sandbox, body, Number(id ?? 0)));
  } catch (error) {
    return json(400, { error: explain(error) });
  }
}

function explain(error: unknown): string {
  if (error instanceof v.ValiError) {
    return error.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
