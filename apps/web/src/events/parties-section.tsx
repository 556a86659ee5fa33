import { App, Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import { OrganisationSelect } from './organisation-select.js';
import type { Party } from './types.js';
import { useEventsText } from './words.js';

const parts = ['host', 'organiser', 'coOrganiser'] as const;

/** Host, organiser and co-organiser, each with what it may do. */
export function PartiesSection() {
  const t = useEventsText();
  const language = useLanguage();
  const event = useEvent();
  const { modal } = App.useApp();
  const [adding, setAdding] = useState(false);
  const may = event.may.change.includes('parties');
  const remove = useVerb({
    send: (partyId: string) =>
      api.DELETE('/api/v1/events/{eventId}/parties/{partyId}', {
        params: { path: { eventId: event.id, partyId } },
      }),
    outdates: ['/api/v1/events/{eventId}', '/api/v1/events/{eventId}/stage', '/api/v1/events'],
    said: t('party.removed'),
  });
  const nameOf = (party: Party) => (language === 'en' && party.nameEn ? party.nameEn : party.name);
  return (
    <section className="panel" aria-labelledby="parties">
      <div className="section-head">
        <h2 id="parties">{t('party.title')}</h2>
        {may ? (
          <Button icon={<Icon name="add" />} onClick={() => setAdding(true)}>
            {t('party.add')}
          </Button>
        ) : null}
      </div>
      <div className="parties">
        {parts.map((part) => (
          <div key={part} className="party-part">
            <h3>{t(`party.${part}`)}</h3>
            <p className="quiet">{t(`party.${part}Does`)}</p>
            <ul>
              {event.parties
                .filter((party) => party.part === part)
                .map((party) => (
                  <li key={party.id}>
                    <span>{nameOf(party)}</span>
                    {may ? (
                      <Button
                        type="text"
                        size="small"
                        icon={<Icon name="close" />}
                        aria-label={`${t('party.remove')} ${nameOf(party)}`}
                        onClick={() =>
                          void modal.confirm({
                            title: t('party.removeTitle', { name: nameOf(party) }),
                            content: part === 'coOrganiser' ? null : t('party.removeLine'),
                            okText: t('party.remove'),
                            okButtonProps: { danger: true },
                            onOk: () => remove.mutateAsync(party.id).catch(() => undefined),
                          })
                        }
                      />
                    ) : null}
                  </li>
                ))}
              {event.parties.some((party) => party.part === part) ? null : <li className="quiet">–</li>}
            </ul>
          </div>
        ))}
      </div>
      <AddParty open={adding} onClose={() => setAdding(false)} />
    </section>
  );
}

function AddParty({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useEventsText();
  const event = useEvent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = useVerb({
    send: (wish: { organisationId: string; part: Party['part'] }, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/parties', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          body: wish,
        }),
      ),
    outdates: ['/api/v1/events/{eventId}', '/api/v1/events/{eventId}/stage', '/api/v1/events'],
    said: t('party.added'),
    onDone: onClose,
    onProblem: (met) => {
      setProblem(met);
      return true;
    },
  });
  const first = parts.find((part) => !event.parties.some((party) => party.part === part)) ?? 'coOrganiser';
  return (
    <FormDialog<{ organisationId: string; part: Party['part'] }>
      open={open}
      title={t('party.add')}
      verb={t('party.add')}
      busy={add.isPending}
      problem={problem}
      initial={{ part: first }}
      onSubmit={add.mutate}
      onClose={onClose}
    >
      <Form.Item
        name="organisationId"
        label={t('party.organisation')}
        rules={[{ required: true, message: t('field.required', { field: t('party.organisation') }) }]}
      >
        <OrganisationSelect
          known={event.parties.map(({ organisationId, name }) => ({ id: organisationId, name }))}
        />
      </Form.Item>
      <Form.Item name="part" required label={t('party.part')}>
        <Radio.Group
          className="radio-lines"
          options={parts.map((part) => ({
            value: part,
            label: (
              <span>
                {t(`party.${part}`)} <span className="quiet">{t(`party.${part}Does`)}</span>
              </span>
            ),
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
