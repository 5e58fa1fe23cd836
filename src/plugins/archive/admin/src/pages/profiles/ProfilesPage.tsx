import { useRef } from 'react';
import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Magic, Upload } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import type { ProfilePage as Page, SavedProfile } from '../../../../shared/profile-api';
import { useRights } from '../../access/use-rights';
import { useAction } from '../../fetch/use-action';
import { useRequest } from '../../fetch/use-request';
import { Answered } from '../../frame/Answered';
import { Nothing } from '../../frame/Nothing';
import { PageFrame } from '../../frame/PageFrame';
import { Pages } from '../../frame/Pages';
import { usePageOfList } from '../../frame/use-page-of-list';
import { useText } from '../../text/use-text';
import { ProfilesTable } from './ProfilesTable';

/** All profiles in their newest version. */
export function ProfilesPage() {
  const text = useText();
  const may = useRights();
  const profiles = useRequest<Page>('/archive/profiles', { params: usePageOfList() });
  return (
    <PageFrame
      title={text('profiles.title')}
      subtitle={text('profiles.subtitle')}
      actions={may('profiles') && <Adding onAdded={profiles.reload} />}
    >
      <Answered request={profiles}>
        {({ data, meta }) =>
          data.length === 0 ? (
            <Nothing>{text('profiles.none')}</Nothing>
          ) : (
            <>
              <ProfilesTable profiles={data} />
              <Pages {...meta.pagination} />
            </>
          )
        }
      </Answered>
    </PageFrame>
  );
}

function Adding({ onAdded }: { readonly onAdded: () => void }) {
  const text = useText();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const input = useRef<HTMLInputElement>(null);
  const importFile = async (file: File) => {
    const save = async () => post<{ data: SavedProfile }>('/archive/profiles', JSON.parse(await file.text()));
    if (await run(save, text('profiles.imported'))) onAdded();
  };
  return (
    <Flex gap={2}>
      <Button
        variant="tertiary"
        startIcon={<Upload />}
        loading={isBusy}
        onClick={() => input.current?.click()}
      >
        {text('profiles.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={text('profiles.import')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void importFile(file);
          target.value = '';
        }}
      />
      <LinkButton tag={Link} to="learn" startIcon={<Magic />}>
        {text('profiles.learn')}
      </LinkButton>
    </Flex>
  );
}
