import {
  FuseState,
  type FuseV1Config,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses';

/** Every fuse there is, as every package must have it. https://www.electronjs.org/docs/latest/tutorial/fuses */
export const FUSES: Readonly<Record<keyof typeof FuseV1Options, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

/** A binary's fuses by their number; one that an Electron does not have is not in it. */
export type Wire = Readonly<Record<string, unknown>>;

const numberOf = (name: string): string =>
  String(Object.entries(FuseV1Options).find(([key]) => key === name)?.[1]);

/** Whether this Electron has the fuse: an older one has a shorter wire. */
const has = (wire: Wire, name: string): boolean => numberOf(name) in wire;

const unknownFuse = (key: string) => [`the table of fuses does not know number ${key}`];

/** @returns what is not as the table says: a fuse in the wrong state, or one that the table does not know */
export function wrongFuses(wire: Wire): string[] {
  const known = new Map(Object.entries(FUSES).map(([name, on]) => [numberOf(name), { name, on }]));
  const faults = Object.entries(wire)
    .filter(([key]) => /^\d+$/.test(key))
    .flatMap(([key, state]) => {
      const fuse = known.get(key);
      if (!fuse) return unknownFuse(key);
      const right = fuse.on ? FuseState.ENABLE : FuseState.DISABLE;
      return state === right ? [] : [`the fuse ${fuse.name} is not ${fuse.on ? 'on' : 'off'}`];
    });
  // All but the newest are in every Electron that is supported.
  const missing = Object.keys(FUSES).filter((name) => name !== 'WasmTrapHandlers' && !has(wire, name));
  return [...faults, ...missing.map((name) => `the binary has no fuse ${name}`)];
}

export const readFuses = async (binary: string): Promise<Wire> => ({ ...(await getCurrentFuseWire(binary)) });

/** Sets every fuse that the binary has. @param otherwise those that are not to be as shipped */
export async function setFuses(binary: string, otherwise: Partial<typeof FUSES> = {}): Promise<void> {
  const wire = await readFuses(binary);
  const options = Object.entries({ ...FUSES, ...otherwise })
    .filter(([name]) => has(wire, name))
    .map(([name, on]) => [numberOf(name), on]);
  const config: FuseV1Config = { version: FuseVersion.V1, ...Object.fromEntries(options) };
  await flipFuses(binary, config);
}
