// So close to the end counts as at the end: fractions of pixels, a line that grows.
const NEAR = 48;

/** Keeps the log at its end while the reader is there, and leaves a reader who looks back alone. */
export class ScrollManager {
  #atEnd = true;

  constructor(
    private readonly box: HTMLElement,
    /** Shown while there is something below that came later. */
    private readonly newest: HTMLElement,
  ) {
    box.addEventListener('scroll', () => {
      this.#atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      if (this.#atEnd) newest.hidden = true;
    });
    new ResizeObserver(() => this.follow()).observe(box);
  }

  /** Something may have been added below. */
  follow(): void {
    if (this.#atEnd) this.box.scrollTop = this.box.scrollHeight;
  }

  /** Something new came in. */
  arrived(): void {
    this.newest.hidden = this.#atEnd;
  }

  toEnd(): void {
    this.#atEnd = true;
    this.follow();
  }
}
