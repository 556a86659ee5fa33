import { backPath } from '../../apps/web/src/account/back.js';

const back = (path: string) => backPath(`?back=${encodeURIComponent(path)}`);

describe('after signing in', () => {
  it('leads back to where one was', () => {
    expect(back('/events/1/forms?q=K#f2')).toBe('/events/1/forms?q=K#f2');
  });

  it('leads home when there is nowhere to go back to', () => {
    expect(backPath('')).toBe('/home');
    expect(back('/sign-in?back=/x')).toBe('/home');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    '/\t/evil.example',
  ])('never leads to another site: %j', (path) => {
    expect(back(path)).toBe('/home');
  });
});
