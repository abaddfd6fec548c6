// The usual lengths set the end from the start; moving the start keeps the length that was chosen.
const form = document.getElementById('booking-form');
const DAY = 24 * 60;

const minutes = (time) => {
  const [hours, rest] = time.split(':').map(Number);
  return hours * 60 + rest;
};

const clock = (of) => {
  const within = ((of % DAY) + DAY) % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

function chosen() {
  return form.querySelector('[data-lengths] input:checked');
}

function setEnd(length) {
  const { start, end } = form.elements;
  if (!start.value) return;
  end.value = clock(minutes(start.value) + Number(length));
}

function mark() {
  const { start, end } = form.elements;
  const length = minutes(end.value || '0:0') - minutes(start.value || '0:0');
  form.querySelectorAll('[data-lengths] input').forEach((chip) => {
    chip.checked = Number(chip.value) === (length + DAY) % DAY;
  });
}

form?.addEventListener('change', (event) => {
  const name = event.target.name;
  if (name === 'minutes') setEnd(event.target.value);
  if (name === 'start' && chosen()) setEnd(chosen().value);
  if (name === 'end') mark();
});
