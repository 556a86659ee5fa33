import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useBlocker, useNavigate, useParams } from 'react-router';
import { idleRules, packFaults, type Rule, type RulePack } from '@luban/rulebook';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Answered } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { DraftBasics } from './draft-basics.js';
import { DraftDuties } from './draft-duties.js';
import { DraftRules } from './draft-rules.js';
import { FaultContext } from './fault-field.js';
import { contentOf, stateLooks, type Pack } from './types.js';
import { useRulesText } from './words.js';
import './rules.css';

/** A draft being edited: parameters, severity, clauses and dates of its rules; never expressions. */
export default function DraftPage() {
  const { packId = '' } = useParams();
  const pack = useQuery(got('/api/v1/rule-packs/{rulePackId}', { params: { path: { rulePackId: packId } } }));
  return (
    <Answered query={pack}>
      {(found) =>
        found.actions.includes('edit') ? (
          <DraftEditor key={`${found.id} ${found.version}`} pack={found} />
        ) : (
          <NotEditable pack={found} />
        )
      }
    </Answered>
  );
}

function NotEditable({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const said = useSaid();
  return (
    <EmptyState
      icon="lock"
      title={said(pack.title)}
      line={t('edit.notEditable')}
      action={<GoButton to={`/rules/${pack.id}`}>{t('edit.toPack')}</GoButton>}
    />
  );
}

function DraftEditor({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const said = useSaid();
  const navigate = useNavigate();
  const [content, setContent] = useState<RulePack>(() => contentOf(pack));
  const isChanged = useMemo(
    () => JSON.stringify(content) !== JSON.stringify(contentOf(pack)),
    [content, pack],
  );
  const faults = useMemo(() => packFaults(content), [content]);
  const save = useVerb({
    send: ({ title, year, classes, naming, rules, duties }: RulePack) =>
      take(
        api.PATCH('/api/v1/rule-packs/{rulePackId}', {
          params: { path: { rulePackId: pack.id } },
          body: { title, year, classes, naming, rules: rules.map(asSent), duties },
          headers: ifMatch(pack.version),
        }),
      ),
    outdates: [
      '/api/v1/rule-packs',
      '/api/v1/rule-packs/{rulePackId}',
      '/api/v1/rule-packs/{rulePackId}/difference',
    ],
    said: t('edit.saved'),
  });
  useLeaveGuard(isChanged && !save.isPending, t('edit.leave'));
  const change = (changes: Partial<RulePack>) => setContent((now) => ({ ...now, ...changes }));
  return (
    <FaultContext.Provider value={faults}>
      <PageHeader
        title={said(content.title)}
        crumbs={[
          { label: t('list.title'), to: '/rules' },
          { label: said(pack.title), to: `/rules/${pack.id}` },
        ]}
        tag={<StateTag look={stateLooks[pack.state]}>{t(`state.${pack.state}`)}</StateTag>}
        line={
          <span className="pack-facts" aria-live="polite">
            <span className="figures">{pack.code}</span>
            <span>{isChanged ? t('edit.unsaved') : t('edit.same')}</span>
            {faults.length > 0 ? (
              <StateTag look="blocking" quiet>
                {t('edit.faults', { count: faults.length })}
              </StateTag>
            ) : null}
          </span>
        }
        actions={<GoButton to={`/rules/${pack.id}?tab=difference`}>{t('pack.tab.difference')}</GoButton>}
        primary={{
          label: t('edit.save'),
          onClick: () => (isChanged ? save.mutate(content) : void navigate(`/rules/${pack.id}`)),
        }}
      />
      <Form component={false} layout="vertical" requiredMark={false} disabled={save.isPending}>
        <DraftBasics pack={content} onChange={change} />
        <DraftRules rules={content.rules} idle={idleRules(content)} onChange={(rules) => change({ rules })} />
        <DraftDuties duties={content.duties} onChange={(duties) => change({ duties })} />
      </Form>
    </FaultContext.Provider>
  );
}

/** The api takes the parameters of a check as plain data. */
const asSent = ({ parameters, ...rule }: Rule) => ({
  ...rule,
  parameters: { ...parameters } as Record<string, never>,
});

/** Asks before unsaved changes are left, inside the app and by the browser. */
function useLeaveGuard(isUnsaved: boolean, words: string) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(words)) blocker.proceed();
    else blocker.reset();
  }, [blocker, words]);
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
