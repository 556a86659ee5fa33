import { useEffect, useRef, useState } from 'react';

export type Liveness = 'connecting' | 'live' | 'polling';

/** How long without a sign of life before it counts as broken; the server sends a comment at least every 25 s. */
const giveUpAfter = 3;
const pollEverySeconds = 10;

/**
 * Live updates of one path by server-sent events: `onMessage` gets each message's parsed data, and `onPoll` is called
 * every ten seconds whenever the stream cannot be had (a proxy in between, an old network), and once after each
 * re-connection, so that nothing missed stays missed. Returns whether the page is live.
 * @param path the stream, or null for none now
 * @example const liveness = useLive(`/api/v1/…/live`, () => void outdate('/api/v1/…'), () => void outdate('/api/v1/…'));
 */
export function useLive(
  path: string | null,
  onMessage: (data: unknown) => void,
  onPoll: () => void,
): Liveness {
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  const handlers = useRef({ onMessage, onPoll });
  useEffect(() => {
    handlers.current = { onMessage, onPoll };
  });

  useEffect(() => {
    if (path === null) return;
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let wasLive = false;

    const connect = () => {
      source = new EventSource(path);
      source.onopen = () => {
        failures = 0;
        setLiveness('live');
        if (wasLive) handlers.current.onPoll();
        wasLive = true;
      };
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const news = parsed(data);
        if (isMissed(news)) handlers.current.onPoll();
        else handlers.current.onMessage(news);
      };
      source.onerror = () => {
        source?.close();
        failures += 1;
        setLiveness(failures >= giveUpAfter ? 'polling' : 'connecting');
        // Spread the return of a whole hall of screens after a restart.
        retry = setTimeout(connect, Math.min(30_000, 1000 * 2 ** failures) * (0.5 + Math.random()));
      };
    };
    connect();
    const poll = setInterval(() => {
      if (failures >= giveUpAfter) handlers.current.onPoll();
    }, pollEverySeconds * 1000);
    return () => {
      source?.close();
      clearTimeout(retry);
      clearInterval(poll);
    };
  }, [path]);
  return liveness;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

/** The server lost sight of the news for a moment: read everything again. */
function isMissed(news: unknown): boolean {
  return typeof news === 'object' && news !== null && 'missed' in news;
}
