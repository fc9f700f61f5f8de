import { parsers } from 'prettier/plugins/yaml';

/** What a YAML file says: texts (numbers and truths too, as they stand there), lists and maps. */
export type Yaml = string | null | readonly Yaml[] | { readonly [key: string]: Yaml };

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly anchor?: { readonly value: string } | null;
  readonly children?: readonly (Node | null)[];
}

/**
 * Reads a YAML file with anchors, aliases and merged maps, by the parser that formats it.
 *
 * @throws Error it is none, or uses what this reader does not know
 */
export async function readYaml(text: string): Promise<Yaml> {
  const root = (await parsers.yaml.parse(text, {} as never)) as Node;
  const anchors = new Map<string, Yaml>();
  const only = (node: Node | null | undefined): Yaml => {
    const child = node?.children?.find((each) => each !== null);
    return child ? read(child) : null;
  };
  const read = (node: Node): Yaml => {
    const said = meant(node);
    if (node.anchor) anchors.set(node.anchor.value, said);
    return said;
  };
  const meant = (node: Node): Yaml => {
    switch (node.type) {
      case 'plain':
      case 'quoteSingle':
      case 'quoteDouble':
      case 'blockLiteral':
      case 'blockFolded':
        return node.value ?? '';
      case 'null':
        return null;
      case 'alias': {
        const named = anchors.get(node.value ?? '');
        if (named === undefined) throw new Error(`Nothing is called ${node.value}`);
        return named;
      }
      case 'sequence':
      case 'flowSequence':
        return (node.children ?? []).map((item) => only(item));
      case 'mapping':
      case 'flowMapping':
        return mapOf(node);
      default:
        throw new Error(`The reader does not know ${node.type}`);
    }
  };
  const mapOf = (node: Node): Yaml => {
    const map: Record<string, Yaml> = {};
    let merged: Yaml = {};
    for (const item of node.children ?? []) {
      const [name, value] = [only(item?.children?.[0]), only(item?.children?.[1])];
      if (typeof name !== 'string' || name in map) throw new Error('A key is no text, or is there twice');
      if (name === '<<') merged = value;
      else map[name] = value;
    }
    return { ...(merged as object), ...map };
  };
  const body = root.children?.[0]?.children?.find((each) => each?.type === 'documentBody');
  return only(body);
}
