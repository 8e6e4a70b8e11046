import type { records as en } from './en-records.ts';
import { atTime, fromTime, sinceTime } from './fr-times.ts';
import type { Shape } from './shape.ts';

/** The words of what ServiceChannel holds, in French. */
export const records: Shape<typeof en> = {
  stillOpen: 'maintenant',
  receiptRecorded: 'Enregistré ✓',
  receiptDiffers: 'ServiceChannel a autre chose',
  holds: 'ServiceChannel a',
  nothingHeld: 'Rien',
  heldInstead: (held, reported) => `${held}. Vous avez signalé ${reported}.`,
  copy: 'Copier',
  elsewhere: (workOrderId, since) =>
    since === null
      ? `Votre arrivée est ouverte sur ${workOrderId}. Elle a été pointée ailleurs, et ServiceChannel ne dit pas dans quel fuseau horaire.`
      : `Vous êtes sur ${workOrderId} ${sinceTime(since)}. L’arrivée a été pointée ailleurs.`,
  stoppedElsewhere: (workOrderId, time, here, open) => {
    const waits = `Votre arrivée ${atTime(time)} sur ${workOrderId} n’a pas été envoyée.`;
    if (here) return `${waits} Si vous continuez, celle qui est ouverte compte à sa place.`;
    return open ? `${waits} Si vous continuez, elle est annulée.` : waits;
  },
  checkInAnyway: 'Pointer quand même',
  checkedInAt: 'Arrivée à',
  chooseOne: 'Choisissez…',
  checkedOutThere: (time) => `ServiceChannel a pointé votre départ ${atTime(time)}`,
  checkedOutAdvice: (workOrderId, time) =>
    `Certains clients pointent le départ d’eux-mêmes. Ici vous êtes encore sur place sur ${workOrderId}. Si vous y étiez encore, OnSite repointe votre arrivée ${fromTime(time)}.`,
  wasStillHere: 'J’étais encore ici',
  leftThen: 'Mon départ était alors',
  continueVisit: 'Continuer cette visite',
  notNow: 'Pas maintenant',
};
