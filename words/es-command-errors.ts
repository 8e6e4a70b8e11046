import { LARGEST_WORK_ORDER, MOST_TECHNICIANS, type NumberFault } from '../main/visit/numbers.ts';
import type { CommandError, Fault } from '../preload/contract.ts';
import { account } from './es-account.ts';
import { says } from './es-quotes.ts';
import { settings } from './es-settings.ts';
import { atTime, ofTime, sinceTime } from './es-times.ts';
import { sheet } from './es-timesheet.ts';

const workOrder: Readonly<Record<NumberFault, string>> = {
  empty: 'Escriba el número de la orden de trabajo.',
  'not-digits': 'El número de una orden de trabajo solo tiene cifras.',
  several: 'Aquí hay más de un número. Deje solo el de la orden de trabajo.',
  'out-of-range': `El número de una orden de trabajo va de 1 a ${LARGEST_WORK_ORDER}.`,
};

const technicians: Readonly<Record<NumberFault, string>> = {
  empty: '¿Cuántos?',
  'not-digits': 'Escriba un número.',
  several: 'Escriba un solo número.',
  'out-of-range': `Escriba un número de 1 a ${MOST_TECHNICIANS}.`,
};

function rule(fault: Fault, when: (ms: number) => string): string {
  switch (fault.reason) {
    case 'already-on-site':
      return `Usted ya registró su entrada en ${fault.workOrderId}.`;
    case 'before-previous':
      return `Es antes de su último reporte, ${ofTime(when(fault.previous.ms))}. Elija una hora posterior.`;
    case 'clock-behind':
      return `Su último reporte es ${ofTime(when(fault.previous.ms))}, y el reloj de esta computadora está atrasado. Corrija el reloj e inténtelo de nuevo.`;
    case 'after-next':
      return `Es después del siguiente reporte, ${ofTime(when(fault.next.ms))}. Elija una hora anterior.`;
    case 'counts-from':
      return `Esta entrada cuenta ${sinceTime(when(fault.at.ms))}. Hasta entonces puede salir ${atTime(when(fault.at.ms))}, o deshacerla.`;
    case 'in-future':
      return 'Eso está en el futuro.';
    case 'too-old':
      return 'ServiceChannel acepta horas de hasta 7 días atrás.';
    case 'still-open':
      return 'Sigue abierta. Registre primero la salida; después se pueden cambiar sus horas.';
    case 'elsewhere-then':
      return `A esa hora usted estaba en ${fault.workOrderId}.`;
    case 'break-order':
      return 'Tiene que terminar después de empezar, y un descanso está dentro de su estancia.';
    case 'reported-by-another':
      return 'Otro usuario de este equipo tiene abierta esta entrada. Primero hay que registrar la salida con su cuenta.';
    case 'of-colleague':
      return `Para el compañero con UserId ${fault.userId}, por lo que no se hizo nada: ${rule(fault.fault, when)}`;
    case 'same-number':
      return 'Ese es el número que ya tiene. Escriba el correcto.';
    case 'in-question':
      return 'Un reporte de esta visita está en camino, o no se sabe todavía si quedó registrado. Inténtelo en un minuto.';
    case 'too-late':
      return 'Ya es tarde para deshacer: se está reportando.';
    case 'not-now':
      return 'Las cosas cambiaron mientras tanto. Mire de nuevo y luego decida.';
  }
}

const time: Readonly<Record<Extract<CommandError, { code: 'time' }>['fault'], string>> = {
  'not-a-time': 'Complete la fecha y la hora, o deje todo vacío para decir ahora.',
  skipped: 'Esa hora no existió: los relojes se adelantaron. Elija otra.',
  twice: 'Esa hora ocurrió dos veces: los relojes se atrasaron. Elija cuál fue.',
};

/**
 * The words for a command that cannot be done.
 * @param when writes an instant (ms) as a time of day
 */
export function error(of: CommandError, when: (ms: number) => string): string {
  switch (of.code) {
    case 'work-order':
      return workOrder[of.fault];
    case 'technicians':
      return technicians[of.fault];
    case 'time':
      return time[of.fault];
    case 'rule':
      return rule(of.fault, when);
    case 'unclear':
      return 'ServiceChannel no dice cuál es. Elíjala arriba y continúe.';
    case 'signed-out':
      return 'Primero inicie sesión.';
    case 'wrong-password':
      return account.wrongPassword(of.message);
    case 'wrong-client':
      return account.wrongClient(of.message);
    case 'not-now':
      return account.signInNotNow(of.message);
    case 'still-waiting':
      return account.stillWaiting(of.count);
    case 'no-client':
      return account.noClient;
    case 'browser':
      return account.browserFailed(of.why, of.message);
    case 'cancelled':
      return account.signInCancelled;
    case 'offline':
      return 'No hay conexión con ServiceChannel. Inténtelo cuando la haya.';
    case 'untrusted':
      return 'Lo que respondió en lugar de ServiceChannel no pudo demostrar que es ServiceChannel, así que no se envió nada. Pruebe otra red; en la de una empresa, pida el certificado a quien la cuida.';
    case 'no-map':
      return 'En esta computadora no hay un programa de mapas. En su lugar se copió la dirección.';
    case 'note-empty':
      return 'Primero escriba la nota.';
    case 'note-unknown':
      return 'La conexión se cortó antes de la respuesta. Mire las notas de arriba: si falta la suya, agréguela de nuevo.';
    case 'unreadable':
      return 'ServiceChannel respondió algo que no se puede leer. Inténtelo más tarde.';
    case 'refused':
      return of.problem.message
        ? says(of.problem.message)
        : 'ServiceChannel rechazó esto y no dio ninguna razón.';
    case 'not-kept':
      return `Esto no se pudo guardar en esta computadora, así que no se hizo nada. ${of.detail}`;
    case 'policy':
      return 'La política de su empresa no se puede usar, así que no puede empezar ninguna visita. Avise a quien cuida esta computadora.';
    case 'setting':
      return settings.settingWrong(of.key);
    case 'damaged':
      return 'El archivo del registro de esta computadora está dañado aquí, y también su última copia, así que estas visitas no se pueden mostrar. Las otras semanas sí. No se borra nada, y el registro de ServiceChannel sigue intacto: véalo en el navegador.';
    case 'file':
      return sheet.fileNotWritten(of.path, of.fault);
    case 'bad-request':
      return 'OnSite no pudo leer eso. Cierre esta ventana, ábrala de nuevo e inténtelo otra vez.';
    case 'unexpected':
      return 'Algo falló en OnSite, y no se hizo nada. Inténtelo otra vez; lo que pasó está en su registro.';
  }
}
