import { useEffect, useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';

import type { DumpRequest, Inspection } from '../../../../../shared/inspection-api';
import { useRights } from '../../../access/use-rights';
import { failureText } from '../../../fetch/failure-text';
import { Answered } from '../../../frame/Answered';
import { RecordPreview } from '../../../preview/RecordPreview';
import { useText } from '../../../text/use-text';
import { CorrectProfile } from './CorrectProfile';
import { HowToRead } from './HowToRead';
import { Recognised } from './Recognised';

export interface LookAtDumpProps {
  readonly dump: DumpRequest;
  readonly onChange: (dump: DumpRequest) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Second step: what was recognised, and what becomes of single records; profile and encoding can be corrected. */
export function LookAtDump({ dump, onChange, onBack, onNext }: LookAtDumpProps) {
  const text = useText();
  const may = useRights();
  const inspection = useInspection(dump);
  const [draftProfile, setDraftProfile] = useState<unknown>(undefined);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <HowToRead dump={dump} onChange={onChange} />
      <Answered request={inspection}>
        {(answer) => (
          <>
            <Recognised inspection={answer} />
            <RecordPreview dump={dump} samples={answer.samples} draftProfile={draftProfile} />
            {may('profiles') && (
              <CorrectProfile
                key={dump.profile ?? ''}
                name={dump.profile ?? answer.profiles[0]?.name ?? null}
                dump={dump}
                onTry={setDraftProfile}
                onSaved={(profile) => {
                  setDraftProfile(undefined);
                  onChange({ ...dump, profile });
                }}
              />
            )}
          </>
        )}
      </Answered>
      <Flex justifyContent="space-between">
        <Button variant="tertiary" onClick={onBack}>
          {text('frame.back')}
        </Button>
        <Button disabled={inspection.answer === null} onClick={onNext}>
          {text('new.options')}
        </Button>
      </Flex>
    </Flex>
  );
}

function useInspection(dump: DumpRequest) {
  const { post } = useFetchClient();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ answer: Inspection | null; failure: string | null }>({
    answer: null,
    failure: null,
  });
  const asked = JSON.stringify(dump);
  useEffect(() => {
    const aborted = new AbortController();
    setState({ answer: null, failure: null });
    post<{ data: Inspection }>('/archive/inspections', JSON.parse(asked), { signal: aborted.signal }).then(
      ({ data }) => setState({ answer: data.data, failure: null }),
      (error: unknown) => {
        if (!aborted.signal.aborted) setState({ answer: null, failure: failureText(error) });
      },
    );
    return () => aborted.abort();
    // `post` is new at every drawing; what it does is the same.
  }, [asked, turn]);
  const isLoading = state.answer === null && state.failure === null;
  return {
    ...state,
    isLoading,
    reload: () => {
      setTurn((last) => last + 1);
    },
  };
}
