import type { Cause } from '../main/storage/faults.ts';
import type { start as en } from './en-start.ts';
import { list } from './es-numbers.ts';
import { sinceTime } from './es-times.ts';
import type { Shape } from './shape.ts';

/** Why OnSite cannot start. */
const FAULTS: Readonly<Record<Cause, (folder: string, reason: string) => string>> = {
  newer: (folder) =>
    `Los registros en ${folder} los escribió un OnSite más nuevo. Quedaron como estaban. Instale el OnSite más nuevo y ábralo de nuevo.`,
  full: (folder, reason) =>
    `No queda espacio para los registros en ${folder} (${reason}). No se cambió nada. Libere espacio y abra OnSite de nuevo.`,
  denied: (folder, reason) =>
    `OnSite no puede leer ni escribir sus registros en ${folder} (${reason}). No se cambió nada. Dé el permiso y abra OnSite de nuevo.`,
  locked: (folder, reason) =>
    `Otro programa tiene ocupados los registros en ${folder} (${reason}). No se cambió nada. Cierre ese programa o espere a que termine, y abra OnSite de nuevo.`,
  damaged: (folder, reason) =>
    `Los registros en ${folder} están dañados y no se pueden apartar (${reason}). Quedaron como estaban. Muestre este texto a su oficina.`,
  other: (folder, reason) =>
    `Pasó algo que OnSite no conoce (${reason}). Los registros en ${folder} quedaron como estaban. Abra OnSite de nuevo; si vuelve a pasar, muestre este texto a su oficina.`,
};

/** The words of an app that cannot start, in Spanish. */
export const start: Shape<typeof en> = {
  openNeedsNumber:
    'onsite open necesita el número de una orden de trabajo, por ejemplo: onsite open 107002896',
  notRunning: 'OnSite no está abierto.',
  statusSince: sinceTime,
  cannotStart: 'OnSite no puede abrirse',
  refusedSwitches: (names) =>
    `Se abrió con ${list(names)}, lo que daría su sesión a otros programas. No se leyó ni se envió nada. Abra OnSite sin eso, o pregunte a su oficina.`,
  heldElsewhere: (computer, pid, path) =>
    `OnSite está abierto en la computadora ${computer} con los mismos registros (proceso ${pid}). Ciérrelo ahí y abra OnSite de nuevo. Si ya no está abierto ahí, quite primero el archivo ${path}.`,
  startFault: (fault, folder, reason) => FAULTS[fault](folder, reason),
};
