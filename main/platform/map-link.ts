/** Schemes of the systems' own maps, with what stands before the words to look for. */
const MAPS: Partial<Record<NodeJS.Platform, string>> = {
  // https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/MapLinks/MapLinks.html
  darwin: 'maps:?q=',
  // https://learn.microsoft.com/windows/apps/develop/launch/launch-maps-app
  win32: 'bingmaps:?where=',
  // GNOME's. `geo:`, the other scheme, has to say a coordinate (RFC 5870), and none leaves this program.
  linux: 'maps:q=',
};

/** The link that shows an address in the system's own map; null where it has none. The map looks for the words alone. */
export function mapLink(platform: NodeJS.Platform, address: string): string | null {
  const before = MAPS[platform];
  return before === undefined ? null : before + encodeURIComponent(address);
}
