/**
 * The page's only script, which a reader can do without: it shows the filter, and hides what is not asked for. It finds
 * everything by names that the page itself gives, and writes nothing but text.
 */
export const script = `
const form = document.getElementById('filter');
const shown = document.getElementById('shown');
const areas = [...document.querySelectorAll('#list tbody')];
const all = document.querySelectorAll('#list tr[data-verdict]').length;
const show = (count) => {
  shown.textContent = shown.dataset.text.replace('{shown}', count).replace('{all}', all);
};
const apply = () => {
  const { area, level, verdict } = Object.fromEntries(new FormData(form));
  let count = 0;
  for (const body of areas) {
    let own = 0;
    for (const row of body.querySelectorAll('tr[data-verdict]')) {
      const fits =
        (area === '' || area === body.dataset.area) &&
        (level === '' || level === row.dataset.level) &&
        (verdict === '' || verdict === row.dataset.verdict);
      row.hidden = !fits;
      if (fits) own += 1;
    }
    body.hidden = own === 0;
    count += own;
  }
  show(count);
};
form.hidden = false;
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
show(all);
`;
