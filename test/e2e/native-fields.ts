import type { Locator } from '@playwright/test';

/** A node of the DevTools protocol, in those parts that are read here. */
interface DomNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

const nodesOf = (node: DomNode): readonly DomNode[] => [
  node,
  ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(nodesOf),
];

/** The text that Chromium shows in a date or time field, which its value does not tell. Spaces of any kind are plain. */
export async function shownIn(field: Locator): Promise<string> {
  const session = await field.page().context().newCDPSession(field.page());
  await field.evaluate((element) => element.setAttribute('data-asked', ''));
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await field.evaluate((element) => element.removeAttribute('data-asked'));
  await session.detach();
  const asked = nodesOf(root).find(({ attributes }) => attributes?.includes('data-asked'));
  const texts = asked ? nodesOf(asked).filter(({ nodeName }) => nodeName === '#text') : [];
  return texts
    .map(({ nodeValue }) => nodeValue)
    .join('')
    .replaceAll(/\s/g, ' ');
}
