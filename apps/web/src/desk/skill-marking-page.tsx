import { useActiveRole } from '../account/roles.js';
import DeskPage from './desk-page.js';
import ProgressPage from './progress-page.js';

/**
 * Where findings about a skill's forms lead: the desk for its chief judge, the progress in counts for those who run
 * the event and may not see a mark. So nobody who is shown such a finding comes to a closed door.
 */
export default function SkillMarkingPage() {
  const { role } = useActiveRole();
  return role === 'chiefJudge' ? <DeskPage /> : <ProgressPage />;
}
