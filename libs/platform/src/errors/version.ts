import { defineMessages } from './messages.js';
import { Outdated } from './refusals.js';

defineMessages({
  'platform.outdated': {
    zh: '内容已被他人修改（当前版本 {current}）。请刷新后重新修改。',
    en: 'Someone else has changed this meanwhile (it is at version {current}). Reload it and make your change again.',
  },
});

/** Refuses an edit of a version that is no longer the current one. Throws `Outdated` with `extra.current`. */
export function assertCurrent(current: number, named: number): void {
  if (current !== named) throw new Outdated('platform.outdated', { current }, { current });
}
