import type { moments as en } from './en-moments.ts';
import { atTime, sinceTime } from './es-times.ts';
import type { Shape } from './shape.ts';

/** The words of what OnSite asks by itself, in Spanish. */
export const moments: Shape<typeof en> = {
  momentTitles: {
    idle: 'OnSite – Ausencia',
    'end-of-day': 'OnSite – Fin del día',
    quit: 'OnSite – Salir',
    forgotten: 'OnSite – Salida olvidada',
  },

  awayTitle: (workOrderId) => `¿Sigue trabajando en ${workOrderId}?`,
  awayText: (time, ago) =>
    `Esta computadora se usó por última vez ${atTime(time)}, hace ${ago}. El tiempo cuenta como trabajo mientras usted no diga otra cosa.`,
  backTitle: (from, to, workOrderId) => `De ${from} a ${to} en ${workOrderId}`,
  backText: (duration) =>
    `La computadora no se usó durante ${duration}. Cuenta como trabajo mientras usted no diga otra cosa.`,
  autoPausedTitle: (time) => `En pausa ${sinceTime(time)}`,
  autoPausedText: (workOrderId) =>
    `Nadie estaba en esta computadora y nadie respondió, así que ${workOrderId} quedó en pausa desde entonces.`,
  keepWorking: 'Sigo trabajando',
  pauseFrom: (time) => `Pausar ${sinceTime(time)}`,
  dontAskAgain: 'No preguntar más en esta visita',
  wasWorking: 'Estaba trabajando',
  hadBreak: 'Tomé un descanso',
  keepPause: 'Dejar la pausa',
  breakFrom: 'De',
  breakTo: 'A',
  saveBreak: 'Guardar descanso',
  takesOff: (duration) => `Quita ${duration} de su tiempo en sitio.`,
  breakEmpty: 'Un descanso termina después de empezar.',

  endOfDayTitle: (time, workOrderId) => `Hora: ${time}. Usted sigue con la entrada abierta en ${workOrderId}`,
  onSiteToday: (duration) => `${duration} en sitio`,
  pauseUntilTomorrow: 'Pausar hasta mañana',
  staysOnSite: 'Durante la pausa, el cliente ve la orden de trabajo como In Progress / On Site.',
  stillWorking: 'Sigo trabajando',
  leftAtTime: (time) => `Salí ${atTime(time)}`,

  quitTitle: (workOrderId) => `Usted sigue con la entrada abierta en ${workOrderId}`,
  quitText:
    'ServiceChannel cuenta el tiempo hasta que registre la salida o una pausa. OnSite no puede preguntarle mientras está cerrado.',
  shutdownText:
    'La computadora está por apagarse. ServiceChannel cuenta el tiempo hasta que registre la salida o una pausa.',
  quitAndStay: 'Salir y dejar la entrada abierta',
  dontQuit: 'No salir',

  forgottenTitle: '¿Olvidó registrar la salida?',
  forgottenText: (workOrderId, since) =>
    `Usted está en ${workOrderId} ${sinceTime(since)}. No se envía nada hasta que diga cuándo salió.`,
  evidence: {
    'last-use': (time) => `Último uso ${time}`,
    sleep: (time) => `Suspensión ${time}`,
    'end-of-day': (time) => `Fin del día ${time}`,
    automatic: (time) => `Salida de ServiceChannel ${time}`,
    'next-check-in': (time) => `Siguiente entrada ${time}`,
  },
  askingServiceChannel: 'Preguntando a ServiceChannel si registró su salida…',
  checkOutThen: 'Registrar esa salida',
  stillOnSite: 'Sigo en sitio',

  askComputer: '¿Esta computadora está con usted mientras trabaja?',
  yes: 'Sí',
  no: 'No',
  stillPausedSince: (time) => `Todavía en pausa ${sinceTime(time)}`,
  backAtOpens: 'Regresé a las…',
  pausedUntilToday: (workOrderId) => `${workOrderId} quedó en pausa hasta hoy.`,
  idleSilent:
    'Este escritorio ya no dice a OnSite cuándo no se usa la computadora. Las ausencias no se notan: haga la pausa usted.',
  noIdleDetection:
    'No se detectan ausencias: este escritorio no dice a OnSite cuándo no se usa la computadora.',
};
