import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { StateTag } from '../parts/state-tag.js';
import { areaOf, type Pack } from './types.js';
import { useRulesText } from './words.js';

const looks = { added: 'passed', removed: 'ended', changed: 'running' } as const;

/** Two packs side by side, only what differs. */
export function DifferenceView({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const said = useSaid();
  const [params, setParams] = useSearchParams();
  const from = params.get('with') ?? pack.basedOnId;
  const packs = useQuery(got('/api/v1/rule-packs', { params: { query: { limit: 500 } } }));
  const others = packs.data?.items.filter(({ id }) => id !== pack.id) ?? [];
  const other = from ?? others.find(({ level }) => level === pack.level)?.id;
  const difference = useQuery({
    ...got('/api/v1/rule-packs/{rulePackId}/difference', {
      params: { path: { rulePackId: pack.id }, query: other ? { from: other } : {} },
    }),
    enabled: Boolean(other),
  });
  return (
    <div className="pack-difference">
      <label className="rule-pick">
        <span>{t('diff.with')}</span>
        <Select
          {...(other ? { value: other } : {})}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(id: string) => setParams({ tab: 'difference', with: id }, { replace: true })}
          options={others.map((one) => ({
            value: one.id,
            label: `${said(one.title)} · ${areaOf(t, one)} · ${t(`state.${one.state}`)}`,
          }))}
        />
      </label>
      {other ? (
        <Answered query={difference}>
          {({ items, fromTitle }) =>
            items.length === 0 ? (
              <p className="quiet">{t('diff.none')}</p>
            ) : (
              <>
                <p className="quiet">
                  {t('diff.counts', {
                    added: items.filter(({ change }) => change === 'added').length,
                    removed: items.filter(({ change }) => change === 'removed').length,
                    changed: items.filter(({ change }) => change === 'changed').length,
                  })}
                </p>
                {items.map((item) => (
                  <section key={`${item.part} ${item.id}`} className={`diff diff-${item.change}`}>
                    <div className="rule-head">
                      <h3>{item.part === 'pack' ? t('diff.pack') : said(item.title)}</h3>
                      <StateTag look={looks[item.change]} quiet>
                        {t(`diff.${item.change}`)}
                      </StateTag>
                    </div>
                    <table>
                      <thead>
                        <tr>
                          <th>{t('diff.field')}</th>
                          <th>{said(fromTitle)}</th>
                          <th>{said(pack.title)}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {item.fields.map(({ label, before, after }) => (
                          <tr key={label.en}>
                            <th scope="row">{said(label)}</th>
                            <td>{before ? <del>{said(before)}</del> : '–'}</td>
                            <td>{after ? <ins>{said(after)}</ins> : '–'}</td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </section>
                ))}
              </>
            )
          }
        </Answered>
      ) : null}
    </div>
  );
}
