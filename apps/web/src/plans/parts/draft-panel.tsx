import { App, Button } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../../api/attempt.js';
import { api, take } from '../../api/client.js';
import { queryClient } from '../../api/query.js';
import { useVerb } from '../../api/verb.js';
import { Icon } from '../../look/icons.js';
import { StateTag } from '../../parts/state-tag.js';
import { paperHref, planPaths } from '../data.js';
import type { PlanPlace, PlanVersion } from '../types.js';
import { usePlansText } from '../words.js';
import { FactsDialog, TextsDialog } from './draft-dialogs.js';
import { ScanField } from './scan-field.js';

/** A draft 拟稿: the four facts it still needs, its papers, and the way to discard it. */
export function DraftPanel(props: { place: PlanPlace; draft: PlanVersion; mayEdit: boolean }) {
  const { place, draft, mayEdit } = props;
  const t = usePlansText();
  const { modal } = App.useApp();
  const [open, setOpen] = useState<'facts' | 'texts' | null>(null);
  const discard = useVerb({
    send: () =>
      take(
        api.DELETE('/api/v1/plans/{level}/{divisionCode}/{planYear}/versions/{number}', {
          params: { path: { ...place, number: draft.number } },
          headers: ifMatch(draft.version),
        }),
      ),
    // The version itself is gone: it is forgotten, not read again.
    outdates: [planPaths[0], planPaths[1]],
    said: t('draft.discarded'),
    onDone: () => queryClient.removeQueries({ queryKey: [planPaths[2]], type: 'inactive' }),
  });
  const facts = [
    ['documentNumber', draft.documentNumber],
    ['signer', draft.signer],
    ['signedOn', draft.signedOn],
  ] as const;
  return (
    <section className="page-section" aria-labelledby="draft">
      <div className="section-head">
        <div>
          <h2 id="draft" className="draft-title">
            {t('draft.title', { number: draft.number, kind: t(`kind.${draft.kind}`) })}
            <span className="draft-stamp">{t('draft.tag')}</span>
          </h2>
          <p className="quiet">{t('draft.line')}</p>
        </div>
        {mayEdit ? (
          <Button
            type="text"
            danger
            icon={<Icon name="remove" />}
            onClick={() =>
              void modal.confirm({
                title: t('draft.discardTitle', { number: draft.number }),
                content: t('draft.discardLine'),
                okText: t('draft.discard'),
                okButtonProps: { danger: true },
                onOk: () => discard.mutateAsync(undefined).catch(() => undefined),
              })
            }
          >
            {t('draft.discard')}
          </Button>
        ) : null}
      </div>
      <div className="panel draft-panel">
        <div className="draft-facts">
          {facts.map(([field, value]) => (
            <Fact key={field} name={t(`draft.${field}`)} value={value} />
          ))}
          <ScanField place={place} draft={draft} mayEdit={mayEdit} />
          {mayEdit ? (
            <Button icon={<Icon name="edit" />} onClick={() => setOpen('facts')}>
              {t('draft.edit')}
            </Button>
          ) : null}
        </div>
        <dl className="draft-texts">
          <div>
            <dt>{t('draft.code')}</dt>
            <dd>
              <span className="figures">{draft.checkCode}</span>{' '}
              <span className="quiet">{t('draft.codeHelp')}</span>
            </dd>
          </div>
          <div>
            <dt>{t('draft.name')}</dt>
            <dd>{draft.title}</dd>
          </div>
          <div>
            <dt>{t('draft.addressees')}</dt>
            <dd>{draft.addressees}</dd>
          </div>
          {draft.correctionNote ? (
            <div>
              <dt>{t('draft.note')}</dt>
              <dd>{draft.correctionNote}</dd>
            </div>
          ) : null}
          {mayEdit ? (
            <Button type="link" className="bare-link" onClick={() => setOpen('texts')}>
              {t('draft.texts')}
            </Button>
          ) : null}
        </dl>
        <div className="draft-papers">
          <Button icon={<Icon name="export" />} href={paperHref(place, draft.number, 'notice.docx')}>
            {t('draft.notice')}
          </Button>
          {facts.every(([, value]) => value !== null) ? (
            <Button
              icon={<Icon name="print" />}
              href={`${paperHref(place, draft.number, 'notice.docx')}?copy=seal`}
            >
              {t('draft.seal')}
            </Button>
          ) : null}
          <Button icon={<Icon name="table" />} href={paperHref(place, draft.number, 'list.xlsx')}>
            {t('draft.list')}
          </Button>
          <span className="quiet">{t('draft.papersLine')}</span>
        </div>
      </div>
      <FactsDialog open={open === 'facts'} place={place} draft={draft} onClose={() => setOpen(null)} />
      <TextsDialog open={open === 'texts'} place={place} draft={draft} onClose={() => setOpen(null)} />
    </section>
  );
}

/** One of the four facts: recorded or missing, by shape and word. */
export function Fact(props: { name: string; value: React.ReactNode; outdated?: boolean }) {
  const { name, value, outdated = false } = props;
  const t = usePlansText();
  return (
    <div className="draft-fact">
      <StateTag look={outdated ? 'blocking' : value === null ? 'waiting' : 'passed'} quiet>
        {name}
      </StateTag>
      <span className="figures">
        {value === null ? <span className="quiet">{t('draft.missing')}</span> : value}
      </span>
    </div>
  );
}
