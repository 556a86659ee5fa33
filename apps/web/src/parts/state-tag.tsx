/** How a state looks: each has a shape of its own, so that it is read without colour and in black-and-white print. */
export type StateLook =
  'passed' | 'warning' | 'blocking' | 'unknown' | 'running' | 'waiting' | 'locked' | 'ended';

const shapes: Record<StateLook, React.ReactNode> = {
  passed: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path d="M5 8.2 7.2 10.4 11 6" stroke="#fff" />
    </>
  ),
  warning: (
    <>
      <path d="M8 1.8 15 14H1z" fill="currentColor" stroke="none" />
      <path d="M8 6.2v3.6M8 11.9v.1" stroke="#fff" />
    </>
  ),
  blocking: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor" stroke="none" />
      <path d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6" stroke="#fff" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6" strokeDasharray="2.4 1.8" />
      <path d="M6.3 6.5a1.7 1.7 0 1 1 2.4 1.6c-.5.2-.7.5-.7 1M8 11.1v.1" />
    </>
  ),
  running: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />
    </>
  ),
  waiting: <circle cx="8" cy="8" r="6" />,
  locked: (
    <>
      <path d="M3 7h10v7H3z" fill="currentColor" stroke="none" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
    </>
  ),
  ended: <path d="M2.5 8h11" strokeWidth="2" />,
};

/** The bare shape of a state, for dense matrices; give it a `title` when no word stands beside it. */
export function StateShape({ look, title, size = 14 }: { look: StateLook; title?: string; size?: number }) {
  return (
    <svg
      className={`state-shape state-${look}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
    >
      {title ? <title>{title}</title> : null}
      {shapes[look]}
    </svg>
  );
}

/**
 * A state as a word with a shape, then a colour.
 * @example <StateTag look="passed">{t('state.signed')}</StateTag>
 */
export function StateTag({
  look,
  children,
  quiet,
}: {
  look: StateLook;
  children: React.ReactNode;
  quiet?: boolean;
}) {
  return (
    <span className={`state-tag state-${look}${quiet ? ' state-quiet' : ''}`}>
      <StateShape look={look} />
      <span>{children}</span>
    </span>
  );
}
