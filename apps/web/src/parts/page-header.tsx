import { Breadcrumb } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFrameText } from '../frame/words.js';
import { HistoryButton, type HistorySubject } from './history-drawer.js';
import { PreflightButton, type PrimaryAction } from './preflight-button.js';
import { StageBar, type Stage } from './stage-bar.js';

export interface Crumb {
  label: string;
  to?: string;
}

export interface PageHeaderProps {
  /** The thing's name; also the browser tab's title. */
  title: string;
  /** The way from the top down to the parent. */
  crumbs?: readonly Crumb[];
  /** State tag beside the name. */
  tag?: ReactNode;
  /** One quiet line below the name: dates, place, who. */
  line?: ReactNode;
  stages?: { stages: readonly Stage[]; at: string };
  primary?: PrimaryAction;
  /** Quieter buttons, before the primary one. */
  actions?: ReactNode;
  history?: HistorySubject;
}

/** The top of a page about one thing: its name, where it stands, and one primary button. */
export function PageHeader({
  title,
  crumbs = [],
  tag,
  line,
  stages,
  primary,
  actions,
  history,
}: PageHeaderProps) {
  const t = useFrameText();
  return (
    <header className="page-header">
      <title>{`${title} · ${t('brand')}`}</title>
      {crumbs.length > 0 ? (
        <Breadcrumb
          items={crumbs.map(({ label, to }) => ({
            title: to === undefined ? label : <Link to={to}>{label}</Link>,
          }))}
        />
      ) : null}
      <div className="page-header-row">
        <div className="page-header-name">
          <h1>
            {title}
            {tag}
          </h1>
          {line ? <div className="page-header-line">{line}</div> : null}
        </div>
        <div className="page-header-actions">
          {history ? <HistoryButton {...history} /> : null}
          {actions}
          {primary ? <PreflightButton {...primary} /> : null}
        </div>
      </div>
      {stages ? <StageBar {...stages} /> : null}
    </header>
  );
}
