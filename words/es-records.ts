import type { records as en } from './en-records.ts';
import { atTime, sinceTime } from './es-times.ts';
import type { Shape } from './shape.ts';

/** The words of what ServiceChannel holds, in Spanish. */
export const records: Shape<typeof en> = {
  stillOpen: 'ahora',
  receiptRecorded: 'Registrado ✓',
  receiptDiffers: 'ServiceChannel tiene otra cosa',
  holds: 'ServiceChannel tiene',
  nothingHeld: 'Nada',
  heldInstead: (held, reported) => `${held}. Usted reportó ${reported}.`,
  copy: 'Copiar',
  elsewhere: (workOrderId, since) =>
    since === null
      ? `Usted tiene una entrada abierta en ${workOrderId}. La registró en otro lugar, y ServiceChannel no dice en qué zona horaria.`
      : `Usted está en ${workOrderId} ${sinceTime(since)}. Registró la entrada en otro lugar.`,
  stoppedElsewhere: (workOrderId, time, here, open) => {
    const waits = `Su entrada en ${workOrderId} ${atTime(time)} no se ha enviado.`;
    if (here) return `${waits} Si continúa, cuenta en su lugar la que está abierta.`;
    return open ? `${waits} Si continúa, se deshace.` : waits;
  },
  checkInAnyway: 'Registrar entrada de todos modos',
  checkedInAt: 'Entrada a las',
  chooseOne: 'Elija…',
  checkedOutThere: (time) => `ServiceChannel registró su salida ${atTime(time)}`,
  checkedOutAdvice: (workOrderId, time) =>
    `Algunos clientes registran la salida solos. Aquí usted sigue en sitio en ${workOrderId}. Si todavía estaba ahí, OnSite registra su entrada de nuevo ${sinceTime(time)}.`,
  wasStillHere: 'Todavía estaba aquí',
  leftThen: 'Salí entonces',
  continueVisit: 'Continuar esta visita',
  notNow: 'Ahora no',
};
