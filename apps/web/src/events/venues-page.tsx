import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { idempotencyKey, ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { FormDialog } from '../parts/form-dialog.js';
import { EventHeader } from './event-header.js';
import { SkillName } from './skill-name.js';
import type { Venue } from './types.js';
import { useEventsText } from './words.js';
import './events.css';

/** Where the skills are competed. */
export default function VenuesPage() {
  const t = useEventsText();
  const event = useEvent();
  const { modal } = App.useApp();
  const [open, setOpen] = useState<Venue | 'new' | null>(null);
  const may = event.may.change.includes('venues');
  const path = { eventId: event.id };
  const venues = useQuery(got('/api/v1/events/{eventId}/venues', { params: { path } }));
  const skills = useQuery(got('/api/v1/events/{eventId}/skills', { params: { path } }));
  const remove = useVerb({
    send: (venueId: string) =>
      api.DELETE('/api/v1/events/{eventId}/venues/{venueId}', { params: { path: { ...path, venueId } } }),
    outdates: ['/api/v1/events/{eventId}/venues', '/api/v1/events/{eventId}'],
    said: t('venue.removed'),
  });
  const add = may ? (
    <Button type="primary" icon={<Icon name="add" />} onClick={() => setOpen('new')}>
      {t('venue.add')}
    </Button>
  ) : null;
  if (venues.isPending) return <Loading />;
  if (venues.isError) return <LoadError error={venues.error} onRetry={() => void venues.refetch()} />;
  return (
    <div className="reading-page">
      <EventHeader
        title={t('venue.title')}
        line={t('venue.line')}
        actions={venues.data.items.length > 0 ? add : null}
      />
      {venues.data.items.length === 0 ? (
        <EmptyState icon="venue" title={t('venue.empty')} line={t('venue.emptyLine')} action={add} />
      ) : (
        <Table<Venue>
          size="middle"
          rowKey="id"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={venues.data.items}
          columns={[
            { key: 'name', title: t('venue.name'), dataIndex: 'name' },
            { key: 'address', title: t('venue.address'), render: (_, row) => row.address ?? '–' },
            {
              key: 'skills',
              title: t('venue.skills'),
              render: (_, row) => {
                const here = skills.data?.items.filter(({ venueId }) => venueId === row.id) ?? [];
                if (here.length === 0) return '–';
                return (
                  <span className="facts">
                    {here.map((skill) => (
                      <Link key={skill.id} to={`/events/${event.id}/skills/${skill.id}`}>
                        <SkillName skill={skill} />
                      </Link>
                    ))}
                  </span>
                );
              },
            },
            ...(may
              ? [
                  {
                    key: 'do',
                    align: 'right' as const,
                    render: (_: unknown, row: Venue) => (
                      <>
                        <Button
                          type="text"
                          size="small"
                          icon={<Icon name="edit" />}
                          onClick={() => setOpen(row)}
                        >
                          {t('venue.edit')}
                        </Button>
                        <Button
                          type="text"
                          size="small"
                          danger
                          icon={<Icon name="remove" />}
                          onClick={() =>
                            void modal.confirm({
                              title: t('venue.removeTitle', { name: row.name }),
                              okText: t('venue.remove'),
                              okButtonProps: { danger: true },
                              onOk: () => remove.mutateAsync(row.id).catch(() => undefined),
                            })
                          }
                        >
                          {t('venue.remove')}
                        </Button>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <VenueDialog venue={open} onClose={() => setOpen(null)} />
    </div>
  );
}

function VenueDialog({ venue, onClose }: { venue: Venue | 'new' | null; onClose: () => void }) {
  const t = useEventsText();
  const { id: eventId } = useEvent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const edited = venue === 'new' || venue === null ? null : venue;
  const save = useVerb({
    send: ({ name, address }: { name: string; address?: string | null }, key): Promise<Venue> => {
      const body = { name: name.trim(), address: address?.trim() || null };
      if (!edited) {
        const params = { path: { eventId } };
        return take(
          api.POST('/api/v1/events/{eventId}/venues', { params, headers: idempotencyKey(key), body }),
        );
      }
      const params = { path: { eventId, venueId: edited.id } };
      return take(
        api.PATCH('/api/v1/events/{eventId}/venues/{venueId}', {
          params,
          headers: ifMatch(edited.version),
          body,
        }),
      );
    },
    outdates: [
      '/api/v1/events/{eventId}/venues',
      '/api/v1/events/{eventId}/skills',
      '/api/v1/events/{eventId}',
    ],
    said: t('venue.saved'),
    onDone: onClose,
    onProblem: (met) => {
      setProblem(met);
      return !met.isStale;
    },
  });
  return (
    <FormDialog<{ name: string; address?: string | null }>
      open={venue !== null}
      title={t(edited ? 'venue.editTitle' : 'venue.add')}
      verb={t(edited ? 'venue.save' : 'venue.add')}
      busy={save.isPending}
      problem={problem}
      initial={edited ? { name: edited.name, address: edited.address } : {}}
      onSubmit={save.mutate}
      onClose={() => {
        setProblem(null);
        onClose();
      }}
    >
      <Form.Item
        name="name"
        label={t('venue.name')}
        rules={[
          { required: true, whitespace: true, message: t('field.required', { field: t('venue.name') }) },
        ]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="address" label={t('venue.address')}>
        <Input maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
