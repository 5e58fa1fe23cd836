import { useState } from 'react';
import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';

import type { Profile } from '../../../../core/profiles/profile';
import type { LearnedAnswer } from '../../../../shared/inspection-api';
import { useAction } from '../../fetch/use-action';
import { BackLink } from '../../frame/BackLink';
import { PageFrame } from '../../frame/PageFrame';
import { Panel } from '../../frame/Panel';
import { ProfileEditor } from '../../preview/ProfileEditor';
import { RecordPreview } from '../../preview/RecordPreview';
import { useUploadInspection } from '../../preview/use-upload-inspection';
import { useText } from '../../text/use-text';
import { DropZone } from '../imports/new/DropZone';
import { UploadList } from '../imports/new/UploadList';
import { LearnedFindings } from './LearnedFindings';

/** Learns the profile of a site from pages of it, shows what each rule rests on, and saves it once it is right. */
export function LearnProfilePage() {
  const text = useText();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const navigate = useNavigate();
  const { uploads, add, remove, dump, inspection } = useUploadInspection();
  const [name, setName] = useState('');
  const [learned, setLearned] = useState<LearnedAnswer | null>(null);
  const [tried, setTried] = useState<Profile | undefined>(undefined);
  const learn = async () => {
    const request = { ...dump, name: name.trim() };
    const answer = await run(() => post<{ data: LearnedAnswer }>('/archive/profiles/learn', request));
    setLearned(answer?.data.data ?? null);
  };
  return (
    <PageFrame
      title={text('profiles.learn')}
      subtitle={text('learn.subtitle')}
      back={<BackLink to="/plugins/archive/profiles">{text('profiles.title')}</BackLink>}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel title={text('learn.samples')}>
          <DropZone onFiles={add} />
          {uploads.length > 0 && <UploadList uploads={uploads} onRemove={remove} />}
          <Flex gap={4} paddingTop={4} alignItems="end">
            <Box flex="1">
              <Field.Root name="name" hint={text('learn.name.hint')}>
                <Field.Label>{text('learn.name')}</Field.Label>
                <TextInput
                  value={name}
                  maxLength={80}
                  onChange={({ target }: { target: { value: string } }) => setName(target.value)}
                />
                <Field.Hint />
              </Field.Root>
            </Box>
            <Button
              size="L"
              startIcon={<Magic />}
              loading={isBusy}
              disabled={dump === null || name.trim() === ''}
              onClick={() => void learn()}
            >
              {text('learn.do')}
            </Button>
          </Flex>
        </Panel>
        {learned !== null && (
          <>
            <LearnedFindings learned={learned} />
            <Panel title={text('profile.definition')}>
              <Typography tag="p" textColor="neutral700">
                {text('learn.look-through')}
              </Typography>
              <ProfileEditor
                key={JSON.stringify(learned.profile)}
                profile={learned.profile}
                onTry={setTried}
                onSaved={(saved) => {
                  navigate(`/plugins/archive/profiles/${saved}`);
                }}
              />
            </Panel>
            {dump !== null && inspection !== null && (
              <RecordPreview
                dump={dump}
                samples={inspection.samples}
                draftProfile={tried ?? learned.profile}
              />
            )}
          </>
        )}
      </Flex>
    </PageFrame>
  );
}
