import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';

import type { Profile } from '../../../../../core/profiles/profile';
import type { DumpRequest, LearnedAnswer } from '../../../../../shared/inspection-api';
import type { ProfileVersions } from '../../../../../shared/profile-api';
import { useAction } from '../../../fetch/use-action';
import { Panel } from '../../../frame/Panel';
import { ProfileEditor } from '../../../preview/ProfileEditor';
import { useText } from '../../../text/use-text';

export interface CorrectProfileProps {
  /** The profile that most of the dump is read with; null where none is. */
  readonly name: string | null;
  readonly dump: DumpRequest;
  /** The preview above follows what is typed. */
  readonly onTry: (profile: unknown) => void;
  readonly onSaved: (name: string) => void;
}

/** Corrects the profile, or learns one from the dump, with the effect on the record above. */
export function CorrectProfile({ name, dump, onTry, onSaved }: CorrectProfileProps) {
  const text = useText();
  const { get, post } = useFetchClient();
  const { run, isBusy } = useAction();
  const [profile, setProfile] = useState<Profile | null>(null);
  const edit = async (known: string) => {
    const answer = await run(() => get<ProfileVersions>(`/archive/profiles/${known}`));
    setProfile(answer?.data.data[0]?.profile ?? null);
  };
  const learn = async () => {
    const { paths = [], uploads = [] } = dump;
    const request = { paths, uploads, name: 'learned' };
    const answer = await run(() => post<{ data: LearnedAnswer }>('/archive/profiles/learn', request));
    setProfile(answer?.data.data.profile ?? null);
  };
  return (
    <Panel title={text('correct.title')}>
      {profile === null ? (
        <Flex direction="column" alignItems="start" gap={4}>
          <Typography>{text('correct.hint')}</Typography>
          <Flex gap={2}>
            {name !== null && (
              <Button variant="secondary" loading={isBusy} onClick={() => void edit(name)}>
                {text('correct.edit', { name })}
              </Button>
            )}
            <Button variant="tertiary" startIcon={<Magic />} loading={isBusy} onClick={() => void learn()}>
              {text('correct.learn')}
            </Button>
          </Flex>
        </Flex>
      ) : (
        <ProfileEditor
          profile={profile}
          onTry={onTry}
          onSaved={onSaved}
          actions={
            <Button
              variant="tertiary"
              onClick={() => {
                onTry(undefined);
                setProfile(null);
              }}
            >
              {text('frame.cancel')}
            </Button>
          }
        />
      )}
    </Panel>
  );
}
