import { useState } from 'react';
import { Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption, Box } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';

import { OUTCOMES } from '../../../../../core/outcome';
import { useText } from '../../../text/use-text';

const ALL = 'all';

/** Outcome and words to look for, kept in the address. */
export function LedgerFilters() {
  const text = useText();
  const [address, setAddress] = useSearchParams();
  const [words, setWords] = useState(address.get('search') ?? '');
  const choose = (name: string, value: string) => {
    setAddress((old) => {
      const next = new URLSearchParams(old);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  return (
    <Flex gap={2} wrap="wrap">
      <Box minWidth="20rem">
        <SearchForm
          onSubmit={(event) => {
            event.preventDefault();
            choose('search', words.trim());
          }}
        >
          <Searchbar
            name="search"
            size="S"
            value={words}
            placeholder={text('ledger.search')}
            clearLabel={text('ledger.clear')}
            onChange={({ target }) => setWords(target.value)}
            onClear={() => {
              setWords('');
              choose('search', '');
            }}
          >
            {text('ledger.search')}
          </Searchbar>
        </SearchForm>
      </Box>
      <Box minWidth="14rem">
        <SingleSelect
          size="S"
          aria-label={text('ledger.outcome')}
          value={address.get('outcome') ?? ALL}
          onChange={(value) => choose('outcome', value === ALL ? '' : String(value))}
        >
          <SingleSelectOption value={ALL}>{text('ledger.all')}</SingleSelectOption>
          {OUTCOMES.map((outcome) => (
            <SingleSelectOption key={outcome} value={outcome}>
              {text(`outcome.${outcome}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
    </Flex>
  );
}
