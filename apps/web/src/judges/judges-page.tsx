import { Tabs } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { SetUpFrame } from '../schemes/set-up-frame.js';
import type { SetUp } from '../schemes/skill-set-up.js';
import { AssignmentTab } from './assignment-tab.js';
import { JudgesTab } from './judges-tab.js';
import { TeamsTab } from './teams-tab.js';
import { useJudgeText } from './words.js';
import './judges.css';

const tabs = ['judges', 'teams', 'assignment'] as const;

/** The judges of a skill, their teams, and which team marks which sub-criterion. */
export default function JudgesPage() {
  const { skillId = '' } = useParams();
  return (
    <SetUpFrame skillId={skillId} tab="judges">
      {(skill) => <JudgeTabs skill={skill} />}
    </SetUpFrame>
  );
}

function JudgeTabs({ skill }: { skill: SetUp }) {
  const t = useJudgeText(skill.policyName);
  const [params, setParams] = useSearchParams();
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'judges';
  const count = { judges: null, teams: skill.teams, assignment: skill.subCriteria };
  return (
    <Tabs
      type="card"
      activeKey={tab}
      destroyOnHidden
      onChange={(key) => setParams(key === 'judges' ? {} : { tab: key }, { replace: true })}
      items={tabs.map((key) => ({
        key,
        label: (
          <span>
            {t(`tab.${key}`)}
            {count[key] === null ? null : <span className="tab-count figures">{count[key]}</span>}
          </span>
        ),
        children:
          key === 'judges' ? (
            <JudgesTab skill={skill} />
          ) : key === 'teams' ? (
            <TeamsTab skill={skill} />
          ) : (
            <AssignmentTab skill={skill} />
          ),
      }))}
    />
  );
}
