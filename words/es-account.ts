import type { CommandError } from '../preload/contract.ts';
import type { account as en } from './en-account.ts';
import { counted, form } from './es-numbers.ts';
import { afterTheirs } from './es-quotes.ts';
import type { Shape } from './shape.ts';

function browserFailed(why: Extract<CommandError, { code: 'browser' }>['why'], message: string): string {
  switch (why) {
    case 'denied':
      return afterTheirs(message, 'El inicio de sesión fue rechazado en el navegador.');
    case 'timeout':
      return 'El navegador no respondió en cinco minutos. Inténtelo de nuevo.';
    case 'port':
      return `Otro programa usa la dirección ${message} de esta computadora. Cierre ese programa, o pida a su oficina otro redirectUri.`;
    case 'no-browser':
      return 'No se pudo abrir su navegador. Elija uno en los ajustes de esta computadora e inténtelo de nuevo.';
  }
}

/** Signing in and out, in Spanish. */
export const account: Shape<typeof en> = {
  signInOpens: 'Iniciar sesión…',
  expired: 'Su sesión terminó',
  expiredAdvice: 'Su visita sigue, y los reportes esperan aquí hasta que vuelva a iniciar sesión.',
  keychainLocked: 'El llavero no responde',
  keychainLockedAdvice:
    'OnSite no puede saber si tiene la sesión iniciada. Su visita sigue, y los reportes esperan aquí. Desbloquee el llavero, o vuelva a iniciar sesión.',
  tryAgain: 'Reintentar',
  noTokens: (message) =>
    afterTheirs(
      message,
      'El inicio de sesión de ServiceChannel no funciona en este momento. OnSite sigue intentando, y los reportes esperan aquí.',
    ),

  wrongPassword: (message) =>
    message
      ? afterTheirs(message, 'Compruebe su usuario y su contraseña.')
      : 'ServiceChannel no conoce este usuario con esta contraseña.',
  wrongClient: (message) =>
    afterTheirs(message, 'ServiceChannel no conoce este ID de cliente con este secreto en este entorno.'),
  signInNotNow: (message) =>
    message
      ? afterTheirs(
          message,
          'El inicio de sesión de ServiceChannel no funciona en este momento. Inténtelo más tarde.',
        )
      : 'El inicio de sesión de ServiceChannel no respondió, o respondió algo que está en medio. Inténtelo más tarde, o en otra red.',
  noClient:
    'Esta computadora no tiene ID de cliente o secreto de cliente para ServiceChannel. Escríbalos en Ajustes, o pregunte a su oficina.',
  browserFailed,
  browserPage: {
    done: { title: 'Vuelva a OnSite', text: 'OnSite ya tiene la respuesta. Puede cerrar esta página.' },
    denied: {
      title: 'No se inició la sesión',
      text: 'Puede cerrar esta página e intentarlo de nuevo en OnSite.',
    },
    unknown: {
      title: 'No es una respuesta',
      text: 'Esto no pertenece a ninguna sesión que OnSite espere. Puede cerrar esta página.',
    },
  },
  sendAndSignOut: 'Enviar ahora y cerrar sesión',
  signOutKeeping: (count) => `Cerrar sesión, guardar ${count} aquí`,
  stay: 'Quedarme',
  stillWaiting: (count) =>
    `Sin enviar todavía: ${form(count, 'un reporte', `${count} reportes`)}. No se perdió nada, y su sesión sigue iniciada.`,
  otherOnSite: (userName) =>
    `${userName ?? 'Otro usuario'} sigue con una entrada abierta en esta computadora`,
  otherWaits: (userName, count) =>
    `${counted(count, 'reporte', 'reportes')} de ${userName ?? 'otro usuario'} ${form(count, 'espera', 'esperan')}`,
  otherIsLate:
    'Espera desde hace cinco días o más, y ServiceChannel acepta horas de hasta 7 días atrás. Pida a esa persona que inicie sesión aquí.',

  signInCancelled: 'Cancelado. No se cambió nada.',
};
