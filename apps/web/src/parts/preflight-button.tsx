import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { FindingList, type Finding } from './finding-list.js';
import { usePartText } from './words.js';
import { Icon } from '../look/icons.js';

export interface PrimaryAction {
  label: string;
  /** Called when nothing blocks (after the drawer, when there are warnings to read). */
  onClick: () => void | Promise<void>;
  /** What was checked beforehand; with a blocking finding the button opens the list instead. */
  preflight?: readonly Finding[] | undefined;
  /** Runs the checks again, from within the drawer. */
  recheck?: (() => void) | undefined;
  busy?: boolean | undefined;
  icon?: React.ReactNode;
}

/** The one primary button of a page. Never greyed out without a reason: it opens what is missing, each line linked. */
export function PreflightButton({ label, onClick, preflight = [], recheck, busy, icon }: PrimaryAction) {
  const t = usePartText();
  const [open, setOpen] = useState(false);
  const [running, setRunning] = useState(false);
  const of = (severity: Finding['severity']) => preflight.filter((finding) => finding.severity === severity);
  const blocking = of('blocking');
  const warnings = [...of('warning'), ...of('unknown')];
  const passed = of('passed');

  const run = async () => {
    const work = onClick();
    // What only opens something is not waited for: no spinner flashes up, and none is left behind.
    if (!work) return setOpen(false);
    setRunning(true);
    try {
      await work;
      setOpen(false);
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      <Button
        type="primary"
        {...(icon === undefined ? {} : { icon })}
        loading={busy === true || (running && !open)}
        onClick={() => (blocking.length > 0 || warnings.length > 0 ? setOpen(true) : void run())}
      >
        {label}
        {blocking.length > 0 ? <span className="missing-count">{blocking.length}</span> : null}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={480}
        title={t(blocking.length > 0 ? 'preflight.title' : 'preflight.titleReady', { verb: label })}
        extra={
          recheck ? (
            <Button icon={<Icon name="refresh" />} onClick={recheck}>
              {t('preflight.recheck')}
            </Button>
          ) : null
        }
        footer={
          blocking.length > 0 ? null : (
            <Button type="primary" loading={running} onClick={() => void run()}>
              {label}
            </Button>
          )
        }
      >
        {blocking.length > 0 ? (
          <>
            <p>{t('preflight.missing', { count: blocking.length })}</p>
            <FindingList findings={blocking} onGo={() => setOpen(false)} />
          </>
        ) : (
          <p>{t('preflight.ready')}</p>
        )}
        {warnings.length > 0 ? (
          <>
            <p>{t('preflight.warnings', { count: warnings.length })}</p>
            <FindingList findings={warnings} onGo={() => setOpen(false)} />
          </>
        ) : null}
        {passed.length > 0 ? (
          <details className="passed-checks">
            <summary>{t('preflight.passed', { count: passed.length })}</summary>
            <FindingList findings={passed} />
          </details>
        ) : null}
      </Drawer>
    </>
  );
}
