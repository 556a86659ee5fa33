import { Navigate, useLocation, useNavigate } from 'react-router';
import { queryClient } from '../api/query.js';
import { backPath } from './back.js';
import { Gate } from './gate.js';
import { PasswordForm } from './password-form.js';
import { sessionQuery, useSession, type Session } from './session.js';
import { useAccountText } from './words.js';

/** At first sign-in: the password handed down is replaced before anything else. */
export default function FirstPasswordPage() {
  const t = useAccountText();
  const session = useSession();
  const { search } = useLocation();
  const navigate = useNavigate();
  if (!session.mustChangePassword) return <Navigate to={backPath(search)} replace />;
  return (
    <Gate title={t('password.firstTitle')} line={t('password.firstLine')} wayOut={false}>
      <PasswordForm
        large
        onDone={() => {
          const settled: Session = { ...session, mustChangePassword: false };
          queryClient.setQueryData(sessionQuery.queryKey, settled);
          void navigate(backPath(search), { replace: true });
        }}
      />
    </Gate>
  );
}
