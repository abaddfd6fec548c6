// Puts a piece that the server rendered in the place of the one with the same id; never scrolls, never takes the focus.
export function swap(html) {
  const pieces = [...document.createRange().createContextualFragment(html).children];
  return pieces.filter((piece) => {
    const old = piece.id && document.getElementById(piece.id);
    if (!old) return false;
    const focused = old.contains(document.activeElement);
    const again = focused && document.activeElement.id;
    piece.classList.add('fresh');
    old.replaceWith(piece);
    if (focused) (document.getElementById(again) ?? piece.querySelector('a, button') ?? piece).focus({ preventScroll: true });
    window.htmx?.process(piece);
    return true;
  });
}
