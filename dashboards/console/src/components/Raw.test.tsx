import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Raw } from './Raw';

it('never lets a log line become markup', () => {
  const drawn = renderToStaticMarkup(<Raw text={'<script>alert(1)</script><img src=x onerror=alert(1)>'} needles={[{ text: '<script>', kind: 'match' }]} />);
  expect(drawn).not.toMatch(/<script|<img/);
  expect(drawn).toContain('<mark class="mark-match">&lt;script&gt;</mark>');
});

it('shows a control character in its own style', () => {
  expect(renderToStaticMarkup(<Raw text={'a\u0000b'} />)).toBe('<bdi class="raw">a<span class="raw-control">␀</span>b</bdi>');
});
