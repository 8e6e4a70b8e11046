import type { Answer } from '../servicechannel/answers.ts';
import type { Client, Recorded } from '../servicechannel/client.ts';
import type { ReportRequest } from './requests.ts';

/**
 * Sends a report's request; its place among the requests of this minute was taken already.
 * @param leaving called right before the bytes leave, at every try; false keeps them back
 */
export function send(
  client: Client,
  request: ReportRequest,
  leaving: () => boolean,
): Promise<Answer<Recorded | null>> {
  const options = { placed: true, leaving };
  switch (request.kind) {
    case 'check-in':
      return client.checkIn(request.workOrderId, request.body, options);
    case 'check-out':
      return client.checkOut(request.workOrderId, request.body, options);
    case 'status':
      return client.setStatus(request.workOrderId, request.body, options);
    case 'note':
      return client.addNote(request.workOrderId, request.body, options);
    case 'add':
      return client.addActivity(request.workOrderId, request.body, options);
    case 'correct':
      return client.correctActivity(request.workOrderId, request.activityId, request.body, options);
    case 'delete':
      return client.deleteActivity(request.workOrderId, request.activityId, options);
  }
}
