// Every page works without this. With it: copying, digits in groups, one press one submit, and news without loading the page.

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const from = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(from.value ?? from.textContent.trim()).catch(() => from.select?.());
    const words = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = words), 2000);
  });
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

for (const field of document.querySelectorAll('[data-groups]')) {
  const [sizes, between] = field.dataset.groups.split('|');
  field.addEventListener('input', () => {
    // While somebody edits in the middle of what is there, the hand off.
    if (field.selectionStart !== field.value.length) return;
    let rest = field.value.replace(/\D/g, '');
    const groups = [];
    for (const size of sizes.split(',')) {
      if (rest) groups.push(rest.slice(0, size));
      rest = rest.slice(size);
    }
    field.value = groups.join(between);
  });
}

for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    form.querySelector('button.main')?.setAttribute('aria-busy', 'true');
  });
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.querySelector('button.main')?.removeAttribute('aria-busy');
  }
});

const waiting = document.querySelector('[data-until-changed]');
if (waiting) {
  setInterval(async () => {
    const answer = await fetch(waiting.dataset.untilChanged, { cache: 'no-store' }).catch(() => undefined);
    if (answer?.ok && (await answer.text()) !== waiting.dataset.now) location.reload();
  }, 2000);
}
