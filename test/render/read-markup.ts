/** Reads a page as XML would: whatever is not closed, not escaped or named twice throws. */

export interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Node | string)[];
}

/** The root element of a page that begins with the document type of HTML. */
export function readPage(page: string): Node {
  const start = '<!DOCTYPE html>\n';
  if (!page.startsWith(start)) throw new Error('no document type');
  return readMarkup(page.slice(start.length).trimEnd());
}

/** The one element that a text consists of. */
export function readMarkup(text: string): Node {
  const token =
    /<(?<close>\/)?(?<name>[a-z][a-z0-9]*)(?<attributes>(?: [a-zA-Z-:]+[0-9]?="[^"<]*")*)(?<empty>\/)?>|(?<text>[^<]+)/gy;
  const open: { name: string; attributes: ReadonlyMap<string, string>; children: (Node | string)[] }[] = [
    { name: '', attributes: new Map(), children: [] },
  ];
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const groups = token.exec(text)?.groups;
    const parent = open.at(-1);
    if (groups === undefined || parent === undefined) throw new Error(`no markup at ${at}`);
    if (groups['text'] !== undefined) parent.children.push(unescaped(groups['text']));
    else if (groups['close'] === undefined) {
      const node = { name: groups['name'] ?? '', attributes: attributesOf(groups['attributes'] ?? ''), children: [] };
      parent.children.push(node);
      if (groups['empty'] === undefined) open.push(node);
    } else if (open.pop()?.name !== groups['name'] || open.length === 0)
      throw new Error(`</${groups['name']}> too early`);
  }
  const [root, ...others] = open[0]?.children ?? [];
  if (open.length !== 1 || root === undefined || typeof root === 'string' || others.length > 0)
    throw new Error('not one element');
  return root;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const pairs = [...text.matchAll(/ ([^=]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, unescaped(value)] as const,
  );
  const map = new Map(pairs);
  if (map.size !== pairs.length) throw new Error('an attribute twice');
  return map;
}

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
]);

function unescaped(text: string): string {
  if (
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(
      text,
    )
  ) {
    throw new Error('a character that XML forbids');
  }
  return text.replace(/&([^;&]*;?)/g, (_all, name: string) => {
    const character = name.endsWith(';') ? CHARACTERS.get(name.slice(0, -1)) : undefined;
    if (character === undefined) throw new Error('an ampersand that is not escaped');
    return character;
  });
}

/** A node and all below it, in reading order. */
export function nodesOf(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : nodesOf(child)))];
}

/** All text of a node, its style sheets left out. */
export function textOf(node: Node): string {
  if (node.name === 'style') return '';
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** All nodes of a name. */
export function named(node: Node, name: string): readonly Node[] {
  return nodesOf(node).filter((one) => one.name === name);
}

/** The cells of the body of a table, known by the id of its caption, a row each; notes under a cell's text are left out. */
export function bodyOf(page: Node, id: string): readonly (readonly string[])[] {
  const table = named(page, 'table').find((one) =>
    nodesOf(one).some(({ name, attributes }) => name === 'caption' && attributes.get('id') === `${id}-caption`),
  );
  if (table === undefined) throw new Error(`no table ${id}`);
  const body = named(table, 'tbody').flatMap((one) => named(one, 'tr'));
  return body.map((row) => row.children.map((cell) => (typeof cell === 'string' ? cell : withoutNotes(cell))));
}

function withoutNotes(node: Node): string {
  if (node.name === 'small') return '';
  return node.children.map((child) => (typeof child === 'string' ? child : withoutNotes(child))).join('');
}
