/**
 * The journal holds codes and facts: turns the sentences of older versions into them. A line that is none of those is
 * kept as it was.
 */
export const SENTENCES_TO_CODES = `
  UPDATE delivery_log SET what = CASE
     WHEN what IN ('queued', 'sending', 'unconfirmed', 'discarded') THEN json_object('code', what)
     WHEN what = 'another report records it' THEN json_object('code', 'replaced')
     WHEN what GLOB 'recorded, MechanicId [0-9]*' THEN
       json_object('code', 'recorded', 'mechanicId', CAST(substr(what, 22) AS INTEGER), 'by', 'answer')
     WHEN what IN ('recorded (answer)', 'recorded (read-back)', 'recorded (technician)', 'recorded (phone)') THEN
       json_object('code', 'recorded', 'mechanicId', NULL, 'by', substr(what, 11, length(what) - 11))
     WHEN what GLOB 'refused: HTTP [0-9]*' THEN
       json_object('code', 'refused', 'message', '', 'httpStatus', CAST(substr(what, 15) AS INTEGER))
     WHEN what LIKE 'refused: %' THEN json_object('code', 'refused', 'message', substr(what, 10), 'httpStatus', 0)
     WHEN what IN ('no certain answer (timeout): reading back', 'no certain answer (broken): reading back',
         'no certain answer (unreadable): reading back', 'no certain answer (server-error): reading back') THEN
       json_object('code', 'no-answer', 'why', substr(what, 20, length(what) - 34))
     WHEN what LIKE 'offline: %' THEN json_object('code', 'not-sent', 'why', 'offline', 'detail', substr(what, 10))
     WHEN what LIKE 'rate-limit: %' THEN json_object('code', 'not-sent', 'why', 'rate-limit', 'detail', substr(what, 13))
     WHEN what LIKE 'signed-out: %' THEN json_object('code', 'not-sent', 'why', 'signed-out', 'detail', substr(what, 13))
     WHEN what LIKE 'kept-back: %' THEN json_object('code', 'not-sent', 'why', 'kept-back', 'detail', substr(what, 12))
     WHEN what IN ('read back: there', 'read back: absent', 'read back: unclear', 'read back: unreachable') THEN
       json_object('code', 'read-back', 'seen', substr(what, 12))
     WHEN what = 'read: closed at this time already' THEN json_object('code', 'held-as-reported')
     WHEN what = 'read: closed by somebody else' THEN json_object('code', 'held')
     WHEN what = 'read: no check-in there' THEN json_object('code', 'check-in-doubted')
     WHEN what IN ('read: open there', 'read: closed there', 'read: not there') THEN
       json_object('code', replace(substr(what, 7), ' ', '-'))
     ELSE json_object('code', 'text', 'text', what) END;`;
