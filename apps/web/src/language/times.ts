import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { defaultZone, formatTime, zoneMatters, zoneName, type TimePart } from './format.js';
import { useLanguage } from './language.js';

/** The zone in which times are shown: the event's, inside an event. */
export const ZoneContext = createContext<string>(defaultZone);

/** Times of the event at hand: `times.show(iso)`, and the zone's name where the reader's own clock differs. */
export function useTimes() {
  const zone = useContext(ZoneContext);
  const language = useLanguage();
  return useMemo(() => {
    const readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const named = zoneMatters(zone, readerZone) ? zoneName(zone, language) : null;
    return {
      zone,
      /** The zone's name when the reader could mistake it, otherwise null. */
      zoneNote: named,
      show: (iso: string | null | undefined, part?: TimePart) => formatTime(iso, zone, part),
      /** With the zone named whenever the reader's clock differs. */
      showNamed: (iso: string | null | undefined, part?: TimePart) =>
        iso && named ? `${formatTime(iso, zone, part)} ${named}` : formatTime(iso, zone, part),
    };
  }, [zone, language]);
}

/** The clock, re-read every `everySeconds`: for countdowns. */
export function useNow(everySeconds = 15): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds]);
  return now;
}
