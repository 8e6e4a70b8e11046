import type { signIn as en } from './en-sign-in.ts';
import { untilTime } from './es-times.ts';
import type { Shape } from './shape.ts';

/** The form of a sign-in, in Spanish. */
export const signIn: Shape<typeof en> = {
  signIn: 'Iniciar sesión',
  username: 'Usuario',
  password: 'Contraseña',
  connection: 'Conexión',
  clientId: 'ID de cliente',
  clientSecret: 'Secreto de cliente',
  secretKept: 'Guardado',
  secretGiven: 'Fijado',
  givenByCompany: 'Lo fija su empresa',
  typeUserName: 'Escriba su usuario.',
  typePassword: 'Escriba su contraseña.',
  environment: 'Entorno',
  lockedByPolicy: 'Lo que está en gris lo fija su empresa.',
  cancel: 'Cancelar',
  askingServiceChannelToSignIn: 'Esperando la respuesta de ServiceChannel…',
  signsInSoon: 'ServiceChannel pide esperar un momento. Después, OnSite inicia su sesión.',
  signsInLater: (time) =>
    `ServiceChannel no acepta más solicitudes ${untilTime(time)}. Después, OnSite inicia su sesión.`,

  signInWithBrowser: 'Iniciar sesión con el navegador',
  inBrowser: 'Inicie sesión en la página de ServiceChannel, en su navegador. OnSite espera cinco minutos.',
  environments: { production: 'Producción', sandbox: 'Sandbox', custom: 'Propio de su empresa' },
};
