import { useState } from 'react';
import {
  Button,
  Field,
  Flex,
  Grid,
  Radio,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';

import type { DumpRequest } from '../../../../../shared/inspection-api';
import type { JobView, StartJobRequest } from '../../../../../shared/job-api';
import { useAction } from '../../../fetch/use-action';
import { useRequest } from '../../../fetch/use-request';
import { Panel } from '../../../frame/Panel';
import { useText } from '../../../text/use-text';

const OWN = 'own';
const NEAR_DUPLICATES = ['link', 'quarantine', 'skip', 'ignore'] as const;
type NearDuplicates = (typeof NEAR_DUPLICATES)[number];

export interface StartImportProps {
  readonly dump: DumpRequest;
  readonly onBack: () => void;
}

/** Third step: how the articles are written. Then it runs. */
export function StartImport({ dump, onBack }: StartImportProps) {
  const text = useText();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const navigate = useNavigate();
  const locales = useRequest<readonly { code: string; name: string }[]>('/i18n/locales');
  const [publish, setPublish] = useState(true);
  const [locale, setLocale] = useState(OWN);
  const [nearDuplicates, setNearDuplicates] = useState<NearDuplicates>('link');
  const [era, setEra] = useState('');
  const [source, setSource] = useState('');
  const start = async () => {
    const request: StartJobRequest = {
      ...dump,
      publish,
      nearDuplicates,
      ...(locale === OWN ? {} : { locale }),
      ...(era.trim() === '' ? {} : { era: era.trim() }),
      ...(source.trim() === '' ? {} : { source: source.trim() }),
    };
    const answer = await run(() => post<{ data: JobView }>('/archive/jobs', request));
    if (answer) navigate(`/plugins/archive/imports/${answer.data.data.id}`);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panel title={text('start.title')}>
        <Grid.Root gap={6}>
          <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
            <Field.Root name="publish">
              <Field.Label>{text('start.publish')}</Field.Label>
              <Radio.Group
                value={publish ? 'publish' : 'draft'}
                aria-label={text('start.publish')}
                onValueChange={(value) => setPublish(value === 'publish')}
              >
                <Radio.Item value="publish">{text('start.publish.yes')}</Radio.Item>
                <Radio.Item value="draft">{text('start.publish.no')}</Radio.Item>
              </Radio.Group>
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
            <Field.Root name="locale" hint={text('start.locale.hint')}>
              <Field.Label>{text('start.locale')}</Field.Label>
              <SingleSelect value={locale} onChange={(value) => setLocale(String(value))}>
                <SingleSelectOption value={OWN}>{text('start.locale.own')}</SingleSelectOption>
                {(locales.answer ?? []).map(({ code, name }) => (
                  <SingleSelectOption key={code} value={code}>
                    {name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
            <Field.Root name="nearDuplicates" hint={text('start.near.hint')}>
              <Field.Label>{text('start.near')}</Field.Label>
              <SingleSelect
                value={nearDuplicates}
                onChange={(value) =>
                  setNearDuplicates(NEAR_DUPLICATES.find((one) => one === value) ?? 'link')
                }
              >
                {NEAR_DUPLICATES.map((one) => (
                  <SingleSelectOption key={one} value={one}>
                    {text(`start.near.${one}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={3} s={6} direction="column" alignItems="stretch">
            <TextField name="era" value={era} onChange={setEra} />
          </Grid.Item>
          <Grid.Item col={3} s={6} direction="column" alignItems="stretch">
            <TextField name="source" value={source} onChange={setSource} />
          </Grid.Item>
        </Grid.Root>
      </Panel>
      <Flex justifyContent="space-between">
        <Button variant="tertiary" onClick={onBack}>
          {text('frame.back')}
        </Button>
        <Button startIcon={<Play />} loading={isBusy} onClick={() => void start()}>
          {text('start.run')}
        </Button>
      </Flex>
    </Flex>
  );
}

interface TextFieldProps {
  readonly name: 'era' | 'source';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ name, value, onChange }: TextFieldProps) {
  const text = useText();
  return (
    <Field.Root name={name} hint={text('start.optional')}>
      <Field.Label>{text(`field.${name}`)}</Field.Label>
      <TextInput
        value={value}
        maxLength={255}
        onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
      />
      <Field.Hint />
    </Field.Root>
  );
}
