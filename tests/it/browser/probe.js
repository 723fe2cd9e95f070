// Looks at a page from inside a real browser, and writes what is wrong with it into the page.
(() => {
  const wrong = [];
  const check = (holds, what) => { if (!holds) wrong.push(what); };
  const all = (selector, of = document) => [...of.querySelectorAll(selector)];
  const say = (node) => node.tagName.toLowerCase() + ' "' + node.textContent.trim().slice(0, 40) + '"';

  // Nothing from outside, and nothing that the page's own policy had to stop.
  check(performance.getEntriesByType('resource').length === 0, 'something was fetched');
  for (const stopped of window.stopped) wrong.push('stopped by the policy: ' + stopped);
  for (const error of window.errors) wrong.push('error: ' + error);
  check(all('script:not([nonce])').length === 0, 'a script');
  check(all('img, link, iframe, object, embed, video, audio').length === 0, 'an element that fetches');

  // Headings, landmarks, language.
  check(document.documentElement.lang === 'en' && document.title.length > 0, 'no language or no title');
  check(all('h1').length === 1, all('h1').length + ' headings of the first level');
  let level = 1;
  for (const heading of all('h1, h2, h3, h4')) {
    const next = Number(heading.tagName[1]);
    check(next <= level + 1, 'a level is left out before ' + say(heading));
    level = next;
  }
  check(all('main').length === 1, all('main').length + ' main parts');

  // Names: unique, and every link in the page leads somewhere.
  const ids = all('[id]').map((node) => node.id);
  check(new Set(ids).size === ids.length, 'an id stands twice');
  for (const link of all('a')) {
    const to = link.getAttribute('href');
    check(to.startsWith('#') && document.getElementById(to.slice(1)), 'a link leads nowhere: ' + to);
  }
  for (const node of all('[aria-labelledby]')) {
    for (const id of node.getAttribute('aria-labelledby').split(' ')) {
      const name = document.getElementById(id);
      check(name && name.textContent.trim().length > 3, 'named by nothing: ' + id);
    }
  }

  // Drawings: seen, named, told in a sentence, and inside their frame.
  for (const svg of all('svg')) {
    const title = svg.querySelector('title'), told = svg.querySelector('desc');
    const name = title ? title.textContent : '?';
    check(svg.getAttribute('role') === 'img' && title && svg.hasAttribute('aria-labelledby'), 'a drawing without a name: ' + name);
    check(told && told.textContent.trim().length > 10, 'a drawing that is not told: ' + name);
    const box = svg.getBoundingClientRect();
    check(box.width > 100 && box.height > 20, 'a drawing that nobody sees: ' + name);
    for (const mark of all('polyline, circle, rect, line, text', svg)) {
      const at = mark.getBoundingClientRect();
      const inside = at.left >= box.left - 2 && at.right <= box.right + 2 && at.top >= box.top - 2 && at.bottom <= box.bottom + 2;
      check(inside, 'outside of its drawing: ' + name + ': ' + mark.outerHTML.slice(0, 90));
      check(!/NaN|inf/.test(mark.outerHTML), 'a number that is none: ' + name);
    }
    for (const line of all('polyline', svg)) {
      check(line.points.length >= 2 || line.points.length === 0, 'a line of one point: ' + name);
    }
  }

  // Tables: captions and headings on both sides; each decision can be pointed at.
  for (const table of all('table')) {
    const name = table.caption ? table.caption.textContent.slice(0, 40) : '?';
    check(table.caption, 'a table without a caption');
    check(all('thead th[scope=col]', table).length > 1, 'no headings of columns: ' + name);
    check(all('thead th', table).every((th) => th.textContent.trim()), 'an empty heading: ' + name);
    check(all('tbody tr', table).every((row) => row.querySelector('th[scope=row]')), 'a row without a heading: ' + name);
  }
  for (const row of all('section[aria-labelledby=expert] tbody tr')) {
    check(row.id.startsWith('decision-'), 'a decision without an anchor: ' + say(row));
  }

  // Contrast of text against what lies behind it (WCAG 2.2, 1.4.3).
  const colour = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    const scale = text.startsWith('color(srgb') ? 1 : 255;
    return { rgb: [r, g, b].map((c) => c / scale), a };
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.push(colour(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, { rgb, a }) => under.map((c, i) => c * (1 - a) + rgb[i] * a), [1, 1, 1]);
  };
  for (const node of all('p, li, td, th, caption, figcaption, h1, h2, h3, strong, span, a, em, code')) {
    if (!node.textContent.trim()) continue;
    const [ink, paper] = [light(colour(getComputedStyle(node).color).rgb), light(behind(node))];
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    check(ratio >= 4.5, 'too faint (' + ratio.toFixed(1) + '): ' + say(node));
  }

  // Width: a window, a telephone, a sheet of A4 with the page's own rules for print.
  check(document.documentElement.scrollWidth <= document.documentElement.clientWidth, 'wider than the window');
  document.body.style.cssText = 'max-width:320px;margin:0';
  for (const node of all('h1, p, li, figure')) {
    check(node.getBoundingClientRect().right <= 345, 'wider than a telephone: ' + say(node));
  }
  document.body.style.cssText = '';
  let print = '';
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule.media && rule.media.mediaText === 'print') print += [...rule.cssRules].map((r) => r.cssText).join('\n');
    }
  }
  check(print.length > 0, 'no rules for print');
  const style = document.createElement('style');
  style.textContent = print;
  document.head.append(style);
  // 210 mm less twice 14 mm of margin, at 96 points an inch.
  document.body.style.cssText = 'width:' + (182 / 25.4) * 96 + 'px;padding:0';
  const right = document.body.getBoundingClientRect().right + 1;
  for (const node of all('td, th, p, li, svg, caption')) {
    check(node.getBoundingClientRect().right <= right, 'cut off on A4: ' + say(node));
  }

  const out = document.createElement('pre');
  out.id = 'findings';
  out.textContent = JSON.stringify({
    wrong: [...new Set(wrong)], dark: matchMedia('(prefers-color-scheme: dark)').matches, svgs: all('svg').length, tables: all('table').length,
    decisions: all('section[aria-labelledby=expert] tbody tr').length,
  });
  document.body.replaceChildren(out);
})();
