import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useTimes } from '../language/times.js';
import { ConfirmTyped } from '../parts/confirm-typed.js';
import type { Finding } from '../parts/finding-list.js';
import { GoButton } from '../parts/go-button.js';
import type { PrimaryAction } from '../parts/preflight-button.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import type { Decoding } from './types.js';
import { useResultsText } from './words.js';

const path = '/api/v1/events/{eventId}/skills/{skillId}/decoding';

const looks: Record<Decoding['state'], StateLook> = {
  closed: 'locked',
  opened: 'running',
  witnessed: 'passed',
};

/** What the decoding still lacks, each line leading to where it is mended. */
export const missingFindings = (decoding: Decoding): Finding[] =>
  decoding.missing.map(({ code, messageZh, messageEn, href }) => ({
    code,
    severity: 'blocking',
    message: { zh: messageZh, en: messageEn },
    href,
  }));

/** The state of the decoding as a word with its shape. */
export function DecodingTag({ state }: { state: Decoding['state'] }) {
  const t = useResultsText();
  return <StateTag look={looks[state]}>{t(`decoding.${state}`)}</StateTag>;
}

/** Who opened and who witnessed, when. */
export function DecodingFacts({ decoding }: { decoding: Decoding }) {
  const t = useResultsText();
  const times = useTimes();
  const { openedBy, openedAt, witnessedBy, witnessedAt } = decoding;
  return (
    <span className="quiet figures">
      {openedBy ? t('decoding.openedBy', { name: openedBy, time: times.showNamed(openedAt) }) : null}
      {witnessedBy
        ? ` · ${t('decoding.witnessedBy', { name: witnessedBy, time: times.showNamed(witnessedAt) })}`
        : null}
    </span>
  );
}

/** One quiet line on the ranking: how the decoding stands. */
export function DecodingPanel({ eventId, skillId }: { eventId: string; skillId: string }) {
  const t = useResultsText();
  const decoding = useQuery(got(path, { params: { path: { eventId, skillId } } }));
  if (!decoding.data || decoding.data.state === 'closed') return null;
  return (
    <div className="decoding-line">
      <DecodingTag state={decoding.data.state} />
      <DecodingFacts decoding={decoding.data} />
      {decoding.data.state === 'witnessed' ? (
        <GoButton to={`/events/${eventId}/skills/${skillId}/results`} size="small">
          {t('decoding.results')}
        </GoButton>
      ) : null}
    </div>
  );
}

/** The chief judge's button for the ranking page, with what is missing, and its dialog. */
export function useOpenDecoding(
  eventId: string,
  skillId: string,
): { primary: PrimaryAction | null; dialog: ReactNode } {
  const t = useResultsText();
  const [asked, setAsked] = useState(false);
  const decoding = useQuery(got(path, { params: { path: { eventId, skillId } } }));
  const open = useVerb({
    send: (_wish: null) => take(api.PUT(path, { params: { path: { eventId, skillId } } })),
    outdates: [path, '/api/v1/home'],
    said: t('decoding.openDone'),
    onDone: () => setAsked(false),
    onProblem: () => setAsked(false),
  });
  if (decoding.data?.state !== 'closed') return { primary: null, dialog: null };
  return {
    primary: {
      label: t('decoding.open'),
      onClick: () => setAsked(true),
      preflight: missingFindings(decoding.data),
      recheck: () => void decoding.refetch(),
    },
    dialog: (
      <ConfirmTyped
        open={asked}
        title={t('decoding.confirmTitle', { skill: '' }).replace(/[:：]\s*$/, '')}
        word={t('decoding.word')}
        verb={t('decoding.open')}
        onConfirm={async () => {
          await open.mutateAsync(null).catch(() => undefined);
        }}
        onCancel={() => setAsked(false)}
      >
        <p>{t('decoding.confirmLine')}</p>
      </ConfirmTyped>
    ),
  };
}
