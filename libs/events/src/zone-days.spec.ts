import { dayAfter, dayIn, daysBetween, isDay, isTimeZone, sameTimeDaysOn } from './zone-days.js';

it('knows the calendar day of an instant in the zone of the event', () => {
  const lateEvening = new Date('2027-05-10T16:30:00Z');
  expect(dayIn(lateEvening, 'Asia/Shanghai')).toBe('2027-05-11');
  expect(dayIn(lateEvening, 'Europe/Paris')).toBe('2027-05-10');
});

it('counts days across a leap day', () => {
  expect(daysBetween('2028-02-27', '2028-03-01')).toBe(3);
  expect(daysBetween('2027-05-11', '2026-05-11')).toBe(-365);
  expect(dayAfter('2028-02-28', 2)).toBe('2028-03-01');
});

it('keeps the time of day when summer time lies in between', () => {
  const nine = new Date('2027-03-20T08:00:00Z');
  expect(sameTimeDaysOn(nine, 'Europe/Paris', 14).toISOString()).toBe('2027-04-03T07:00:00.000Z');
  expect(sameTimeDaysOn(nine, 'Asia/Shanghai', 365).toISOString()).toBe('2028-03-19T08:00:00.000Z');
  expect(sameTimeDaysOn(nine, 'Asia/Shanghai', -20).toISOString()).toBe('2027-02-28T08:00:00.000Z');
});

it('tells days and zones from what only looks like them', () => {
  expect(isDay('2027-02-28')).toBe(true);
  expect(isDay('2027-02-29')).toBe(false);
  expect(isDay('2027-2-1')).toBe(false);
  expect(isTimeZone('Asia/Shanghai')).toBe(true);
  expect(isTimeZone('Asia/Luban')).toBe(false);
  expect(isTimeZone('+08:00')).toBe(false);
});
