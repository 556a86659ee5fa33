// Which number formats show a date, and what day a serial number means (ECMA-376 part 1, 18.8.30 and 18.17.4).

const builtInDates = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/**
 * @param {number} id a format's number
 * @param {string | undefined} code its text when the workbook defines it
 */
export function isDateFormat(id, code) {
  if (code === undefined) return builtInDates.some(([from, to]) => id >= from && id <= to);
  const shown = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '');
  return /[ymdhs]/i.test(shown) && !/^general$/i.test(shown.trim());
}

/**
 * `2003-05-09`, `2003-05-09T14:30:00` or, below one day, `14:30:00`; null when no day has this number.
 * Excel counts a 29 February 1900 that never was, hence the step at 60.
 */
export function dateOfSerial(serial, date1904) {
  if (!(serial >= 0) || serial >= 2_958_466) return null;
  const seconds = Math.round(serial * 86_400);
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  if (seconds < 86_400 && !date1904) return time;
  const day = Math.floor(seconds / 86_400);
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + day * 86_400_000).toISOString().slice(0, 10);
  return time === '00:00:00' ? date : `${date}T${time}`;
}
