import type { CheckView, OwnSetting, SettingName } from '../preload/contract.ts';
import type { settings as en } from './en-settings.ts';
import { keyNames } from './es-keys.ts';
import { counted, form } from './es-numbers.ts';
import { difference } from './es-problems.ts';
import { afterTheirs } from './es-quotes.ts';
import { languageName } from './language.ts';
import type { Shape } from './shape.ts';
import { shortcutText } from './shortcut.ts';

const labels: Readonly<Record<SettingName, string>> = {
  workTypeId: 'Tipo de trabajo de una entrada',
  techsCount: 'Técnicos de una entrada',
  undoSeconds: 'Segundos para deshacer una acción',
  idleMinutes: 'Preguntar después de estos minutos de ausencia',
  autoPauseMinutes: 'Pausar solo, minutos después de preguntar',
  endOfDay: 'Fin del día',
  workdays: 'Días laborables',
  notifications: 'Notificaciones',
  disputeMinutes: 'Minutos desde los que resalta una diferencia',
  strip: 'Una tira con el tiempo, sobre todas las ventanas',
  remindBeforeMinutes: 'Recordar una orden por vencer, minutos antes',
  clientDisputeMinutes: 'Minutos desde los que resalta una diferencia, por cliente',
  theme: 'Tema',
  language: 'Idioma',
  timeFormat: 'Horas',
  launchAtLogin: 'Abrir al iniciar mi sesión en la computadora',
  shortcut: 'Atajo que abre OnSite',
  technicians: 'Compañeros',
  apiUrl: 'Dirección de la API',
  loginUrl: 'Dirección de inicio de sesión',
  clientId: 'ID de cliente',
  signIn: 'Inicio de sesión',
  redirectUri: 'Dirección de redirección',
  requestTimeoutSeconds: 'Segundos de espera por una respuesta',
  updateUrl: 'Las actualizaciones vienen de',
  linkHosts: 'Otras páginas que se pueden abrir',
};

const hints: Partial<Readonly<Record<SettingName, string>>> = {
  undoSeconds: 'Con 0 se envía de inmediato.',
  idleMinutes: 'Con 0 no pregunta nunca.',
  autoPauseMinutes: 'Desde el inicio de la ausencia. Con 0 no lo hace nunca.',
  remindBeforeMinutes: 'Una vez por orden, mientras no está en sitio. Con 0 no lo hace nunca.',
  strip:
    'Mientras su entrada está abierta: el número, el tiempo, y Pausar o Reanudar. Arrástrela a donde quiera.',
  workdays: 'En estos días se le pregunta al fin del día.',
  shortcut: 'Haga clic aquí y presione las teclas. Retroceso lo quita.',
  clientDisputeMinutes: 'Para clientes que disputan facturas antes o después. Vacío: como arriba.',
  redirectUri: 'Solo si su cliente se registró con una.',
};

const wrong: Readonly<Record<OwnSetting, string>> = {
  workTypeId: 'Escriba un número entero, desde 1.',
  techsCount: 'Escriba un número entero de 1 a 999.',
  undoSeconds: 'Escriba un número entero de 0 a 30.',
  idleMinutes: 'Escriba un número, desde 0.',
  autoPauseMinutes: 'Escriba un número, desde 0.',
  endOfDay: 'Escriba una hora como 17:30.',
  workdays: 'Elija días de la semana.',
  notifications: 'Sí o no.',
  disputeMinutes: 'Escriba un número, desde 0.',
  clientDisputeMinutes: 'Escriba un número desde 0 en cada uno, o nada.',
  strip: 'Sí o no.',
  remindBeforeMinutes: 'Escriba un número, desde 0.',
  theme: 'Elija una de estas opciones.',
  language: 'Elija una de estas opciones.',
  timeFormat: 'Elija una de estas opciones.',
  launchAtLogin: 'Sí o no.',
  shortcut: 'Elija otras teclas.',
  technicians: 'Cada uno necesita un nombre y un UserId, en cifras.',
  apiUrl: 'Escriba una dirección que empiece con https://.',
  loginUrl: 'Escriba una dirección que empiece con https://.',
  clientId: 'Escriba el ID de cliente.',
  signIn: 'Elija una de estas opciones.',
  redirectUri: 'Una dirección de esta computadora, como http://127.0.0.1:8400/.',
  requestTimeoutSeconds: 'Escriba un número entero de 1 a 600.',
};

const checks: Readonly<
  Record<CheckView['name'], Readonly<Record<CheckView['state'], (detail: string) => string>>>
