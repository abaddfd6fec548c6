// The key / goes to the search, from anywhere but a field.
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, select, textarea, [contenteditable]');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector('.search select, .search input, input[type="search"]');
  if (!field) return;
  event.preventDefault();
  field.checkVisibility?.() === false ? document.querySelector('.search-phone')?.focus() : field.focus();
});
