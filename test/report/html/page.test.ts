import { formatView, parseView, START } from '../../../src/report/html/client/state';
import { reportData } from '../../../src/report/html/data/build';
import { embedJson, escapeHtml, htmlPage } from '../../../src/report/html/page';
import { sampleCheck, reported } from '../../support/measured';

describe('the page', () => {
  it('holds its data so that nothing in it can end the block', () => {
    const value = { text: '</script><!--\u2028\u2029' };
    const text = embedJson(value);
    expect(text).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(value);
  });

  it('allows its own script and style, and nothing from anywhere', async () => {
    const html = htmlPage(await reportData(reported(await sampleCheck())));
    expect(html).toMatch(/default-src 'none'; script-src 'sha256-\S+'; style-src 'sha256-\S+';/);
    expect(html).not.toContain('connect-src');
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1];
    expect(style?.length).toBeGreaterThan(1000);
    expect(style).not.toMatch(/url\(|@import/);
  });

  it('writes text as text', () => {
    expect(escapeHtml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
  });
});

describe('a link', () => {
  it('says what differs from the start, and is read back', () => {
    const view = { ...START, from: 'a b', edge: 'test1 -> "x"&y', lang: 'zh' as const };
    const text = formatView(view);
    expect(text).not.toMatch(/chapter|theme/);
    expect(parseView(`#${text}`, START)).toEqual(view);
  });

  it('with values that nobody knows leaves them out', () => {
    expect(parseView('#lang=fr&theme=pink&mode=x&other=1&__proto__=1', START)).toEqual(START);
  });
});
