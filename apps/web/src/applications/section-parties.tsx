import { Button, Form, Input, Select } from 'antd';
import { organisationKinds, partyParts } from '@luban/rulebook';
import { OrganisationPicker } from '../catalogue/organisation-picker.js';
import { Icon } from '../look/icons.js';
import { useApplicationNames } from './application-names.js';
import type { FormValues, PartyRow } from './form-values.js';
import { RowTools } from './row-tools.js';
import { SectionPanel } from './section-panel.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** The lead applicant, and who takes part beside it by which part. */
export function SectionParties({ application }: { application: Application }) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  return (
    <SectionPanel id="parties" application={application}>
      <p>
        <span className="quiet">{t('field.lead')}</span> <strong>{application.leadName}</strong>{' '}
        <span className="quiet">{names.kindOf(application.leadKind)}</span>
        <br />
        <span className="quiet">{t('leadFixed')}</span>
      </p>
      <Form.List name="parties">
        {(fields, { add, remove, move }) => (
          <>
            {fields.map(({ key, name }) => (
              <PartyFields
                key={key}
                at={name}
                tools={<RowTools at={name} count={fields.length} onMove={move} onRemove={remove} />}
              />
            ))}
            <Button icon={<Icon name="add" />} onClick={() => add({ part: 'coOrganiser' })}>
              {t('add.party')}
            </Button>
          </>
        )}
      </Form.List>
    </SectionPanel>
  );
}

function PartyFields({ at, tools }: { at: number; tools: React.ReactNode }) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const form = Form.useFormInstance<FormValues>();
  const row = Form.useWatch<PartyRow | undefined>(['parties', at], form);
  const set = (change: PartyRow) => {
    const parties = [...((form.getFieldValue('parties') as PartyRow[] | undefined) ?? [])];
    parties[at] = { ...parties[at], ...change };
    form.setFieldValue('parties', parties);
    // Set by hand, the form says nothing of it: touch a field so that it is saved.
    form.setFieldValue(['parties', at, 'name'], change.name ?? parties[at]?.name);
  };
  const unregistered = row?.organisationId === null && Boolean(row.name);
  return (
    <div className="row-card">
      {tools}
      <div className="form-cells">
        <Form.Item name={[at, 'part']} label={t('field.part')} className="form-short">
          <Select
            options={partyParts
              .filter((part) => part !== 'lead')
              .map((part) => ({ value: part, label: names.partOf(part) }))}
          />
        </Form.Item>
        <Form.Item
          name={[at, 'organisation']}
          label={t('field.organisation')}
          valuePropName="chosen"
          {...(unregistered ? { extra: t('unregistered') } : {})}
        >
          <PartyOrganisation row={row} onPick={set} />
        </Form.Item>
        <Form.Item name={[at, 'kind']} label={t('field.kind')} className="form-short">
          <Select
            disabled={Boolean(row?.organisationId)}
            options={organisationKinds.map((kind) => ({ value: kind, label: names.kindOf(kind) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name={[at, 'name']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[at, 'organisationId']} hidden>
        <Input />
      </Form.Item>
    </div>
  );
}

/** A registered organisation with its name and kind, or a name as it stands. */
function PartyOrganisation({
  id,
  row,
  onPick,
  onChange,
}: {
  id?: string;
  row: PartyRow | undefined;
  onPick: (change: PartyRow) => void;
  onChange?: (value: unknown) => void;
}) {
  const value = row?.organisationId ?? (row?.name ? `name:${row.name}` : null);
  const take = (change: PartyRow) => {
    onPick(change);
    onChange?.(change.name ?? null);
  };
  return (
    <OrganisationPicker
      {...(id === undefined ? {} : { id })}
      value={value}
      known={value && row?.name ? [{ id: value, name: row.name }] : []}
      onEntry={(entry) =>
        take(
          entry
            ? { organisationId: entry.id, name: entry.name, kind: entry.kind }
            : { organisationId: null, name: '' },
        )
      }
      onTyped={(name) => take({ organisationId: null, name, kind: row?.kind ?? 'enterprise' })}
    />
  );
}
