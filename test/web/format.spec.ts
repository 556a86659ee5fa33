import fc from 'fast-check';
import {
  formatCount,
  formatMark,
  formatTime,
  untilDue,
  zoneMatters,
  zoneName,
} from '../../apps/web/src/language/format.js';

describe('marks on screen', () => {
  it('shows "not yet marked" as an en dash, never as zero', () => {
    expect(formatMark(null)).toBe('–');
    expect(formatMark(undefined)).toBe('–');
    expect(formatMark(0)).toBe('0.00');
  });

  it('always shows two decimals, and a deduction with a minus sign', () => {
    expect([5, 50, 835, 10000, -100].map(formatMark)).toEqual(['0.05', '0.50', '8.35', '100.00', '−1.00']);
  });

  it('refuses what is not a whole number of hundredths', () => {
    expect(() => formatMark(8.35)).toThrow('hundredths');
  });

  it('says the same number as the hundredths it was given', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
        const read = Math.round(Number(formatMark(hundredths).replace('−', '-')) * 100);
        return read === hundredths || (read === 0 && hundredths === 0);
      }),
    );
  });

  it('separates thousands in counts', () => {
    expect(formatCount(4045)).toBe('4,045');
    expect(formatCount(null)).toBe('–');
  });
});

describe('times on screen', () => {
  const instant = '2026-11-22T06:32:05.000Z';

  it('are told in the event’s zone, sortable to the eye', () => {
    expect(formatTime(instant, 'Asia/Shanghai')).toBe('2026-11-22 14:32');
    expect(formatTime(instant, 'Asia/Urumqi', 'time')).toBe('12:32');
    expect(formatTime(instant, 'Europe/Paris', 'second')).toBe('2026-11-22 07:32:05');
    expect(formatTime('2026-11-22T16:30:00Z', 'Asia/Shanghai', 'day')).toBe('2026-11-23');
  });

  it('show midnight as 00:00', () => {
    expect(formatTime('2026-11-21T16:00:00Z', 'Asia/Shanghai')).toBe('2026-11-22 00:00');
  });

  it('show an en dash where there is none', () => {
    expect(formatTime(null)).toBe('–');
    expect(formatTime('not a time')).toBe('–');
  });

  it('name the zone only where the reader’s clock differs', () => {
    expect(zoneMatters('Asia/Shanghai', 'Asia/Shanghai')).toBe(false);
    expect(zoneMatters('Asia/Shanghai', 'Asia/Taipei')).toBe(false);
    expect(zoneMatters('Asia/Shanghai', 'Europe/Paris')).toBe(true);
    expect(zoneName('Asia/Shanghai', 'zh')).toBe('中国标准时间');
    expect(zoneName('Asia/Shanghai', 'en')).toBe('China Standard Time');
  });
});

describe('the clock of what waits', () => {
  const now = new Date('2026-11-22T06:00:00Z');
  const due = (minutes: number) => untilDue(new Date(now.getTime() + minutes * 60_000).toISOString(), now);

  it('counts minutes below two hours, hours below two days, then days', () => {
    expect(due(18)).toEqual({ unit: 'minute', count: 18, past: false });
    expect(due(119.5)).toEqual({ unit: 'minute', count: 119, past: false });
    expect(due(150)).toEqual({ unit: 'hour', count: 2, past: false });
    expect(due(72 * 60)).toEqual({ unit: 'day', count: 3, past: false });
  });

  it('says when it is over', () => {
    expect(due(-6)).toEqual({ unit: 'minute', count: 6, past: true });
  });
});
