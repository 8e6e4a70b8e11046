/**
 * Stands in the bundle for ajv and ajv-formats, 260 kB of JavaScript. electron-store's conf uses them for a schema alone,
 * and none is given to it: valibot parses settings.json (main/storage/settings-file.ts).
 *
 * @throws always
 */
function noValidator(): never {
  throw new Error('A schema was given to electron-store, whose validator is not in this build.');
}

export class Ajv2020 {
  constructor() {
    noValidator();
  }
}

export default noValidator;
