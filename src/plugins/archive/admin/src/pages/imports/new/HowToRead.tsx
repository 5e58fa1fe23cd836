import { useState } from 'react';
import { Button, Field, Grid, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';

import type { DumpRequest } from '../../../../../shared/inspection-api';
import type { ProfilePage } from '../../../../../shared/profile-api';
import { useRequest } from '../../../fetch/use-request';
import { Panel } from '../../../frame/Panel';
import { useText } from '../../../text/use-text';

const RECOGNISE = 'recognise';

export interface HowToReadProps {
  readonly dump: DumpRequest;
  readonly onChange: (dump: DumpRequest) => void;
}

/** Profile, encoding and separator, for those who know better than what was recognised. */
export function HowToRead({ dump, onChange }: HowToReadProps) {
  const text = useText();
  const profiles = useRequest<ProfilePage>('/archive/profiles', { params: { pageSize: 100 } });
  const [encoding, setEncoding] = useState(dump.encoding ?? '');
  const [separator, setSeparator] = useState(dump.separator ?? '');
  const apply = (profile: string | undefined) => {
    const { paths, uploads } = dump;
    onChange({
      ...(paths ? { paths } : {}),
      ...(uploads ? { uploads } : {}),
      ...(profile === undefined ? {} : { profile }),
      ...(encoding.trim() === '' ? {} : { encoding: encoding.trim() }),
      ...(separator.trim() === '' ? {} : { separator: separator.trim() }),
    });
  };
  return (
    <Panel title={text('read.title')}>
      <Grid.Root gap={4}>
        <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
          <Field.Root name="profile">
            <Field.Label>{text('read.profile')}</Field.Label>
            <SingleSelect
              value={dump.profile ?? RECOGNISE}
              onChange={(value) => apply(value === RECOGNISE ? undefined : String(value))}
            >
              <SingleSelectOption value={RECOGNISE}>{text('read.recognise')}</SingleSelectOption>
              {(profiles.answer?.data ?? []).map(({ name, title }) => (
                <SingleSelectOption key={name} value={name}>
                  {title}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} s={6} direction="column" alignItems="stretch">
          <Field.Root name="encoding">
            <Field.Label>{text('read.encoding')}</Field.Label>
            <TextInput
              value={encoding}
              placeholder={text('read.recognise')}
              onChange={({ target }: { target: { value: string } }) => setEncoding(target.value)}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} s={6} direction="column" alignItems="stretch">
          <Field.Root name="separator">
            <Field.Label>{text('read.separator')}</Field.Label>
            <TextInput
              value={separator}
              placeholder={text('read.recognise')}
              onChange={({ target }: { target: { value: string } }) => setSeparator(target.value)}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={2} s={12} alignItems="end">
          <Button
            variant="secondary"
            size="L"
            onClick={() => {
              apply(dump.profile);
            }}
          >
            {text('read.apply')}
          </Button>
        </Grid.Item>
      </Grid.Root>
    </Panel>
  );
}
