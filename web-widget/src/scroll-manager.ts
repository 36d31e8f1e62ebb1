// So close counts as there: fractions of pixels, a line that grows.
const NEAR = 48;
const MARGIN = 16;

/**
 * Keeps what is newest in view while the reader follows, and leaves a reader who looks back alone.
 *
 * @param turns in `box`, holds the turns
 * @param newest shown while there is something below that came later
 */
export function createScrollManager(box: HTMLElement, turns: HTMLElement, newest: HTMLElement) {
  let following = true;

  /** The end; but of an answer that is longer than the view, its beginning. */
  function target(): number {
    const last = turns.lastElementChild as HTMLElement | null;
    const end = box.scrollHeight - box.clientHeight;
    return last && !last.matches('.shopper') ? Math.min(end, last.offsetTop - MARGIN) : end;
  }

  /** Something may have been added below. Never scrolls back: she may have read on. */
  function follow(): void {
    if (following) box.scrollTop = Math.max(box.scrollTop, target());
  }

  box.addEventListener('scroll', () => {
    following = box.scrollTop > target() - NEAR;
    if (following) newest.hidden = true;
  });
  new ResizeObserver(follow).observe(box);

  return {
    follow,

    /** Something new came in. */
    arrived(): void {
      newest.hidden = following;
    },

    toEnd(): void {
      following = true;
      follow();
    },
  };
}
