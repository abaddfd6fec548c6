// Moves the line of now and the shade of the past, a quarter at a time; past midnight the page is read again.
const grid = document.querySelector('[data-from][data-many]');

function move() {
  const at = Math.floor((Date.now() / 1000 - Number(grid.dataset.from)) / 900) + 1;
  const label = new Intl.DateTimeFormat('fr', { hour: '2-digit', minute: '2-digit', timeZone: grid.dataset.zone }).format(new Date());
  if (at < 1 || at > Number(grid.dataset.many)) return;
  for (const mark of grid.querySelectorAll('.now-line, .past, .now-at')) mark.style.setProperty('--at', at);
  const shown = grid.querySelector('.now-at');
  if (shown) shown.textContent = label;
}

// A server whose clock is set by a test is believed, not this machine's.
const skewed = grid && Math.abs(Date.now() / 1000 - Number(grid.dataset.now)) > 120;
if (grid?.querySelector('.now-line') && !skewed) setInterval(move, 30000);
