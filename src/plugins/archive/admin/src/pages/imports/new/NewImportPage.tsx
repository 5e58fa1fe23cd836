import { useState } from 'react';
import { Flex } from '@strapi/design-system';

import type { DumpRequest } from '../../../../../shared/inspection-api';
import { BackLink } from '../../../frame/BackLink';
import { PageFrame } from '../../../frame/PageFrame';
import { useText } from '../../../text/use-text';
import { ChooseDump } from './ChooseDump';
import { LookAtDump } from './LookAtDump';
import { StartImport } from './StartImport';
import { Steps } from './Steps';

export type Step = 'choose' | 'look' | 'start';

/** A new import, led through: what to import, what it is and what becomes of it, how to write it. */
export function NewImportPage() {
  const text = useText();
  const [step, setStep] = useState<Step>('choose');
  const [dump, setDump] = useState<DumpRequest>({});
  return (
    <PageFrame
      title={text('imports.new')}
      subtitle={text(`new.step.${step}.hint`)}
      back={<BackLink to="/plugins/archive/imports">{text('imports.title')}</BackLink>}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Steps step={step} />
        {/* Kept while the later steps are shown, so that going back finds the files as they were. */}
        <div hidden={step !== 'choose'}>
          <ChooseDump
            onChosen={(chosen) => {
              setDump((old) => ({ ...old, ...chosen }));
              setStep('look');
            }}
          />
        </div>
        {step === 'look' && (
          <LookAtDump
            dump={dump}
            onChange={setDump}
            onBack={() => setStep('choose')}
            onNext={() => setStep('start')}
          />
        )}
        {step === 'start' && <StartImport dump={dump} onBack={() => setStep('look')} />}
      </Flex>
    </PageFrame>
  );
}
