import type { ReactNode } from 'react';
import { Field, TextInput } from '@strapi/design-system';

import { useText } from '../text/use-text';
import { useDateText } from './use-date-text';

export interface EdtfFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly labelAction?: ReactNode;
}

/** A date in EDTF, with what was understood of it; a value that is none is told at once, with samples. */
export function EdtfField({ name, label, value, onChange, error, labelAction, ...rest }: EdtfFieldProps) {
  const text = useText();
  const inWords = useDateText();
  const meaning = value === '' ? null : inWords(value);
  const fault = error ?? (value !== '' && meaning === null ? text('date.wrong') : undefined);
  return (
    <Field.Root
      name={name}
      error={fault ?? false}
      hint={meaning ?? text('date.hint')}
      required={rest.required ?? false}
    >
      <Field.Label action={labelAction}>{label}</Field.Label>
      <TextInput
        dir="ltr"
        value={value}
        disabled={rest.disabled ?? false}
        onChange={(event: { target: { value: string } }) => {
          onChange(event.target.value);
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
