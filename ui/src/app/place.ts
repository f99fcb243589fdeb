/** Where somebody was on a screen: what had the keyboard, and how far everything was scrolled. */
export function placeIn(screen: HTMLElement): { back: () => void } {
  const { activeElement } = document;
  const focused =
    activeElement instanceof HTMLElement && screen.contains(activeElement) ? activeElement : null;
  const scrolled = [...screen.querySelectorAll<HTMLElement>("*")]
    .filter((element) => element.scrollTop !== 0 || element.scrollLeft !== 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
  return {
    back: () => {
      for (const { element, top, left } of scrolled) {
        element.scrollTop = top;
        element.scrollLeft = left;
      }
      if (focused?.isConnected) focused.focus({ preventScroll: true });
    },
  };
}
