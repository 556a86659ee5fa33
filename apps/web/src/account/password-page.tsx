import { useNavigate } from 'react-router';
import { PageHeader } from '../parts/page-header.js';
import { PasswordForm } from './password-form.js';
import { useAccountText } from './words.js';

/** Changing one's password later on. */
export default function PasswordPage() {
  const t = useAccountText();
  const navigate = useNavigate();
  return (
    <div className="narrow-page">
      <PageHeader title={t('password.title')} crumbs={[{ label: t('page.title'), to: '/account' }]} />
      <PasswordForm onDone={() => void navigate('/account')} />
    </div>
  );
}
