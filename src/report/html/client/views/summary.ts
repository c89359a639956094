import type { Status } from '../../../../verdict/result';
import { button, byId, h, raw, replace } from '../dom';
import { titleIn } from '../titles';
import type { Page } from '../store';
import { WORDS } from '../words';
import { SIGNS } from './status';

const ORDER: readonly Status[] = ['fail', 'error', 'skipped', 'pass'];

/** What the lab is, and the one sentence that matters. */
export function summary(page: Page): void {
  const { data, view } = page.store;
  const words = WORDS[view.lang];
  const { counts, lab, startedAt, durationMs } = data;
  const all = counts.pass + counts.fail + counts.error + counts.skipped;
  const worst = counts.fail > 0 ? 'fail' : counts.error > 0 || counts.pass === 0 ? 'error' : 'pass';
  const sentence = {
    fail: words.someDiffer(counts.fail, all),
    error: words.notExamined(counts.error, all),
    pass: words.allAsExpected(counts.pass),
    nothing: words.nothingYet,
  }[all === 0 ? 'nothing' : worst];
  const when = new Date(startedAt);
  const date = Number.isNaN(when.getTime())
    ? startedAt
    : when.toLocaleString(view.lang === 'zh' ? 'zh-CN' : 'en-GB', {
        dateStyle: 'long',
        timeStyle: 'medium',
      });
  document.title = `${SIGNS[worst]} ${lab.name} · ${words.title}`;
  replace(
    byId('summary'),
    h('h1', {}, raw(titleIn(lab.title, view.lang))),
    h(
      'p',
      { class: 'meta' },
      raw(lab.name),
      ...(all === 0
        ? []
        : [
            ` · ${words.measuredAt} `,
            h('time', { datetime: startedAt }, date),
            ` · ${words.took((durationMs / 1000).toFixed(1))}`,
          ]),
    ),
    h(
      'div',
      { class: `verdict ${worst}` },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[worst]),
      h('div', {}, h('p', { class: 'sentence' }, sentence), h('p', { class: 'lead' }, words.lead)),
    ),
    h(
      'div',
      { class: 'tallies', role: 'group', 'aria-label': words.statusLabel },
      ...ORDER.filter((status) => counts[status] > 0).map((status) =>
        button(
          `${counts[status]} ${words.statusPlural[status]}`,
          { class: `tally ${status}`, 'aria-pressed': String(view.status === status) },
          () => page.set({ status: view.status === status ? '' : status }),
        ),
      ),
    ),
  );
}
