import { useQuery } from '@tanstack/react-query';
import { Modal, Select, Table } from 'antd';
import { useState } from 'react';
import type { Criterion, SchemeTree } from '@luban/scoring';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { CellFindings } from '../parts/cell-findings.js';
import { GoButton } from '../parts/go-button.js';
import { MarkFigure } from '../parts/mark-figure.js';
import { criterionSum } from './tree-sums.js';
import { type Scheme, setUpPaths } from './skill-set-up.js';
import { useSchemeText } from './words.js';

/** Puts a draft in force: says in which module each criterion's work is made, or what keeps the scheme back. */
export function ForceDialog(props: { scheme: Scheme; skillId: string; onClose: () => void }) {
  const { scheme, skillId, onClose } = props;
  const t = useSchemeText();
  const event = useEvent();
  const path = { eventId: event.id };
  const whole = useQuery(
    got('/api/v1/events/{eventId}/schemes/{schemeId}', {
      params: { path: { ...path, schemeId: scheme.id } },
    }),
  );
  const skill = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}', { params: { path: { ...path, skillId } } }),
  );
  const [told, setTold] = useState<Record<string, string>>({});
  const modules = (skill.data?.modules ?? []).filter(({ markedBy }) => markedBy === 'scheme');
  const criteria = (whole.data?.tree as SchemeTree | undefined)?.criteria ?? [];
  const only = modules.length === 1 ? modules[0]?.id : undefined;
  const moduleOf = ({ code }: Criterion) => told[code] ?? modules.find((m) => m.code === code)?.id ?? only;
  const blocking = (whole.data?.findings ?? []).filter(({ severity }) => severity === 'blocking');
  const put = useVerb({
    send: (chosen: Record<string, string>) =>
      take(
        api.PUT('/api/v1/events/{eventId}/schemes/{schemeId}/in-force', {
          params: { path: { ...path, schemeId: scheme.id } },
          body: { modules: chosen as never },
        }),
      ),
    outdates: setUpPaths,
    said: t('force.done', { number: scheme.number }),
    onDone: onClose,
  });
  const ready = criteria.length > 0 && blocking.length === 0 && criteria.every((one) => moduleOf(one));
  return (
    <Modal
      open
      width={640}
      title={t('force.title', { number: scheme.number })}
      okText={t('force.verb')}
      okButtonProps={{ disabled: !ready, loading: put.isPending }}
      onOk={() => put.mutate(Object.fromEntries(criteria.map((one) => [one.code, moduleOf(one) ?? ''])))}
      onCancel={onClose}
    >
      {whole.error || skill.error ? (
        <LoadError error={whole.error ?? skill.error} />
      ) : !whole.data || !skill.data ? (
        <Loading />
      ) : blocking.length > 0 ? (
        <>
          <p>{t('force.blocked')}</p>
          <CellFindings findings={blocking} imported />
        </>
      ) : modules.length === 0 ? (
        <>
          <p>{t('force.noModules')}</p>
          <GoButton to={`/events/${event.id}/skills/${skillId}?tab=modules`}>{t('force.toModules')}</GoButton>
        </>
      ) : (
        <>
          <p>{t('force.line')}</p>
          <Table<Criterion>
            size="small"
            rowKey="code"
            pagination={false}
            dataSource={criteria}
            columns={[
              {
                key: 'criterion',
                title: t('force.criterion'),
                render: (_, one) => `${one.code} ${one.name}`,
              },
              {
                key: 'marks',
                title: t('force.marks'),
                align: 'right',
                width: 90,
                render: (_, one) => <MarkFigure hundredths={criterionSum(one)} />,
              },
              {
                key: 'module',
                title: t('force.module'),
                width: 220,
                render: (_, one) => (
                  <Select
                    className="wide"
                    aria-label={`${t('force.module')} ${one.code}`}
                    placeholder={t('force.choose')}
                    value={moduleOf(one)}
                    status={moduleOf(one) ? '' : 'error'}
                    options={modules.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
                    onChange={(id: string) => setTold((now) => ({ ...now, [one.code]: id }))}
                  />
                ),
              },
            ]}
          />
          {scheme.warnings > 0 ? (
            <p className="quiet">{t('force.warned', { count: scheme.warnings })}</p>
          ) : null}
        </>
      )}
    </Modal>
  );
}
