import type { ReportData } from '../data/types';
import { byId } from './dom';
import type { Page } from './store';
import { WORDS } from './words';

/** What the live view's server says between results. */
interface Status {
  readonly checking: boolean;
  /** Why nothing can be measured now. */
  readonly problem?: string;
  readonly states: Readonly<Record<string, string>>;
}

/** Follows the server that the page came from, where it came from one. */
export function live(page: Page): void {
  const path = document.documentElement.dataset['live'];
  if (path === undefined) return;
  let status: Status = { checking: false, states: {} };
  let lost = false;
  const events = new EventSource(path);
  events.addEventListener('result', ({ data }: MessageEvent<string>) => {
    page.setData(JSON.parse(data) as ReportData);
    tell();
  });
  events.addEventListener('status', ({ data }: MessageEvent<string>) => {
    status = JSON.parse(data) as Status;
    page.setStates(status.states);
    tell();
  });
  events.addEventListener('open', () => {
    lost = false;
    tell();
  });
  events.addEventListener('error', () => {
    lost = true;
    tell();
  });

  function tell(): void {
    const words = WORDS[page.store.view.lang];
    const seconds = Math.round((Date.now() - Date.parse(page.store.data.startedAt)) / 1000) || 0;
    const element = byId('live');
    element.className =
      lost || status.problem !== undefined ? 'lost' : status.checking ? 'busy' : 'calm';
    element.textContent = `● ${
      lost
        ? words.liveLost
        : (status.problem ??
          (status.checking ? words.liveChecking : `${words.live} · ${words.liveSince(seconds)}`))
    }`;
  }
  setInterval(tell, 5000);
  page.onChange((changed) => {
    if (changed.has('lang')) tell();
  });
}
