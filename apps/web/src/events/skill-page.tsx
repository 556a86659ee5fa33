import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { api } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useFrameText } from '../frame/words.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { EventHeader } from './event-header.js';
import { GroupsTab } from './groups-tab.js';
import { ModulesTab } from './modules-tab.js';
import { policyNameOf, teamName } from './names.js';
import { PolicyTab } from './policy-tab.js';
import { SessionsTab } from './sessions-tab.js';
import { SkillBasics } from './skill-basics.js';
import type { SetUpPart, Skill } from './types.js';
import { useEventsText } from './words.js';
import { WorkstationsTab } from './workstations-tab.js';
import './events.css';

const tabs = ['basics', 'groups', 'modules', 'sessions', 'workstations', 'policy'] as const;
type Tab = (typeof tabs)[number];

/** One skill with its whole set-up, a tab for each part. */
export default function SkillPage() {
  const t = useEventsText();
  const language = useLanguage();
  const event = useEvent();
  const { skillId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const tab = tabs.find((one) => one === asked) ?? 'basics';
  const path = { eventId: event.id, skillId };
  const skill = useQuery(got('/api/v1/events/{eventId}/skills/{skillId}', { params: { path } }));
  if (skill.isPending) return <Loading />;
  if (skill.isError && !skill.data)
    return <LoadError error={skill.error} onRetry={() => void skill.refetch()} />;
  const found = skill.data;
  return (
    <>
      <EventHeader
        title={`${found.code} ${language === 'en' && found.nameEn ? found.nameEn : found.name}`}
        line={<SkillLine skill={found} />}
        crumbs={[{ label: t('skills.title'), to: `/events/${event.id}/skills` }]}
        withStages={false}
        actions={<DeleteSkill skill={found} />}
        history={{ eventId: event.id, subjectType: 'skill', subjectId: skillId }}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => setParams(key === 'basics' ? {} : { tab: key }, { replace: true })}
        destroyOnHidden
        items={tabs.map((key) => ({
          key,
          label: <TabLabel tab={key} skill={found} />,
          children: <TabBody tab={key} skill={found} />,
        }))}
      />
    </>
  );
}

function SkillLine({ skill }: { skill: Skill }) {
  const t = useEventsText();
  const facts = [
    teamName(skill.teamSize),
    skill.ageYearsMax === null ? t('skill.noAge') : t('skills.ageMost', { count: skill.ageYearsMax }),
    skill.worldSkillNumber === null ? null : `${t('skill.worldNumber')} ${skill.worldSkillNumber}`,
    skill.occupationCode,
    policyNameOf(skill.policy.name),
    skill.requireSignedScan ? t('skill.scan') : null,
  ];
  return (
    <span className="facts figures">
      {facts.filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}

function TabLabel({ tab, skill }: { tab: Tab; skill: Skill }) {
  const t = useEventsText();
  const count = tab === 'basics' || tab === 'policy' ? null : skill[tab].length;
  return (
    <span>
      {t(`skill.tab.${tab}`)}
      {count === null ? null : <span className="tab-count figures">{count}</span>}
    </span>
  );
}

function TabBody({ tab, skill }: { tab: Tab; skill: Skill }) {
  switch (tab) {
    case 'groups':
      return <GroupsTab skill={skill} note={<LockNote part="groups" />} />;
    case 'modules':
      return <ModulesTab skill={skill} note={<LockNote part="modules" />} />;
    case 'sessions':
      return <SessionsTab skill={skill} note={<LockNote part="sessions" />} />;
    case 'workstations':
      return <WorkstationsTab skill={skill} note={<LockNote part="workstations" />} />;
    case 'policy':
      return <PolicyTab key={skill.version} skill={skill} note={<LockNote part="policy" />} />;
    case 'basics':
      return <SkillBasics key={skill.version} skill={skill} note={<LockNote part="skills" />} />;
  }
}

/** Why a part cannot be changed now, to those who otherwise could. */
function LockNote({ part }: { part: SetUpPart }): ReactNode {
  const t = useEventsText();
  const frame = useFrameText();
  const event = useEvent();
  const runs = event.roles.some((role) => role === 'host' || role === 'organiser');
  if (event.may.change.includes(part) || !runs) return null;
  const tab = part === 'skills' ? 'basics' : part;
  const words =
    part === 'policy' && !event.roles.includes('host') && event.stage !== 'draft'
      ? t('policy.hostOnly')
      : t('skill.locked', { stage: frame(`stage.${event.stage}`), part: t(`skill.tab.${tab as Tab}`) });
  return <Alert type="info" showIcon title={words} className="form-problem" />;
}

function DeleteSkill({ skill }: { skill: Skill }) {
  const t = useEventsText();
  const event = useEvent();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const remove = useVerb({
    send: () =>
      api.DELETE('/api/v1/events/{eventId}/skills/{skillId}', {
        params: { path: { eventId: event.id, skillId: skill.id } },
      }),
    outdates: [
      '/api/v1/events/{eventId}',
      '/api/v1/events/{eventId}/skills',
      '/api/v1/events/{eventId}/stage',
    ],
    said: t('skill.deleted'),
    onDone: () => void navigate(`/events/${event.id}/skills`, { replace: true }),
  });
  if (!event.may.change.includes('skills')) return null;
  return (
    <Button
      danger
      type="text"
      icon={<Icon name="remove" />}
      onClick={() =>
        void modal.confirm({
          title: `${t('skill.delete')}：${skill.name}`,
          content: t('skill.deleteLine'),
          okText: t('skill.delete'),
          okButtonProps: { danger: true },
          onOk: () => remove.mutateAsync(undefined).catch(() => undefined),
        })
      }
    >
      {t('skill.delete')}
    </Button>
  );
}