> = {
  host: {
    ok: (host) => `ServiceChannel responde en ${host}.`,
    missing: (host) => `ServiceChannel no responde en ${host}. ¿Hay red?`,
    unknown: () => 'Si ServiceChannel responde, se ve cuando haya iniciado sesión.',
  },
  client: {
    ok: () => 'ServiceChannel conoce su cliente OAuth.',
    missing: () => 'Falta el ID de cliente. Su oficina lo recibe de ServiceChannel.',
    unknown: (asked) =>
      asked
        ? 'Ahora no se pudo comprobar si ServiceChannel conoce su cliente OAuth.'
        : 'Si ServiceChannel conoce su cliente OAuth, se ve cuando haya iniciado sesión.',
  },
  user: {
    ok: (name) => `Usted inició sesión como ${name}.`,
    missing: (message) =>
      message ? afterTheirs(message, 'ServiceChannel no lo deja entrar.') : 'No ha iniciado sesión.',
    unknown: () => 'No se pudo preguntar ahora si su sesión vale.',
  },
  clock: {
    ok: () => 'El reloj de esta computadora está bien.',
    missing: (ms) =>
      `El reloj de esta computadora está ${Number(ms) > 0 ? 'atrasado' : 'adelantado'} ${difference(Number(ms))}. Las horas reportadas se corrigen.`,
    unknown: () => 'El reloj no se ha comparado todavía.',
  },
  keychain: {
    ok: () => 'El llavero guarda su sesión.',
    missing: () => 'El llavero no responde: inicia sesión otra vez en cada arranque.',
    unknown: () => 'Todavía no se ha preguntado al llavero.',
  },
  tray: {
    ok: () => 'El icono está en la bandeja.',
    missing: () => 'Este escritorio no muestra iconos en la bandeja: OnSite es una ventana.',
    unknown: () => 'Todavía no se sabe si hay bandeja.',
  },
  notifications: {
    ok: () => 'Se pueden mostrar notificaciones.',
    missing: () => 'Este escritorio no muestra notificaciones.',
    unknown: () => 'No se sabe si se pueden mostrar notificaciones.',
  },
  permission: {
    ok: (clients) => `Permiten entradas sin GPS: ${clients}.`,
    missing: (clients) =>
      `No permiten entradas sin GPS: ${clients}. Su oficina pide a ese cliente el permiso XML check-in/out: Provider Automation lo muestra.`,
    unknown: (clients) =>
      `${clients ? `Todavía no se sabe de ${clients}. ` : ''}Si un cliente permite entradas sin GPS (el permiso XML check-in/out) se ve en su primera entrada ahí. Provider Automation también lo muestra, entre los permisos de su usuario.`,
  },
};

/** The Settings window, in Spanish. */
export const settings: Shape<typeof en> = {
  settingLabels: labels,
  settingHints: hints,
  settingWrong: (key) => wrong[key],
  setByCompany: 'Lo fija su empresa',
  clientSecretHint: 'Se guarda en el llavero de esta computadora y no se vuelve a mostrar.',
  settingSections: {
    work: 'Trabajo',
    asking: 'Cuándo pregunta OnSite',
    appearance: 'Apariencia',
    computer: 'Esta computadora',
    colleagues: 'Compañeros',
    connection: 'Conexión',
    company: 'De su empresa',
  },
  settingOptions: {
    theme: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    language: { system: 'Como el sistema', en: 'English', es: 'Español', fr: 'Français' },
    timeFormat: { system: 'Como el sistema', '12': '12 horas (3:02 p. m.)', '24': '24 horas (15:02)' },
    signIn: { password: 'Con contraseña, aquí', browser: 'Con el navegador' },
  },
  /** The system asks for a language that there are no words for. */
  languageMissing: (tag) => `OnSite todavía no tiene textos en ${languageName(tag, 'es')}.`,
  colleagueName: 'Nombre',
  colleagueId: 'UserId',
  addColleague: 'Agregar compañero',
  findColleagues: 'Buscar compañeros',
  removeColleague: (name) => (name ? `Quitar a ${name}` : 'Quitar'),
  pressKeys: 'Presione las teclas…',
  keyNames,
  shortcut: (accelerator: string) => shortcutText(accelerator, keyNames),
  restoreDefaults: 'Restablecer valores',
  restoreDefaultsHint: 'Todos menos la conexión.',
  checkingConnection: 'Comprobando la conexión…',
  firstCheck: (missing) =>
    missing === 0
      ? 'Conexión comprobada: todo lo que se sabe funciona.'
      : `Conexión comprobada: ${form(missing, 'falta', 'faltan')} ${counted(missing, 'cosa', 'cosas')}.`,
  showChecks: 'Ver lo comprobado',
  checkSeen: 'De acuerdo',
  copyLetter: 'Copiar una carta al cliente',
  letterCopied: 'Copiada. Envíela al administrador de ServiceChannel del cliente.',
  checkConnection: 'Comprobar conexión',
  copyDiagnostics: 'Copiar diagnóstico',
  diagnosticsCopied: 'Copiado. No contiene nombres ni secretos.',
  check: ({ name, state, detail }) => checks[name][state](detail),
  checkStates: { ok: 'Funciona', missing: 'Falta', unknown: 'No se sabe' },
};
