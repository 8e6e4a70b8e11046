import type { desktop as en } from './en-desktop.ts';
import { counted } from './es-numbers.ts';
import { state } from './es-state.ts';
import { atTime, sinceTime } from './es-times.ts';
import type { Shape } from './shape.ts';

/** The tray, its menu, and the desktop's notifications, in Spanish. */
export const desktop: Shape<typeof en> = {
  ...state,
  tray: {
    tooltip: (state) => `OnSite: ${state}`,
    needsAttention: 'requiere atención',
    open: 'Abrir OnSite',
    checkIn: 'Registrar entrada…',
    pause: 'Pausar',
    resume: 'Reanudar',
    lately: (workOrderId, store) => [workOrderId, store].filter(Boolean).join(' · '),
    timesheet: 'Hoja de horas',
    settings: 'Ajustes',
    quit: 'Salir de OnSite',
  },
  notification: {
    idle: {
      away: (workOrderId, from) => ({
        title: '¿Sigue trabajando?',
        body: `Usted tiene una entrada abierta en ${workOrderId}. Último uso de esta computadora: ${from}.`,
      }),
      back: (workOrderId, from, to) => ({
        title: '¿Estaba trabajando?',
        body: `De ${from} a ${to} en ${workOrderId}. Cuenta como trabajo mientras usted no diga otra cosa.`,
      }),
      paused: (workOrderId, from) => ({
        title: `En pausa ${sinceTime(from)}`,
        body: `Nadie respondió, así que ${workOrderId} quedó en pausa desde entonces.`,
      }),
    },
    'end-of-day': (workOrderId) => ({
      title: 'Fin del día',
      body: `Usted sigue con la entrada abierta en ${workOrderId}.`,
    }),
    forgotten: (workOrderId) => ({
      title: '¿Olvidó registrar la salida?',
      body: `Usted sigue con la entrada abierta en ${workOrderId}.`,
    }),
    'still-paused': (workOrderId, since) => ({
      title: `Todavía en pausa ${sinceTime(since)}`,
      body: `Usted usa esta computadora, y ${workOrderId} está en pausa. Haga clic para decir cuándo regresó.`,
    }),
    resume: (workOrderId) => ({
      title: 'En pausa hasta hoy',
      body: `Puede reanudar ${workOrderId}.`,
    }),
    attention: (workOrderId, count) => ({
      title: count === 1 ? `Le necesita: ${workOrderId}` : `${count} reportes le necesitan`,
      body: 'ServiceChannel no lo aceptó así. Haga clic para ver por qué, y qué hacer.',
    }),
    due: (workOrderId, store, time, begun) => ({
      title: begun ? `Ya empezó (${time}): ${workOrderId}` : `Programada ${atTime(time)}: ${workOrderId}`,
      body: `${store ? `${store}. ` : ''}Usted no tiene la entrada registrada. ¿Está ahí?`,
    }),
    'tray-not-done': {
      title: 'No se hizo',
      body: 'Lo que eligió en el menú de la bandeja no se hizo. Haga clic para ver por qué.',
    },
    late: (workOrderId, days) => ({
      title: `Sin enviar desde hace ${counted(days, 'día', 'días')}`,
      body:
        days < 7
          ? `Un reporte de ${workOrderId} espera. ServiceChannel lo acepta hasta 7 días después. Conecte esta computadora a la red, o avise a su oficina.`
          : `Un reporte de ${workOrderId} espera. ServiceChannel acepta horas de hasta 7 días atrás, y esta es más antigua. Pida a su oficina que capture las horas.`,
    }),
    'signed-out': {
      title: 'Su sesión terminó',
      body: 'No se envía nada a ServiceChannel hasta que vuelva a iniciar sesión. Su visita sigue, y los reportes esperan aquí.',
    },
    'keychain-locked': {
      title: 'El llavero no responde',
      body: 'No se envía nada a ServiceChannel hasta que lo desbloquee o vuelva a iniciar sesión. Su visita sigue, y los reportes esperan aquí.',
    },
  },
};
