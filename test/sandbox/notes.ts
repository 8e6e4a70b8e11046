import * as v from 'valibot';
import { parseBody } from './body.ts';
import { record, type UserCall, workOrderOf } from './call.ts';
import { wrongField } from './errors.ts';
import { json, queryOf, type Reply } from './http.ts';
import { addNote } from './state.ts';

const schema = v.strictObject({
  Note: v.pipe(v.string('must be a text'), v.trim(), v.nonEmpty('must not be empty')),
  MailedTo: v.optional(v.string('must be a text'), ''),
});

/** GET /workorders/{id}/notes?paging=page:size, newest first. */
export function listNotes(call: UserCall): Reply {
  const order = workOrderOf(call);
  const paging = queryOf(call.request.url).get('paging') ?? '1:10';
  const [page = 0, size = 0] = paging.split(':').map(Number);
  if (!/^[1-9]\d*:[1-9]\d*$/.test(paging)) throw wrongField('Paging must be page:size');
  const all = call.state.notes.filter((note) => note.workOrderId === order.id).toReversed();
  const Notes = all.slice((page - 1) * size, page * size).map((note) => ({
    Id: note.id,
    NoteData: note.text,
    DateCreated: new Date(note.createdAt).toISOString(),
    CreatedBy: note.createdBy,
  }));
  return json(200, { Notes, AllNotesCount: all.length });
}

/** POST /workorders/{id}/notes. */
export function postNote(call: UserCall): Reply {
  const order = workOrderOf(call);
  const body = parseBody(schema, call.request);
  const Id = addNote(call.state, order.id, body.Note, call.user.fullName, call.now);
  record(call, 'note', order.id, null);
  return json(201, { Id });
}
