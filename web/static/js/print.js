// A button that prints the page; shown only where there are scripts.
document.addEventListener('click', ({ target }) => {
  if (target.closest('[data-print]')) window.print();
});
