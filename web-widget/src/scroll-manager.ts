// So close to the end counts as at the end: fractions of pixels, a line that grows.
const NEAR = 48;

/** Keeps the log at its end while the reader is there, and leaves a reader who looks back alone. */
export class ScrollManager {
  #atEnd = true;

  constructor(
    private readonly box: HTMLElement,
    private readonly moved: (atEnd: boolean) => void,
  ) {
    box.addEventListener('scroll', () => {
      this.#atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      if (this.#atEnd) moved(true);
    });
    new ResizeObserver(() => this.follow()).observe(box);
  }

  /** Something was added below. */
  follow(): void {
    if (this.#atEnd) this.box.scrollTop = this.box.scrollHeight;
    else this.moved(false);
  }

  toEnd(): void {
    this.#atEnd = true;
    this.follow();
    this.moved(true);
  }
}
