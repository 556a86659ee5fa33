import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { Schemas } from '../account/session.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { EntrySelect, type EntryChoice } from '../catalogue/entry-select.js';
import { Answered } from '../frame/load-error.js';
import { useEvidenceLine } from '../parts/evidence.js';
import { FindingList } from '../parts/finding-list.js';
import { StateTag } from '../parts/state-tag.js';
import type { Pack } from './types.js';
import { useRulesText } from './words.js';

type Row = Schemas['DeskRowDto'];

/** A pack, a draft too, held against one application as it stands. */
export function TrialView({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const evidenceLine = useEvidenceLine();
  const [params, setParams] = useSearchParams();
  const id = params.get('application');
  const trial = useQuery({
    ...got('/api/v1/rule-packs/{rulePackId}/trial', {
      params: { path: { rulePackId: pack.id }, query: { applicationId: id ?? '' } },
    }),
    enabled: id !== null,
  });
  const search = async (q: string): Promise<EntryChoice<Row>[]> => {
    const query = { queue: 'all' as const, limit: 20, ...(q === '' ? {} : { q }) };
    const { items } = await take(api.GET('/api/v1/review-desk', { params: { query } }));
    return items.map((row) => ({
      key: row.id,
      label: row.name,
      name: `${row.edition ?? ''}${row.name}`,
      code: String(row.planYear),
      note: row.leadName,
      entry: row,
    }));
  };
  const name = params.get('name');
  return (
    <div className="back-test">
      <p className="quiet">{t('trial.line')}</p>
      <div className="rule-pick">
        <span>{t('trial.pick')}</span>
        <EntrySelect<Row>
          aria-label={t('trial.pick')}
          chosen={id ? { key: id, label: name ?? id } : null}
          searchKey={['rule-trial']}
          search={search}
          hint={t('trial.pick')}
          onPick={(row) =>
            setParams(row ? { tab: 'trial', application: row.id, name: row.name } : { tab: 'trial' }, {
              replace: true,
            })
          }
        />
      </div>
      {id === null ? (
        <p className="quiet">{t('trial.none')}</p>
      ) : (
        <Answered query={trial}>
          {({ decision, findings }) => (
            <>
              <p>
                <StateTag look={decision === 'grant' ? 'passed' : 'blocking'}>
                  {t(`trial.${decision}`)}
                </StateTag>
              </p>
              <FindingList
                findings={findings.map(({ code, severity, message, evidence, citation }) => ({
                  code,
                  severity,
                  message,
                  evidence: evidenceLine(evidence) || null,
                  clause: {
                    name: citation.article,
                    source: citation.source,
                    verified: citation.grade === 'verified',
                  },
                }))}
              />
            </>
          )}
        </Answered>
      )}
    </div>
  );
}
