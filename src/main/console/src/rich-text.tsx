import type { ComponentChildren, JSX } from 'preact';
import type { RichNode } from './contract';

/** Shows rich text. Only what is named here comes out, whatever the tree says; text is only ever text. */
export function RichText({ nodes }: { nodes: RichNode[] | undefined }): JSX.Element {
  return <>{list<RichNode>(nodes).map((node, i) => <Node key={i} node={node} />)}</>;
}

function Node({ node }: { node: RichNode }): ComponentChildren {
  const inner = <RichText nodes={node.children} />;
  switch (node.type) {
    case 'text':
      return `${node.text}`;
    case 'p':
      return <p>{inner}</p>;
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    // Order numbers, addresses and telephone numbers, which read from left to right in any text.
    case 'ltr':
      return <bdi dir="ltr">{inner}</bdi>;
    case 'quote':
      return <blockquote>{inner}</blockquote>;
    case 'h':
      return <h4>{inner}</h4>;
    case 'code':
      return <code dir="ltr">{`${node.text}`}</code>;
    case 'ul':
      return <ul>{items(node)}</ul>;
    case 'ol':
      return <ol>{items(node)}</ol>;
    case 'table':
      return (
        <div class="scrolls" tabIndex={0}>
          <table>
            <tbody>
              {[list<RichNode[]>(node.head), ...list<RichNode[][]>(node.rows)].map((row, i) => (
                <tr key={i}>{list<RichNode[]>(row).map((cell, j) => (i ? <td key={j}><RichText nodes={cell} /></td> : <th key={j}><RichText nodes={cell} /></th>))}</tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'link':
      return <Link href={node.href}>{inner}</Link>;
    default:
      return inner;
  }
}

const items = (node: RichNode): ComponentChildren => list<RichNode[]>(node.items).map((item, i) => <li key={i}><RichText nodes={item} /></li>);

/** A link, if the address is one that may be opened; else the label alone. */
export function Link({ href, children }: { href: unknown; children: ComponentChildren }): JSX.Element {
  const safe = safeAddress(href);
  return safe ? <a href={safe} target="_blank" rel="noopener noreferrer nofollow" dir="auto">{children}</a> : <>{children}</>;
}

export function safeAddress(href: unknown): string | undefined {
  try {
    const { href: address, protocol } = new URL(`${href}`);
    return /^(https?|mailto|tel):$/.test(protocol) ? address : undefined;
  } catch {
    return undefined;
  }
}

function list<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}
