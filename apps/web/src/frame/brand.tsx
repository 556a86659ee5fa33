import { Link } from 'react-router';
import { Mark } from '../look/mark.js';
import { useFrameText } from './words.js';

/** The mark with the name; leads to `to`. */
export function Brand({ to }: { to: string }) {
  const t = useFrameText();
  return (
    <Link to={to} className="brand">
      <Mark size={26} />
      <span className="brand-name">{t('brand')}</span>
    </Link>
  );
}
