import { Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { Answered } from '../../frame/load-error.js';
import { useTimes } from '../../language/times.js';
import { Icon } from '../../look/icons.js';
import { StateTag } from '../../parts/state-tag.js';
import { paperHref, useVersion } from '../data.js';
import { classOf, type PlanPlace, type PlanVersion, type PlanVersionSummary } from '../types.js';
import { usePlansText } from '../words.js';
import { ChangeTag } from './change-tag.js';

/** Every version with what it changes, its document and its papers. */
export function VersionList({
  place,
  versions,
}: {
  place: PlanPlace;
  versions: readonly PlanVersionSummary[];
}) {
  const t = usePlansText();
  const times = useTimes();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <section className="page-section" aria-labelledby="versions">
      <div className="section-head">
        <h2 id="versions">{t('versions.title')}</h2>
      </div>
      {versions.length === 0 ? (
        <p className="quiet">{t('versions.none')}</p>
      ) : (
        <ul className="version-list panel">
          {versions.map((version) => (
            <li key={version.number}>
              <div className="version-facts">
                <strong>
                  {t('versions.number', { number: version.number })} · {t(`kind.${version.kind}`)}
                </strong>
                {version.publishedAt ? (
                  <StateTag look="passed" quiet>
                    {version.documentNumber}
                  </StateTag>
                ) : (
                  <StateTag look="running" quiet>
                    {t('versions.draft')}
                  </StateTag>
                )}
                <span className="quiet figures">
                  {[
                    ...(version.signedOn ? [t('versions.signedOn', { day: version.signedOn })] : []),
                    ...(version.publishedAt
                      ? [t('versions.publishedAt', { day: times.show(version.publishedAt, 'day') })]
                      : []),
                    t('versions.changes', { ...version.changes }),
                  ].join(' · ')}
                </span>
                {version.correctionNote ? <p>{version.correctionNote}</p> : null}
              </div>
              <div className="version-papers">
                <Button size="small" icon={<Icon name="history" />} onClick={() => setOpen(version.number)}>
                  {t('versions.look')}
                </Button>
                <Button size="small" href={paperHref(place, version.number, 'notice.docx')}>
                  {t('draft.notice')}
                </Button>
                <Button size="small" href={paperHref(place, version.number, 'list.xlsx')}>
                  {t('draft.list')}
                </Button>
                {version.publishedAt ? (
                  <Button size="small" href={paperHref(place, version.number, 'scan')}>
                    {t('draft.scan')}
                  </Button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      <VersionDrawer place={place} number={open} onClose={() => setOpen(null)} />
    </section>
  );
}

function VersionDrawer(props: { place: PlanPlace; number: number | null; onClose: () => void }) {
  const t = usePlansText();
  const version = useVersion(props.place, props.number);
  return (
    <Drawer
      open={props.number !== null}
      onClose={props.onClose}
      size={720}
      title={props.number === null ? null : t('versions.number', { number: props.number })}
    >
      {props.number === null ? null : (
        <Answered query={version}>{(data) => <Differences version={data} />}</Answered>
      )}
    </Drawer>
  );
}

function Differences({ version }: { version: PlanVersion }) {
  const t = usePlansText();
  const [all, setAll] = useState(false);
  const items = version.items.filter(({ change }) => all || change !== 'kept');
  return (
    <>
      <p>{version.title}</p>
      <p className="quiet">{t('versions.changes', { ...version.changes })}</p>
      <Segmented
        value={all ? 'all' : 'changes'}
        onChange={(value) => setAll(value === 'all')}
        options={[
          { value: 'changes', label: t('versions.onlyChanges') },
          { value: 'all', label: t('versions.all') },
        ]}
      />
      {items.length === 0 ? <p className="quiet">{t('versions.nothing')}</p> : null}
      <ul className="difference-list">
        {items.map((item) => (
          <li key={item.applicationId} className={item.change === 'removed' ? 'line-removed' : ''}>
            <span className="figures quiet">
              {classOf(t, item.class)} {item.number}
            </span>
            <span>
              {item.officialName}
              {item.note ? <span className="quiet line-notes">{item.note}</span> : null}
            </span>
            <ChangeTag change={item.change} note={null} />
          </li>
        ))}
      </ul>
    </>
  );
}
