import { Alert, Button, Form } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { enterPicks } from '../parts/enter-picks.js';
import { useSaid } from '../language/language.js';
import { useFaults } from '../parts/form-dialog.js';
import { SaveState } from '../parts/save-state.js';
import { FindingsSide } from './findings-side.js';
import { type FormValues, type OccupationRow, valuesOf } from './form-values.js';
import { ReturnedNote } from './returned-note.js';
import { SectionBasics } from './section-basics.js';
import { SectionContest } from './section-contest.js';
import { SectionDocuments } from './section-documents.js';
import { SectionHistory } from './section-history.js';
import { SectionMeans } from './section-means.js';
import { SectionNav } from './section-nav.js';
import { SectionOccupations } from './section-occupations.js';
import { SectionParties } from './section-parties.js';
import { SectionStamp } from './section-stamp.js';
import type { Application } from './types.js';
import type { Autosave } from './use-autosave.js';
import { useApplicationsText } from './words.js';

/** The application as a form: one calm page, its parts at the left, what the rules find at the right. */
export function ApplicationForm({
  application,
  autosave,
  foot,
  onReload,
}: {
  application: Application;
  autosave: Autosave;
  /** Begins the form anew with what somebody else has made of it. */
  onReload: () => void;
  foot: ReactNode;
}) {
  const t = useApplicationsText();
  const [form] = Form.useForm<FormValues>();
  const initial = useMemo(() => valuesOf(application), []);
  useFaults(form, autosave.problem);
  const adopt = (saved: Application) => autosave.adopt(saved);
  return (
    <div className="application-form">
      <SectionNav application={application} />
      <Form<FormValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="application-main"
        {...enterPicks}
        initialValues={initial}
        onValuesChange={() => {
          const faulty = form.getFieldsError().filter(({ errors }) => errors.length > 0);
          form.setFields(faulty.map(({ name }) => ({ name: name as never, errors: [] })));
          autosave.note(withIds(form.getFieldsValue(true) as FormValues, application));
        }}
      >
        <SaveProblem autosave={autosave} onReload={onReload} />
        <ReturnedNote application={application} />
        <SectionBasics application={application} />
        <SectionParties application={application} />
        <SectionOccupations application={application} />
        <SectionContest application={application} />
        <SectionMeans application={application} />
        <SectionHistory application={application} />
        <SectionDocuments application={application} onSaved={adopt} />
        <SectionStamp
          application={application}
          onPrint={async () => (await autosave.flush()) !== null}
          onSaved={adopt}
        />
        <p className="quiet">
          {t('submit.line')}{' '}
          <a
            href="#top"
            onClick={(click) => {
              click.preventDefault();
              window.scrollTo({ top: 0, behavior: 'smooth' });
            }}
          >
            {t('submit.toTop')}
          </a>
        </p>
      </Form>
      <FindingsSide application={application} head={<SaveState saving={autosave.saving} />} foot={foot} />
    </div>
  );
}

/** Rows that the server knows keep its ids, so that their documents stay with them when a detail changes. */
function withIds(values: FormValues, { occupations }: Application): FormValues {
  const taken = new Set(values.occupations.map(({ id }) => id).filter(Boolean));
  const rows = values.occupations.map((row): OccupationRow => {
    if (row.id) return row;
    const known = occupations.find(({ id, name }) => name === row.picked?.name && !taken.has(id));
    if (!known) return row;
    taken.add(known.id);
    return { ...row, id: known.id };
  });
  return { ...values, occupations: rows };
}

/** Why the last change is not saved, in full, above the form. */
function SaveProblem({ autosave, onReload }: { autosave: Autosave; onReload: () => void }) {
  const t = useApplicationsText();
  const said = useSaid();
  const { problem, conflict } = autosave;
  if (!problem) return null;
  if (conflict) {
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('save.conflict')}
        action={<Button onClick={onReload}>{t('save.reload')}</Button>}
      />
    );
  }
  if (problem.isOffline) return <Alert type="warning" showIcon title={said(problem.said)} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('save.refused')}
      description={
        problem.errors.length > 0
          ? [...new Set(problem.errors.map((fault) => said(fault.message)))].map((words) => (
              <div key={words}>{words}</div>
            ))
          : said(problem.said)
      }
    />
  );
}
