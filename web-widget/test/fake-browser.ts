// Just enough of a browser for the parts under test.

export class FakeNode {
  children: FakeNode[] = [];
  attributes: Record<string, string> = {};
  listeners: Record<string, (event: unknown) => void> = {};
  className = '';

  constructor(
    readonly tag: string,
    readonly data = '',
  ) {}

  append(...nodes: (FakeNode | string)[]): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.children.push(new FakeNode('#text', node));
      else if (node.tag === '#fragment') this.children.push(...node.children);
      else this.children.push(node);
    }
  }

  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }

  addEventListener(name: string, listener: (event: unknown) => void): void {
    this.listeners[name] = listener;
  }

  get textContent(): string {
    return this.data + this.children.map((child) => child.textContent).join('');
  }

  /** All elements in it, itself included. */
  get elements(): FakeNode[] {
    return [this, ...this.children.flatMap((child) => child.elements)].filter(({ tag }) => !tag.startsWith('#'));
  }

  /** "<p>text<b>bold</b></p>", without attributes. */
  toString(): string {
    const inner = this.data + this.children.join('');
    return this.tag.startsWith('#') ? inner : `<${this.tag}>${inner}</${this.tag}>`;
  }
}

class FakeStorage {
  [key: string]: unknown;

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? (this[key] as string) : null;
  }

  setItem(key: string, value: string): void {
    this[key] = value;
  }

  removeItem(key: string): void {
    delete this[key];
  }
}

export function fakeBrowser(): void {
  Object.assign(globalThis, {
    Node: FakeNode,
    document: {
      createElement: (tag: string) => new FakeNode(tag),
      createDocumentFragment: () => new FakeNode('#fragment'),
    },
    location: { hostname: 'www.larkwell.example' },
    localStorage: new FakeStorage(),
  });
}
