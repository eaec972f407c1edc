import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { ReaderAction } from './reader-action.tsx';
import { useReadersService } from './readers-service.ts';
import { isReason, ReasonField } from './reason-field.tsx';

interface LiftProps {
  email: string;
  onDone: () => void;
  takeFocus: () => void;
}

/** Lets a suppressed address be written to again, for a reason. */
export function Lift({ email, ...after }: LiftProps) {
  const service = useReadersService();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  async function act(): Promise<string | null> {
    setMissing(!isReason(reason));
    if (!isReason(reason)) return 'invalid';
    await service.lift({ email, reason });
    return null;
  }

  return (
    <ReaderAction email={email} words={texts().readers.lift} act={act} {...after}>
      <ReasonField value={reason} onChange={setReason} missing={missing} />
    </ReaderAction>
  );
}
