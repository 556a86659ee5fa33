import type { TimeRecordKind } from './time-rules.js';

/** What people call a time record. */
export const kindNames: Readonly<Record<TimeRecordKind, { zh: string; en: string }>> = {
  start: { zh: '开始', en: 'start' },
  stop: { zh: '结束', en: 'stop' },
  pause: { zh: '暂停', en: 'pause' },
  resume: { zh: '继续', en: 'resume' },
  extraTime: { zh: '补时', en: 'extra time' },
  move: { zh: '移场', en: 'move' },
};
