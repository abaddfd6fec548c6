// Shows the look that is being chosen, before it is saved.
document.addEventListener('change', (event) => {
  if (event.target.name !== 'theme' || !event.target.form) return;
  const theme = event.target.value;
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
});
